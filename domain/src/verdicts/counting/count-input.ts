/** What is counted: the rule, the people, the ballots and the votes. All numbers are whole. */
import type { PointScale } from './point-scale.ts'
import type { BaseKind, Comparator, RuleKey, VoteKind } from './rule.ts'

/**
 * Under a rule with other words the same places hold them: 称职/基本称职/不称职, or 赞成/–/反对.
 * `abstain` and `unknown` (不了解) are 0 when left out.
 */
export type Votes = Readonly<{
  satisfied: number
  basically: number
  dissatisfied: number
  abstain?: number | undefined
  unknown?: number | undefined
}>

export type CountInput = Readonly<{
  rule: RuleKey
  /** As published, when left out. */
  comparator?: Comparator | undefined
  /** As published, when left out. */
  base?: BaseKind | undefined
  members: number
  present: number
  issued?: number | undefined
  /** The votes added up, when left out. */
  returned?: number | undefined
  /** Blank and multiple marks. What is missing between votes and returned ballots, when left out. */
  invalid?: number | undefined
  votes: Votes
  /**
   * Percent at which each grade of the rule begins, in the rule's own order; as published, when left out. A line the
   * published text pins to one comparator keeps it only as published.
   */
  lines?: readonly number[] | undefined
  /** Which votes a `valid` base counts; as published, when left out. */
  valid?: readonly VoteKind[] | undefined
  /** False for people who are invited to take part and form no body by law; as the rule says, when left out. */
  quorum?: false | undefined
  /** Only for the rule `points`. */
  points?: PointScale | undefined
}>
