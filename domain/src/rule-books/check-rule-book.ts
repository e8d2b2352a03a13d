/**
 * Reads a rule book back from JSON: an event, a form, a file. Every setting has its guard; what a guard does not know
 * is refused by name, so that a slip in a county's own rules cannot reach a verdict.
 */
import { mostUnits } from '../calendar/deadline.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import {
  isSettingKey,
  settingKeys,
  type RuleBook,
  type SettingKey,
  type SettingsWithSources,
} from './rule-book.ts'
import { isRecord, isText, settingGuards } from './setting-guards.ts'
import { settingLabels } from './setting-words.ts'

export type RuleBookRefusal = ByCode<{
  'rule-book-unreadable': Nothing
  'setting-missing': { key: SettingKey }
  'setting-wrong': { key: SettingKey }
  'source-missing': { key: SettingKey }
}>

export function checkRuleBook(raw: unknown): Result<RuleBook, RuleBookRefusal> {
  if (!isRecord(raw) || !isText(raw['key']) || !isText(raw['name'])) return unreadable
  const { settings } = raw
  if (!isRecord(settings)) return unreadable
  const fault = settingKeys.map((key) => faultOf(key, settings)).find((one) => one !== undefined)
  if (fault) return refuse(fault)
  return isRuleBook(raw) ? accept(raw) : unreadable
}

/** One setting with its source, as an editor or an event has it. */
export function checkSetting(
  key: SettingKey,
  raw: unknown,
): Result<Partial<SettingsWithSources>, RuleBookRefusal> {
  const one = { [key]: raw }
  const fault = faultOf(key, one)
  if (fault) return refuse(fault)
  return isPartOfBook(one) ? accept(one) : unreadable
}

/** Some settings and no others, each readable. */
function isPartOfBook(raw: unknown): raw is Partial<SettingsWithSources> {
  if (!isRecord(raw)) return false
  return Object.keys(raw).every((key) => isSettingKey(key) && faultOf(key, raw) === undefined)
}

const unreadable = refuse<RuleBookRefusal>({ code: 'rule-book-unreadable' })

export function explainRuleBookRefusal(refusal: RuleBookRefusal): Bilingual {
  const label = refusal.code === 'rule-book-unreadable' ? undefined : settingLabels[refusal.key]
  switch (refusal.code) {
    case 'rule-book-unreadable':
      return bilingual(
        '读不出办法设置：缺少名称或设置项。',
        '请从已有办法复制一份再修改。',
        'This is no rule book: its name or its settings are missing.',
        'Copy an existing one and change that.',
      )
    case 'setting-missing':
      return bilingual(
        `办法缺少“${label?.zh}”。`,
        '请补填，或者恢复默认值。',
        `The rule book lacks “${label?.en}”.`,
        'Fill it in, or restore the default.',
      )
    case 'setting-wrong':
      return bilingual(
        `办法中“${label?.zh}”的内容不可用。`,
        `请检查数字、单位和选项；日数、月数为1至${mostUnits}之间的整数。`,
        `“${label?.en}” cannot be used as it stands.`,
        `Check numbers, units and choices; counts are whole numbers from 1 to ${mostUnits}.`,
      )
    case 'source-missing':
      return bilingual(
        `办法中“${label?.zh}”没有写明依据。`,
        '请填写原文、出处和是否已核实。',
        `“${label?.en}” does not say where it comes from.`,
        'Give the text, the document and whether it was verified.',
      )
  }
}

function isRuleBook(raw: unknown): raw is RuleBook {
  if (!isRecord(raw) || !isText(raw['key']) || !isText(raw['name'])) return false
  const { settings } = raw
  return isRecord(settings) && settingKeys.every((key) => faultOf(key, settings) === undefined)
}

function faultOf(
  key: SettingKey,
  settings: Readonly<Record<string, unknown>>,
): RuleBookRefusal | undefined {
  const setting = settings[key]
  if (!isRecord(setting)) return { code: 'setting-missing', key }
  if (!settingGuards[key](setting['value'])) return { code: 'setting-wrong', key }
  return isSource(setting['source']) ? undefined : { code: 'source-missing', key }
}

function isSource(raw: unknown): boolean {
  return (
    isRecord(raw) &&
    isText(raw['text']) &&
    isText(raw['ref']) &&
    typeof raw['verified'] === 'boolean'
  )
}
