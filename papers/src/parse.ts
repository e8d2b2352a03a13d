/**
 * From the bytes of a file to proposed opinions: read, clean, outline, propose. The same bytes always give the same
 * answer. `at` of edits and flags, and `from`/`to` of paragraphs, are places in `text`.
 */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { SheetMapping } from '@luoshi/domain/ledgers/sheet-mapping'
import { cleanText } from './cleaning/clean-text.ts'
import type { Edit, Flag, Suggestion } from './cleaning/cleaned.ts'
import type { LeftOut } from './outline/left-out.ts'
import type { ProposedOpinion } from './outline/opinion.ts'
import { type Opinions, opinionsOf } from './outline/opinions-of.ts'
import { outlineOf } from './outline/outline-of.ts'
import { rowMark } from './outline/read-lines.ts'
import type { SequenceIssue } from './outline/number-sequence.ts'
import { takenTables } from './mapping/taken-tables.ts'
import type { ReadRefusal } from './read-refusal.ts'
import { readFile, type SourceKind } from './readers/read-file.ts'
import type { ReadTable } from './readers/read-xlsx.ts'
import type { ReadWarning } from './readers/read-warning.ts'
import type { Revision } from './readers/word-revisions.ts'
import { overTextLimits } from './text-limits.ts'

export type ParseOptions = Readonly<{
  /** Only to name what is refused; what a file is, its bytes say. */
  fileName?: string
  /** Ids of suggestions that a person has agreed to, and of revisions of a Word document that she has refused. */
  acceptedRepairs?: readonly string[]
  /** Names of people, never changed by simplification. */
  protectedNames?: readonly string[]
  /** How the sheets of a workbook are read; without it, by the headings we know. */
  mapping?: readonly SheetMapping[]
}>

export type ParsedNode = Readonly<{
  label: string
  depth: number
  title: string
  text: string
  firstLine: number
  lastLine: number
  issues: readonly SequenceIssue[]
}>

export type Parsed = Readonly<{
  encoding: string
  text: string
  edits: readonly Edit[]
  flags: readonly Flag[]
  nodes: readonly ParsedNode[]
  items: readonly ProposedOpinion[]
  kind: SourceKind
  suggestions: readonly Suggestion[]
  /** Every paragraph is in an item or in `leftOut`. */
  paragraphs: Opinions['paragraphs']
  leftOut: readonly LeftOut[]
  /** Paragraphs that look numbered and were read as plain words. */
  doubtful: readonly number[]
  footnotes: readonly string[]
  warnings: readonly ReadWarning[]
  /** Of a workbook: by paragraph, the sheet (from 0) and the row it was; null for what is no row. */
  sheetRows?: readonly (Readonly<{ sheet: number; row: number }> | null)[]
  revisions: readonly Revision[]
}>

export async function parseDocument(
  bytes: Uint8Array,
  options: ParseOptions = {},
): Promise<Result<Parsed, ReadRefusal>> {
  const file = await readFile(bytes, options.fileName, new Set(options.acceptedRepairs))
  if (!file.ok) return file
  const refusal = overTextLimits(file.value.text)
  if (refusal !== undefined) return { ok: false, refusal }
  const { kind, encoding, rowNotes, footnotes, warnings, revisions } = file.value
  const { text, edits, flags, suggestions } = cleanText(file.value.text, {
    accepted: options.acceptedRepairs ?? [],
    protectedNames: options.protectedNames ?? [],
  })
  const outline = outlineOf(text)
  const taken = options.mapping && takenTables(file.value.tables ?? [], options.mapping)
  const { items, leftOut, paragraphs } = opinionsOf(outline, rowNotes, taken)
  const nodes = outline.nodes.map(({ label, depth, title, text, firstLine, lastLine, issues }) => ({
    label,
    depth,
    title,
    text,
    firstLine,
    lastLine,
    issues,
  }))
  return accept({
    encoding,
    text,
    edits,
    flags,
    nodes,
    items,
    kind,
    suggestions,
    paragraphs,
    leftOut,
    doubtful: outline.doubtful,
    footnotes,
    warnings,
    ...(file.value.tables ? { sheetRows: sheetRowsOf(paragraphs, file.value.tables) } : {}),
    revisions,
  })
}

/** Rows stand in the text in the order of the sheets. */
function sheetRowsOf(
  paragraphs: Opinions['paragraphs'],
  tables: readonly ReadTable[],
): NonNullable<Parsed['sheetRows']> {
  const rows = tables.flatMap((table, sheet) => table.rows.map(({ row }) => ({ sheet, row })))
  let next = 0
  return paragraphs.map(({ text }) => (text.startsWith(rowMark) ? (rows[next++] ?? null) : null))
}
