/**
 * A county's 办法 as data: every local number, word and body, each with the text it comes from. National law does not
 * name 述职评议, so none of these is a constant. A rule book is frozen into an appraisal when that starts, so it is
 * plain JSON: integers, strings, booleans, lists and records of them.
 *
 * Source: domain.md §6 (variation → configuration).
 */
import type { Lead } from '../calendar/before-meeting.ts'
import type { Deadline } from '../calendar/deadline.ts'
import type { Selection, SubjectKind } from '../appraisals/year-plan.ts'
import type { ApprovingBody } from '../people/approval.ts'
import type { Measure } from '../supervision/chase.ts'
import type { Axis } from '../verdicts/verdict.ts'
import type { AxisRule } from './axis-rule.ts'
import type { OfficialBallot, Voters } from './official-ballot.ts'

/** Where a setting comes from. What is not `verified` is shown as 未核实 until the county has compared it. */
export type Source = Readonly<{
  /** The words it rests on, quoted or told. */
  text: string
  ref: string
  verified: boolean
}>

export type Setting<Value> = Readonly<{ value: Value; source: Source }>

/** What 基本满意 (or 基本称职) means: it satisfies, it is to be completed within a time limit, or it goes round again. */
export const basicTreatments = ['passes', 'conditional', 'redo'] as const

export type BasicTreatment = (typeof basicTreatments)[number]

export type Extension = Readonly<{
  /** How often a time limit may be extended in one round. 0: never. */
  maxTimes: number
  /** The most that one extension may add. */
  cap: Readonly<{ count: number; unit: 'day' | 'month' }>
  approvers: readonly ApprovingBody[]
}>

/** How subjects come on the annual plan. Percentages are whole; null: the county has no such line. */
export type Selecting = Readonly<{
  modes: readonly Selection[]
  /** How many at the bottom of the deputies' ranking are listed. */
  rankingBottom: number
  /** When every unit reaches this, nobody is listed this year. */
  sparedFrom: number | null
  /** Whoever is below is listed. */
  threshold: number | null
}>

/** Each matter by its three axes, or the report on the rectification as a whole. */
export const rectificationModes = ['perMatter', 'report'] as const

export type RectificationMode = (typeof rectificationModes)[number]

export type Consequence = Readonly<{ measure: Measure; fromRound: number }>

/** What of a result is published. */
export const publications = ['counts', 'gradeOnly', 'rank', 'notPublished'] as const

export type ResultPublication = (typeof publications)[number]

/** Who gets the result in writing. */
export const copyReceivers = [
  'partyCommittee',
  'government',
  'organisationDepartment',
  'unit',
  'superior',
  'deputies',
] as const

export type CopyReceiver = (typeof copyReceivers)[number]

export const resultClasses = ['A', 'B', 'C', 'D'] as const

export type ResultClass = (typeof resultClasses)[number]

export type Settings = Readonly<{
  /** 述职评议, 履职评议, 工作评议 …: what the county calls it. */
  activityName: string
  subjectKinds: readonly SubjectKind[]
  selecting: Selecting
  /** The ballot on the person or the unit at the meeting; another object than the judgement of rectification. */
  officialBallot: OfficialBallot
  /** Who fills in a ballot besides the members, each counted on a denominator of its own. */
  voters: Voters
  rectificationJudged: RectificationMode
  axes: Readonly<Record<Axis, AxisRule>>
  basicTreatment: BasicTreatment
  /** When the committee's draft of the opinions must be ready. */
  opinionDraftDue: Deadline
  /** When the opinions must be handed over after the chairs approved them. */
  handOverDue: Deadline
  /** When the unit's leadership must have met on the opinions. */
  meetingDue: Deadline
  /** How long a unit may send back what is not its business. */
  misassignWindow: Deadline
  /** How long the official may defend himself in writing against what was handed over; in later rounds from the verdict. */
  defenceWindow: Deadline
  planDue: Deadline
  reportDue: Deadline
  /** When a further round must be reported, counted from the verdict. */
  redoDue: Deadline
  /** Whether a limit that ends on a rest day ends on the next working day instead. */
  rollOver: boolean
  /** How many have to have answered a survey before anything is told of a group of them. */
  surveySmallest: number
  /** How long before the meeting official and unit are told. */
  noticeLead: Lead
  /** How long before the meeting the draft of the duty report, the final one, and the members' copies are due. */
  draftLead: Lead
  reportLead: Lead
  membersLead: Lead
  /** How many days before a limit ends the unit is reminded. 0: not at all. */
  remindDays: number
  /** After how many days without any entry an open matter counts as silent. */
  silenceDays: number
  /** How long after a matter was struck off it is looked at again. */
  lookBackAfter: Lead
  extension: Extension
  /** From this round on the chairs are told. It ends nothing: there is no last round. */
  warningRounds: number
  matterApprovers: readonly ApprovingBody[]
  exitApprovers: readonly ApprovingBody[]
  closureApprovers: readonly ApprovingBody[]
  escalationApprovers: readonly ApprovingBody[]
  /** The measures this county takes, each with the round from which it may. */
  consequences: readonly Consequence[]
  publication: ResultPublication
  resultCopies: readonly CopyReceiver[]
  /** Days of 公示 before a matter is struck off. 0: none. */
  publicityDays: number
  /** 发文机关代字 before the year and number of an opinion letter: 云常评意〔2026〕3号. */
  letterPrefix: string
  /** What the letters on an answer mean here; they differ by place. */
  resultClasses: Readonly<Record<ResultClass, string>>
}>

export type SettingKey = keyof Settings

/** In the order of the work, as pages and forms show them. */
export const settingKeys = [
  'activityName',
  'subjectKinds',
  'selecting',
  'officialBallot',
  'voters',
  'rectificationJudged',
  'axes',
  'basicTreatment',
  'opinionDraftDue',
  'handOverDue',
  'meetingDue',
  'misassignWindow',
  'defenceWindow',
  'planDue',
  'reportDue',
  'redoDue',
  'rollOver',
  'surveySmallest',
  'noticeLead',
  'draftLead',
  'reportLead',
  'membersLead',
  'remindDays',
  'silenceDays',
  'lookBackAfter',
  'extension',
  'warningRounds',
  'matterApprovers',
  'exitApprovers',
  'closureApprovers',
  'escalationApprovers',
  'consequences',
  'publication',
  'resultCopies',
  'publicityDays',
  'letterPrefix',
  'resultClasses',
] as const satisfies readonly SettingKey[]

export function isSettingKey(raw: unknown): raw is SettingKey {
  return settingKeys.some((key) => key === raw)
}

export type SettingsWithSources = Readonly<{ [Key in SettingKey]: Setting<Settings[Key]> }>

export type RuleBook = Readonly<{
  /** The profile it was made from, or the county's own. */
  key: string
  name: string
  settings: SettingsWithSources
}>

/** What a place is known to do; the rest comes from the neutral default. */
export type Profile = Readonly<{
  key: string
  name: string
  summary: string
  settings: Partial<SettingsWithSources>
}>
