/**
 * The ballot on the person (or the unit) at the meeting: one overall question and, where the
 * county asks them, items beside it; another object than the judgement of
 * rectification. Rule, comparator and denominator as for an axis; and what each grade leads to, how the ballot is cast,
 * what happens to abstentions, spoilt papers and a box with too many papers in it.
 *
 * Source: domain.md §1 facts 2, 3, 6, 12; §6 gradeScale, voters, secrecy, abstainHandling, overReturned.
 */
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { ByCode } from '../kernel/one-of.ts'
import type { CountInput, Votes } from '../verdicts/counting/count-input.ts'
import type { CountRefusal } from '../verdicts/counting/count-refusal.ts'
import { countReport, type CountReport } from '../verdicts/counting/count-report.ts'
import { countingRules } from '../verdicts/counting/rules.ts'
import type { BaseKind, GradeKey, VoteKind } from '../verdicts/counting/rule.ts'
import type { VerdictOutcome } from '../verdicts/verdict.ts'
import type { AxisRule } from './axis-rule.ts'

/** Source: secret nearly everywhere; named S109; by show of hands for who attends by video L21. */
export const secrecies = ['secret', 'named', 'showOfHands'] as const

export type Secrecy = (typeof secrecies)[number]

/** Whether 弃权 belongs to the valid votes. Source: S113 (unmarked is 弃权), S71 (不了解 excluded). */
export const abstainHandlings = ['counted', 'excluded'] as const

export type AbstainHandling = (typeof abstainHandlings)[number]

/** A paper left blank or marked twice. Source: not counted S57; unmarked is 弃权 S113. */
export const invalidHandlings = ['notCounted', 'asAbstain'] as const

export type InvalidHandling = (typeof invalidHandlings)[number]

/** More papers in the box than were handed out. Source: void, vote again S113. */
export const overReturnedHandlings = ['voidAndRepeat', 'chairsDecide'] as const

export type OverReturnedHandling = (typeof overReturnedHandlings)[number]

export type GradeOutcome = Readonly<{ grade: GradeKey; outcome: VerdictOutcome }>

export type OfficialBallot = AxisRule &
  Readonly<{
    /** What each grade the rule can give leads to; one that is not named would lead nowhere. */
    grades: readonly GradeOutcome[]
    secrecy: Secrecy
    abstain: AbstainHandling
    invalid: InvalidHandling
    overReturned: OverReturnedHandling
    /** Asked one by one besides the overall question, which decides; absent or empty: the overall question only. */
    items?: readonly string[]
    /**
     * What each item weighs, in percent and in their order: the grade then comes from the items, and the overall question
     * stands beside it. Absent: the overall question decides.
     */
    itemWeights?: readonly number[]
  }>

/** More would not fit one form. Source: 16 aspects at the most were found (S35). */
export const mostItems = 30

/** Sets of items that were found, to begin with. */
export const itemPresets = [
  { items: ['德', '能', '勤', '绩', '廉'], weights: [20, 15, 15, 30, 20], source: 'S73 S74' },
  {
    items: ['贯彻县委决策', '依法行政', '服务发展', '民生政务', '机关作风'],
    // S41 asks them beside an overall question and gives no weights: alike, until the county says otherwise.
    weights: [20, 20, 20, 20, 20],
    source: 'S41',
  },
] as const

/** Source: domain.md §6 voters (members only; members and deputies S14; with the team S41; all circles S35). */
export const voterGroups = ['members', 'deputies', 'team', 'public'] as const

export type VoterGroup = (typeof voterGroups)[number]

/**
 * `decides`: its count gives the grade. Otherwise it stands beside the result for information. `weight`: in percent, where
 * several groups decide together.
 */
export type Voter = Readonly<{
  group: VoterGroup
  base: BaseKind
  decides: boolean
  weight?: number
}>

export type Voters = readonly Voter[]

/** Every grade the rule of a ballot can give, best first. */
export function gradesOf({ rule }: Pick<AxisRule, 'rule'>): readonly GradeKey[] {
  const { steps, otherwise } = countingRules[rule]
  return [...steps.map(({ grade }) => grade.key), otherwise.key]
}

export type OfficialBox = Pick<
  CountInput,
  'members' | 'present' | 'issued' | 'returned' | 'invalid' | 'votes' | 'quorum'
>

export type OfficialCount = CountReport & Readonly<{ outcome: VerdictOutcome }>

export type OfficialCountRefusal =
  | CountRefusal
  | ByCode<{ 'grade-without-outcome': { grade: GradeKey } }>

/** Counts a ballot on the person as its frozen rule book says; `invalid` are the papers blank or marked twice. */
export function countOfficialBallot(
  ballot: OfficialBallot,
  box: OfficialBox,
): Result<OfficialCount, OfficialCountRefusal> {
  const count = countReport(officialInput(ballot, box))
  if (!count.ok) return count
  const outcome = outcomeOf(ballot, count.value.gradeKey)
  return outcome.ok ? accept({ ...count.value, outcome: outcome.value }) : outcome
}

/** What is counted of one box, abstentions and spoilt papers handled as the rule book says. */
export function officialInput(ballot: OfficialBallot, box: OfficialBox): CountInput {
  const { rule, comparator, base, lines } = ballot
  const { votes, invalid } = handled(ballot, box.votes, box.invalid)
  return { ...box, votes, invalid, rule, comparator, base, lines, valid: validVotes(ballot) }
}

export function outcomeOf(
  { grades }: Pick<OfficialBallot, 'grades'>,
  grade: GradeKey,
): Result<VerdictOutcome, OfficialCountRefusal> {
  const outcome = grades.find((one) => one.grade === grade)?.outcome
  return outcome ? accept(outcome) : refuse({ code: 'grade-without-outcome', grade })
}

function handled({ invalid: how }: OfficialBallot, votes: Votes, invalid: number | undefined) {
  if (how === 'notCounted' || invalid === undefined) return { votes, invalid }
  return { votes: { ...votes, abstain: (votes.abstain ?? 0) + invalid }, invalid: 0 }
}

function validVotes({ rule, abstain }: OfficialBallot): readonly VoteKind[] {
  const { valid } = countingRules[rule]
  const others = valid.filter((kind) => kind !== 'abstain')
  return abstain === 'counted' ? [...others, 'abstain'] : others
}
