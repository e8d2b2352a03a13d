/** Reads an uploaded file, whatever its name says. */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { RowNotes } from '../outline/map-tables.ts'
import type { ReadRefusal } from '../read-refusal.ts'
import { readingLimits } from '../reading-limits.ts'
import { readPdf } from './pdf/read-pdf.ts'
import { readAtOnce } from './read-at-once.ts'
import type { ReadWarning } from './read-warning.ts'
import type { ReadTable } from './read-xlsx.ts'
import { refuseReading } from './refusals.ts'
import type { Revision } from './word-revisions.ts'
import { sniffFile } from './sniff-file.ts'
import { tablesOfBlocks } from './tables-of-blocks.ts'
import { textOfBlocks } from './text-of-blocks.ts'

export type SourceKind = 'docx' | 'xlsx' | 'csv' | 'txt' | 'html' | 'pdf'

export type ReadFile = Readonly<{
  kind: SourceKind
  encoding: string
  /** Paragraphs as lines, rows of tables as lines between │, heads and feet of pages as lines after ┆. */
  text: string
  rowNotes: RowNotes
  /** Of a workbook, a list in CSV, or a document that is mainly a table: its sheets that hold something, in the order of their lines in the text. */
  tables?: readonly ReadTable[]
  footnotes: readonly string[]
  warnings: readonly ReadWarning[]
  revisions: readonly Revision[]
}>

export async function readFile(
  bytes: Uint8Array,
  fileName = '',
  refusedRevisions: ReadonlySet<string> = new Set(),
): Promise<Result<ReadFile, ReadRefusal>> {
  if (bytes.byteLength > readingLimits.uploadBytes) return refuseReading('too-large')
  const sniffed = sniffFile(bytes, fileName)
  if (sniffed.kind === 'refused') return refuseReading(sniffed.code)
  return sniffed.kind === 'pdf'
    ? pdfText(bytes)
    : readAtOnce(bytes, sniffed.kind, refusedRevisions, fileName)
}

async function pdfText(bytes: Uint8Array): Promise<Result<ReadFile, ReadRefusal>> {
  const read = await readPdf(bytes)
  if (!read.ok) return read
  const { blocks, merged, warnings } = read.value
  const text = textOfBlocks(blocks)
  if (!text.ok) return text
  const tables = tablesOfBlocks(blocks, merged)
  return accept({
    ...(tables ? { tables } : {}),
    kind: 'pdf',
    encoding: 'utf-8',
    ...text.value,
    footnotes: [],
    warnings,
    revisions: [],
  })
}
