/**
 * What the Standing Committee found of one round: measures, timeliness and quality, judged one by one; each must
 * satisfy (S09). The counts are kept, the rule stands beside the figure.
 */
import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/ids.ts'

export const axes = ['measures', 'timeliness', 'quality'] as const

export type Axis = (typeof axes)[number]

export const axisLabels: Readonly<Record<Axis, Readonly<{ zh: string; en: string }>>> = {
  measures: { zh: '工作措施', en: 'Measures' },
  timeliness: { zh: '完成时间', en: 'Timeliness' },
  quality: { zh: '整改质量', en: 'Quality' },
}

/** Forms of one axis: 满意 / 基本满意 / 不满意 / 弃权. */
export type AxisVotes = Readonly<{
  satisfied: number
  basically: number
  dissatisfied: number
  abstain: number
}>

/** Who was there and what went into the box; the same for all three axes of a round. */
export type Attendance = Readonly<{
  members: number
  present: number
  issued: number
  returned: number
}>

/** One axis with its result and the rule it was found by. */
export type AxisFinding = Readonly<{
  votes: AxisVotes
  /** The grade word as the rule publishes it: 满意, 基本满意, 不满意 … */
  grade: string
  /** Whether this axis satisfies by the rule book; `conditional` when 基本满意 is to be completed within a time limit. */
  result: 'satisfied' | 'conditional' | 'unsatisfied'
  passed: boolean
  rule: string
  ruleText: string
  comparator: 'gt' | 'ge'
  denominator: string
  denominatorValue: number
  words: string
}>

export const verdictOutcomes = ['satisfied', 'conditional', 'unsatisfied'] as const

export type VerdictOutcome = (typeof verdictOutcomes)[number]

/**
 * The ballot of a session that a verdict comes from. `report`: the rectification report was judged as a whole, and the
 * matter with it, unless the committee set this one apart (`excepted`): then it goes round again whatever the figures.
 */
export type VerdictBallot = Readonly<{
  ballot: Id<'ballot'>
  basis: 'matter' | 'report'
  excepted: boolean
}>

export type Verdict = Readonly<{
  on: Day
  session: string
  attendance: Attendance
  measures: AxisFinding
  timeliness: AxisFinding
  quality: AxisFinding
  outcome: VerdictOutcome
  /** What the committee asks for when it is not satisfied. */
  reasons: string
  /** Absent where the figures of one matter were recorded by themselves. */
  by?: VerdictBallot
}>

/** All three must satisfy; one that does not is enough to go round again. */
export function outcomeOf(findings: Readonly<Record<Axis, AxisFinding>>): VerdictOutcome {
  return worstOf(axes.map((axis) => findings[axis].result))
}

export function worstOf(results: readonly VerdictOutcome[]): VerdictOutcome {
  if (results.includes('unsatisfied')) return 'unsatisfied'
  return results.includes('conditional') ? 'conditional' : 'satisfied'
}
