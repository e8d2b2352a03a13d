/**
 * Reads a rule book back from JSON: an event, a form, a file. Every setting has its guard; what a guard does not know
 * is refused by name, so that a slip in a county's own rules cannot reach a verdict.
 */
import type { Lead } from '../calendar/before-meeting.ts'
import { isDeadline, mostUnits } from '../calendar/deadline.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { approvingBodies, type ApprovingBody } from '../people/approval.ts'
import { isBaseKind, isComparator, isRuleKey } from '../verdicts/counting/rule.ts'
import { axes } from '../verdicts/verdict.ts'
import {
  basicTreatments,
  resultClasses,
  settingKeys,
  type BasicTreatment,
  type RuleBook,
  type SettingKey,
  type Settings,
} from './rule-book.ts'
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
  if (!guards[key](setting['value'])) return { code: 'setting-wrong', key }
  return isSource(setting['source']) ? undefined : { code: 'source-missing', key }
}

type Guards = Readonly<{ [Key in SettingKey]: (raw: unknown) => raw is Settings[Key] }>

const guards: Guards = {
  activityName: isText,
  axes: isAxes,
  basicTreatment: isTreatment,
  opinionDraftDue: isDeadline,
  handOverDue: isDeadline,
  meetingDue: isDeadline,
  misassignWindow: isDeadline,
  planDue: isDeadline,
  reportDue: isDeadline,
  redoDue: isDeadline,
  rollOver: (raw): raw is boolean => typeof raw === 'boolean',
  noticeLead: isLead,
  draftLead: isLead,
  reportLead: isLead,
  membersLead: isLead,
  remindDays: (raw): raw is number => isWhole(raw, 0, 365),
  silenceDays: (raw): raw is number => isWhole(raw, 1, 3660),
  lookBackAfter: isLead,
  extension: isExtension,
  warningRounds: (raw): raw is number => isWhole(raw, 1, 99),
  matterApprovers: isBodies,
  exitApprovers: isBodies,
  closureApprovers: isBodies,
  escalationApprovers: isBodies,
  publicityDays: (raw): raw is number => isWhole(raw, 0, 365),
  resultClasses: isClasses,
}

function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
}

function isText(raw: unknown): raw is string {
  return typeof raw === 'string' && raw.trim() !== ''
}

function isWhole(raw: unknown, least: number, most: number): raw is number {
  return typeof raw === 'number' && Number.isInteger(raw) && raw >= least && raw <= most
}

function isSource(raw: unknown): boolean {
  return (
    isRecord(raw) &&
    isText(raw['text']) &&
    isText(raw['ref']) &&
    typeof raw['verified'] === 'boolean'
  )
}

function isTreatment(raw: unknown): raw is BasicTreatment {
  return basicTreatments.some((one) => one === raw)
}

function isAxes(raw: unknown): raw is Settings['axes'] {
  return isRecord(raw) && axes.every((axis) => isAxisRule(raw[axis]))
}

function isAxisRule(raw: unknown): boolean {
  // A threshold or a share written beside the rule would not be read, so it must not look as if it were.
  if (!isRecord(raw) || Object.keys(raw).length > 3) return false
  return isRuleKey(raw['rule']) && isComparator(raw['comparator']) && isBaseKind(raw['base'])
}

function isExtension(raw: unknown): raw is Settings['extension'] {
  if (!isRecord(raw) || !isWhole(raw['maxTimes'], 0, 99)) return false
  const { cap, approvers } = raw
  if (!isRecord(cap) || !isWhole(cap['count'], 1, mostUnits)) return false
  return (cap['unit'] === 'day' || cap['unit'] === 'month') && isBodies(approvers)
}

function isLead(raw: unknown): raw is Lead {
  if (!isRecord(raw) || !isWhole(raw['count'], 1, mostUnits)) return false
  return raw['unit'] === 'day' || raw['unit'] === 'month'
}

/** At least one: a step that nobody may approve would never come about. */
function isBodies(raw: unknown): raw is readonly ApprovingBody[] {
  if (!Array.isArray(raw) || raw.length === 0) return false
  return raw.every((body) => approvingBodies.some((one) => one === body))
}

function isClasses(raw: unknown): raw is Settings['resultClasses'] {
  return isRecord(raw) && resultClasses.every((one) => typeof raw[one] === 'string')
}
