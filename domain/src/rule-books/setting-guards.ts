/**
 * What each setting may hold, one guard a setting. A guard asks whether a value can be read; whether readable values
 * fit one another is asked in `contradictions.ts`, which can say it in words.
 */
import { selections, subjectKinds } from '../appraisals/year-plan.ts'
import type { Lead } from '../calendar/before-meeting.ts'
import { isDeadline, mostUnits } from '../calendar/deadline.ts'
import { approvingBodies, type ApprovingBody } from '../people/approval.ts'
import { leastSmallestGroup } from '../surveys/results/smallest-group.ts'
import { measures } from '../supervision/chase.ts'
import { gradeKeys, isBaseKind, isComparator, isRuleKey } from '../verdicts/counting/rule.ts'
import { axes, verdictOutcomes } from '../verdicts/verdict.ts'
import type { AxisRule } from './axis-rule.ts'
import {
  abstainHandlings,
  invalidHandlings,
  overReturnedHandlings,
  secrecies,
  voterGroups,
  type OfficialBallot,
  type Voters,
  mostItems,
} from './official-ballot.ts'
import {
  basicTreatments,
  copyReceivers,
  publications,
  rectificationModes,
  resultClasses,
  type Consequence,
  type Selecting,
  type SettingKey,
  type Settings,
} from './rule-book.ts'

type Guards = Readonly<{ [Key in SettingKey]: (raw: unknown) => raw is Settings[Key] }>

export const settingGuards: Guards = {
  activityName: isText,
  subjectKinds: isListOf(subjectKinds),
  selecting: isSelecting,
  officialBallot: isOfficialBallot,
  voters: isVoters,
  rectificationJudged: isOneOf(rectificationModes),
  axes: isAxes,
  basicTreatment: isOneOf(basicTreatments),
  opinionDraftDue: isDeadline,
  handOverDue: isDeadline,
  meetingDue: isDeadline,
  misassignWindow: isDeadline,
  defenceWindow: isDeadline,
  planDue: isDeadline,
  reportDue: isDeadline,
  redoDue: isDeadline,
  rollOver: (raw): raw is boolean => typeof raw === 'boolean',
  surveySmallest: (raw): raw is number => isWhole(raw, leastSmallestGroup, 1000),
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
  consequences: isConsequences,
  publication: isOneOf(publications),
  resultCopies: isListOf(copyReceivers),
  publicityDays: (raw): raw is number => isWhole(raw, 0, 365),
  letterPrefix: (raw): raw is string => isText(raw) && raw.length <= 30,
  resultClasses: isClasses,
}

export function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
}

export function isText(raw: unknown): raw is string {
  return typeof raw === 'string' && raw.trim() !== ''
}

function isWhole(raw: unknown, least: number, most: number): raw is number {
  return typeof raw === 'number' && Number.isInteger(raw) && raw >= least && raw <= most
}

function isAxes(raw: unknown): raw is Settings['axes'] {
  return isRecord(raw) && axes.every((axis) => isAxisRule(raw[axis]))
}

function isAxisRule(raw: unknown): raw is AxisRule {
  return isRecord(raw) && hasOnly(raw, axisKeys) && isCounted(raw)
}

const axisKeys = ['rule', 'comparator', 'base', 'lines'] as const

function isCounted(raw: Readonly<Record<string, unknown>>): boolean {
  const { rule, comparator, base, lines } = raw
  if (!isRuleKey(rule) || !isComparator(comparator) || !isBaseKind(base)) return false
  return lines === undefined || isLines(lines)
}

/** Any numbers: whether they are percentages in the right order is for `contradictions.ts` to say, in words. */
function isLines(raw: unknown): boolean {
  if (!Array.isArray(raw) || raw.length > 9) return false
  return raw.every((line) => isWhole(line, 0, 1000))
}

/** A threshold or a share written under another name would not be read, so it must not look as if it were. */
function hasOnly(raw: Readonly<Record<string, unknown>>, keys: readonly string[]): boolean {
  return Object.keys(raw).every((key) => keys.includes(key))
}

function isOfficialBallot(raw: unknown): raw is OfficialBallot {
  if (!isRecord(raw) || !hasOnly(raw, [...axisKeys, ...ballotKeys])) return false
  const { grades, secrecy, abstain, invalid, overReturned, items, itemWeights } = raw
  if (items !== undefined && !isItems(items)) return false
  if (itemWeights !== undefined && !isWeights(itemWeights)) return false
  if (!isCounted(raw) || !Array.isArray(grades) || !grades.every(isGradeOutcome)) return false
  const handled = isOneOf(abstainHandlings)(abstain) && isOneOf(invalidHandlings)(invalid)
  return handled && isOneOf(secrecies)(secrecy) && isOneOf(overReturnedHandlings)(overReturned)
}

/** Each once and by a name that fits a row. */
function isItems(raw: unknown): boolean {
  if (!Array.isArray(raw) || raw.length > mostItems || new Set(raw).size < raw.length) return false
  return raw.every((one) => isText(one) && one.length <= 60)
}

/** Any percentages: whether there is one an item, and all make 100, is for `contradictions.ts` to say, in words. */
function isWeights(raw: unknown): boolean {
  return Array.isArray(raw) && raw.length <= mostItems && raw.every((one) => isWhole(one, 0, 1000))
}

const ballotKeys = [
  'grades',
  'secrecy',
  'abstain',
  'invalid',
  'overReturned',
  'items',
  'itemWeights',
] as const

function isGradeOutcome(raw: unknown): boolean {
  if (!isRecord(raw)) return false
  return isOneOf(gradeKeys)(raw['grade']) && isOneOf(verdictOutcomes)(raw['outcome'])
}

function isVoters(raw: unknown): raw is Voters {
  if (!Array.isArray(raw) || raw.length > voterGroups.length) return false
  return raw.every((one: unknown) => {
    if (!isRecord(one) || !isOneOf(voterGroups)(one['group'])) return false
    if (one['weight'] !== undefined && !isWhole(one['weight'], 0, 1000)) return false
    return isBaseKind(one['base']) && typeof one['decides'] === 'boolean'
  })
}

function isSelecting(raw: unknown): raw is Selecting {
  if (!isRecord(raw) || !isListOf(selections)(raw['modes'])) return false
  const { rankingBottom, sparedFrom, threshold } = raw
  // Read even over 100, so that the refusal can say what is wrong with it.
  const isLine = (line: unknown) => line === null || isWhole(line, 0, 1000)
  return isWhole(rankingBottom, 0, 99) && isLine(sparedFrom) && isLine(threshold)
}

function isConsequences(raw: unknown): raw is readonly Consequence[] {
  if (!Array.isArray(raw) || raw.length > measures.length) return false
  return raw.every((one: unknown) => {
    return isRecord(one) && isOneOf(measures)(one['measure']) && isWhole(one['fromRound'], 1, 99)
  })
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
  return raw.every(isOneOf(approvingBodies))
}

function isClasses(raw: unknown): raw is Settings['resultClasses'] {
  return isRecord(raw) && resultClasses.every((one) => typeof raw[one] === 'string')
}

function isOneOf<const Value extends string>(values: readonly Value[]) {
  return (raw: unknown): raw is Value => values.some((one) => one === raw)
}

function isListOf<const Value extends string>(values: readonly Value[]) {
  const isOne = isOneOf(values)
  return (raw: unknown): raw is readonly Value[] =>
    Array.isArray(raw) && raw.length <= values.length && raw.every((one) => isOne(one))
}
