/** Why votes cannot be counted at all. What is merely worth a look is a warning instead. */
import type { ByCode, Nothing } from '../../kernel/one-of.ts'

/** The numbers a count is made of, by the names of `luoshi rule count`. */
export type CountField =
  | 'members'
  | 'present'
  | 'issued'
  | 'returned'
  | 'invalid'
  | 'satisfied'
  | 'basically'
  | 'dissatisfied'
  | 'abstain'
  | 'unknown'

export type CountRefusal = ByCode<{
  'unknown-rule': { given: string }
  'unknown-comparator': { given: string }
  'unknown-denominator': { given: string }
  'votes-unreadable': { given: string }
  'points-unreadable': { given: string }
  'not-a-count': { field: CountField; given: string }
  'no-members': Nothing
  'more-present-than-members': { present: number; members: number }
  'no-quorum': { present: number; members: number }
  'over-returned': { returned: number; issued: number }
  'more-votes-than-present': { cast: number; present: number }
  'more-votes-than-returned': { marked: number; returned: number }
  'does-not-add-up': { marked: number; invalid: number; returned: number }
  'issued-missing': Nothing
  'nobody-voted': Nothing
  'lines-unfit': { lines: number; steps: number }
  'scale-not-rising': { satisfied: number; basically: number; dissatisfied: number }
}>
