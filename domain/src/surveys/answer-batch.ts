/**
 * A batch of answers that was written together: how many, and the root over them, so that a stranger who is handed the
 * rows sees that none was added, changed or taken out afterwards. It tells nothing about any single one. Batches of a
 * survey and kind are numbered without a gap, and a closed survey says how many there are.
 * Source: architecture.md (the ledger holds a Merkle root of each closed batch); issue 6 point 4; ballot.md 6 no. 2.
 */
import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'

export type BatchOf = 'answers' | 'texts'

type Written = Readonly<{
  survey: Id<'survey'>
  of: BatchOf
  number: number
  rows: number
  /** SHA-256, in hex. */
  root: string
  on: Day
}>

export type SurveyBatch = ByStatus<{ none: Nothing; written: Written }>

export type SurveyBatchEvent = ByType<{ SurveyBatchWritten: Written }>

export function evolveSurveyBatch(_: SurveyBatch, event: SurveyBatchEvent): SurveyBatch {
  const { survey, of, number, rows, root, on } = event
  return { status: 'written', survey, of, number, rows, root, on }
}

/** What a survey had taken when it closed: so many rows, in so many batches, each of which the log knows. */
export type SurveyTaken = Readonly<{
  answers: number
  texts: number
  answerBatches: number
  textBatches: number
}>
