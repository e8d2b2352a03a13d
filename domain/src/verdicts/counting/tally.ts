/** A count in the making: what the rule was asked, line by line, before it is put in words. */
import type { CountInput } from './count-input.ts'
import type { Figures } from './figures.ts'
import type { Measure } from './reaches.ts'
import type { BaseKind, Comparator, Condition, CountingRule, Grade } from './rule.ts'

export type TallyLine = Readonly<{
  grade: Grade
  when: Condition
  measure: Measure
  comparator: Comparator
  /** The published text fixes this comparator, whatever the county chose. */
  pinned: boolean
  holds: boolean
}>

export type Tally = Readonly<{
  rule: CountingRule
  comparator: Comparator
  base: BaseKind
  /** The denominator. Never 0. */
  value: number
  figures: Figures
  lines: readonly TallyLine[]
  grade: Grade
  input: CountInput
}>
