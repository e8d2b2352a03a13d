/**
 * A county's own book as it comes in a file: read, completed from the neutral default, and everything found that speaks
 * against using it, at once and not one by one.
 */
import { checkRuleBook, explainRuleBookRefusal } from './check-rule-book.ts'
import { contradictionsOf } from './contradictions.ts'
import { neutral } from './neutral.ts'
import { isSettingKey, settingKeys, type SettingKey } from './rule-book.ts'

export type BookFinding = Readonly<{
  code: 'unreadable' | 'unknown-setting' | 'wrong-setting' | 'contradiction'
  key: string
  zh: string
  en: string
}>

export type BookReport =
  | Readonly<{ readable: false }>
  | Readonly<{
      readable: true
      key: string
      name: string
      findings: readonly BookFinding[]
      /** Settings the file does not have, taken from the neutral default. */
      defaults: readonly SettingKey[]
      unverified: readonly SettingKey[]
    }>

export function checkRuleBookText(text: string): BookReport {
  // An editor of Windows may put a mark before the text.
  const raw = parsed(text.replace(/^\uFEFF/, ''))
  if (raw === undefined) return { readable: false }
  if (!isRecord(raw) || !isRecord(raw['settings'])) return nothingReadable(raw)
  const given = raw['settings']
  const [key, name] = [textOf(raw['key']), textOf(raw['name'])]
  const defaults = settingKeys.filter((one) => given[one] === undefined)
  const unknown = Object.keys(given).filter((one) => !isSettingKey(one))
  const findings = unknown.map((one): BookFinding => ({
    code: 'unknown-setting',
    key: one,
    zh: `没有“${one}”这项设置，请核对拼写。`,
    en: `There is no setting “${one}”; check its spelling.`,
  }))
  // One setting at a time among good ones, so that each wrong one is named.
  const wrong = settingKeys.flatMap((one) => wrongSetting(one, given[one]))
  const whole = checkRuleBook({ key, name, settings: { ...neutral, ...given } })
  if (whole.ok) {
    const contradictions = contradictionsOf(whole.value).map((one): BookFinding => ({
      code: 'contradiction',
      ...one,
    }))
    const { settings } = whole.value
    const unverified = settingKeys.filter((one) => !settings[one].source.verified)
    return {
      readable: true,
      key,
      name,
      findings: [...findings, ...contradictions],
      defaults,
      unverified,
    }
  }
  const { zh, en } = explainRuleBookRefusal(whole.refusal)
  const rest: readonly BookFinding[] =
    wrong.length > 0
      ? wrong
      : [{ code: 'unreadable', key: '', zh: `${zh.what}${zh.fix}`, en: `${en.what} ${en.fix}` }]
  return { readable: true, key, name, findings: [...findings, ...rest], defaults, unverified: [] }
}

function wrongSetting(key: SettingKey, value: unknown): readonly BookFinding[] {
  if (value === undefined) return []
  const tried = checkRuleBook({ key: 'one', name: 'one', settings: { ...neutral, [key]: value } })
  if (tried.ok) return []
  const { zh, en } = explainRuleBookRefusal(tried.refusal)
  return [{ code: 'wrong-setting', key, zh: `${zh.what}${zh.fix}`, en: `${en.what} ${en.fix}` }]
}

function nothingReadable(raw: unknown): BookReport {
  const name = isRecord(raw) ? textOf(raw['name']) : ''
  const key = isRecord(raw) ? textOf(raw['key']) : ''
  const { zh, en } = explainRuleBookRefusal({ code: 'rule-book-unreadable' })
  const finding: BookFinding = {
    code: 'unreadable',
    key: '',
    zh: `${zh.what}${zh.fix}`,
    en: `${en.what} ${en.fix}`,
  }
  return { readable: true, key, name, findings: [finding], defaults: [], unverified: [] }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
}

function textOf(raw: unknown): string {
  return typeof raw === 'string' ? raw : ''
}
