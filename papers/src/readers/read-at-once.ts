/** Reads what needs no waiting for: .docx, .xlsx and web pages by their own readers, the rest as text. */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import { decodeText } from '../encoding/decode-text.ts'
import type { ReadRefusal } from '../read-refusal.ts'
import { readingLimits } from '../reading-limits.ts'
import { readHtml } from './html/read-html.ts'
import { type OfficePackage, openPackage } from './office-package.ts'
import { packageKind } from './package-parts.ts'
import { readDocx } from './read-docx.ts'
import { csvTable, isCsv } from './read-csv.ts'
import { readXlsx, type ReadTable } from './read-xlsx.ts'
import type { ReadFile } from './read-file.ts'
import { refuseReading } from './refusals.ts'
import { tablesOfBlocks } from './tables-of-blocks.ts'
import { textOfBlocks } from './text-of-blocks.ts'

export function readAtOnce(
  bytes: Uint8Array,
  kind: 'zip' | 'html' | 'text',
  refused: ReadonlySet<string> = new Set(),
  fileName = '',
): Result<ReadFile, ReadRefusal> {
  switch (kind) {
    case 'zip':
      return readOffice(bytes, refused)
    case 'html':
      return htmlText(bytes)
    case 'text':
      return readText(bytes, fileName)
  }
}

function readText(bytes: Uint8Array, fileName: string): Result<ReadFile, ReadRefusal> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const { encoding, text } = decoded.value
  const list = csvTable(text, fileName)
  if (list.rows.length > readingLimits.sheetRows || !isCsv(list, fileName))
    return plainText(encoding, text)
  const rows = list.rows.filter(({ cells }) => cells.some((one) => one.trim() !== ''))
  return tablesText([{ ...list, rows }], { kind: 'csv', encoding, warnings: [] })
}

function plainText(encoding: string, text: string): Result<ReadFile, ReadRefusal> {
  return accept({
    kind: 'txt',
    encoding,
    text,
    rowNotes: [],
    footnotes: [],
    warnings: [],
    revisions: [],
  })
}

function readOffice(
  bytes: Uint8Array,
  refused: ReadonlySet<string>,
): Result<ReadFile, ReadRefusal> {
  const pack = openPackage(bytes)
  if (!pack.ok) return pack
  const kind = packageKind(pack.value)
  if (!kind.ok) return kind
  switch (kind.value) {
    case 'docx':
      return wordText(pack.value, refused)
    case 'xlsx':
      return sheetText(pack.value)
    case 'pptx':
      return refuseReading('presentation')
    case 'ofd':
      return refuseReading('ofd')
    case 'open-document':
      return refuseReading('open-document')
    case 'zip':
      return refuseReading('archive')
  }
}

function wordText(
  pack: OfficePackage,
  refused: ReadonlySet<string>,
): Result<ReadFile, ReadRefusal> {
  const read = readDocx(pack, refused)
  if (!read.ok) return read
  const { blocks, merged, notes, warnings, revisions } = read.value
  const text = textOfBlocks(blocks)
  if (!text.ok) return text
  const tables = tablesOfBlocks(blocks, merged)
  return accept({
    ...(tables ? { tables } : {}),
    kind: 'docx',
    encoding: 'utf-8',
    ...text.value,
    footnotes: notes,
    warnings,
    revisions,
  })
}

function htmlText(bytes: Uint8Array): Result<ReadFile, ReadRefusal> {
  const read = readHtml(bytes)
  if (!read.ok) return read
  const { encoding, blocks, merged, notes, warnings } = read.value
  const text = textOfBlocks(blocks)
  if (!text.ok) return text
  const tables = tablesOfBlocks(blocks, merged)
  return accept({
    ...(tables ? { tables } : {}),
    kind: 'html',
    encoding,
    ...text.value,
    footnotes: notes,
    warnings,
    revisions: [],
  })
}

function sheetText(pack: OfficePackage): Result<ReadFile, ReadRefusal> {
  const read = readXlsx(pack)
  if (!read.ok) return read
  const { sheets, warnings } = read.value
  const tables = sheets.filter(({ rows }) => rows.length > 0)
  return tablesText(tables, { kind: 'xlsx', encoding: 'utf-8', warnings })
}

/** Sheets are parted by an empty line, so that each is a table of its own. */
function tablesText(
  tables: readonly ReadTable[],
  about: Pick<ReadFile, 'kind' | 'encoding' | 'warnings'>,
): Result<ReadFile, ReadRefusal> {
  const blocks = tables.flatMap(({ rows }, table) =>
    rows.map(({ row, cells, doubts }) => ({ kind: 'row', table, row, cells, doubts }) as const),
  )
  const text = textOfBlocks(blocks)
  if (!text.ok) return text
  return accept({ ...about, footnotes: [], revisions: [], ...text.value, tables })
}
