/** One opinion as proposed from a paper, before anybody has confirmed it. Plain data. */
import type { Day } from '@luoshi/domain/kernel/day'
import type { PlanNotes } from '@luoshi/domain/plans/plan-notes'
import type { DeadlineKind } from './deadline.ts'

export type Inferred = 'unit' | 'due' | 'due-year' | 'measure' | 'person'

/** Why somebody should look twice. */
export type Doubt =
  | 'plain-paragraph' // the document has no numbering: each paragraph is proposed as one opinion
  | 'other-section' // not in the section of problems or suggestions
  | 'fragment-start' // the numbering starts in the middle: what came before is missing
  | 'number-gap'
  | 'dup-number'
  | 'number-back'
  | 'start-not-1'
  | 'mixed-styles'
  | 'ambiguous-marker'
  | 'merged-cell'
  | 'hidden-row'
  | 'formula'
  | 'error-value'

export type ProposedOpinion = Readonly<{
  /** 1, 2, 3 … in the order of the paper. The paper's own numbers are in `path`: they may repeat. */
  number: string
  /** Labels from the outermost in, 二、（一）1. ; the 序号 of a table's row. */
  path?: string
  text: string
  title?: string
  category?: 'problem' | 'suggestion'
  unit?: string
  units: readonly string[]
  co?: readonly string[]
  person?: string
  measure?: string
  /** The ISO day of a date, else the words as written. */
  due?: string
  dueKind?: DeadlineKind
  /** The day itself for a date, the last day for a period. */
  dueDay?: Day
  source?: string
  raisedBy?: string
  goal?: string
  progress?: string
  /** What it says of the plan, as written; people only where a column was mapped to who oversees, leads or does it. */
  noted?: PlanNotes
  /** Columns of a table that we have no word for, by their heading. */
  extras?: Readonly<Record<string, string>>
  inferred: readonly Inferred[]
  doubts: readonly Doubt[]
  /** Indexes of the paragraphs it was taken from. */
  paragraphs: readonly number[]
}>
