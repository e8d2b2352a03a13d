/* oxlint-disable no-restricted-imports -- types of the reader, from files that have no Node: nothing reaches a browser */
/**
 * What was read in a document, as it travels. The reader's own `Parsed`, without the reader: `imports/parsed.check.ts`
 * does not compile when the two differ.
 */
import type { Edit, Flag, Suggestion } from '@luoshi/papers/cleaning/cleaned'
import type { LeftOut } from '@luoshi/papers/outline/left-out'
import type { SequenceIssue } from '@luoshi/papers/outline/number-sequence'
import type { ProposedOpinion } from '@luoshi/papers/outline/opinion'
import type { ReadWarning } from '@luoshi/papers/readers/read-warning'
import type { Revision } from '@luoshi/papers/readers/word-revisions'

export type ParsedNode = Readonly<{
  label: string
  depth: number
  title: string
  text: string
  firstLine: number
  lastLine: number
  issues: readonly SequenceIssue[]
}>

/** `from` and `to` are places in `text`. */
export type ParsedParagraph = Readonly<{ index: number; from: number; to: number; text: string }>

export type Parsed = Readonly<{
  encoding: string
  text: string
  edits: readonly Edit[]
  flags: readonly Flag[]
  nodes: readonly ParsedNode[]
  items: readonly ProposedOpinion[]
  kind: 'docx' | 'xlsx' | 'csv' | 'txt' | 'html' | 'pdf'
  suggestions: readonly Suggestion[]
  paragraphs: readonly ParsedParagraph[]
  leftOut: readonly LeftOut[]
  doubtful: readonly number[]
  footnotes: readonly string[]
  warnings: readonly ReadWarning[]
  /** Of a workbook: by paragraph, the sheet (from 0) and the row it was; null for what is no row. */
  sheetRows?: readonly (Readonly<{ sheet: number; row: number }> | null)[]
  revisions: readonly Revision[]
}>
