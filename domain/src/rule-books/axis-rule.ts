/** How one question is counted: an axis of a round, or the ballot on the person. Source: domain.md §7. */
import type { BaseKind, Comparator, RuleKey } from '../verdicts/counting/rule.ts'

export type AxisRule = Readonly<{
  rule: RuleKey
  comparator: Comparator
  base: BaseKind
  /** Percent at which each grade begins, best first, one for every grade but the last. Absent: as published. */
  lines?: readonly number[]
}>
