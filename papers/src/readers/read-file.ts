/** Reads an uploaded file, whatever its name says: .docx, .xlsx and web pages by their own readers, the rest as text. */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import { decodeText } from '../encoding/decode-text.ts'
import type { RowNotes } from '../outline/map-tables.ts'
import type { ReadRefusal } from '../read-refusal.ts'
import { readingLimits } from '../reading-limits.ts'
import { readHtml } from './html/read-html.ts'
import { type OfficePackage, openPackage } from './office-package.ts'
import { packageKind } from './package-parts.ts'
import { readDocx } from './read-docx.ts'
import type { ReadWarning } from './read-warning.ts'
import { readXlsx } from './read-xlsx.ts'
import { refuseReading } from './refusals.ts'
import { sniffFile } from './sniff-file.ts'
import { textOfBlocks } from './text-of-blocks.ts'

export type SourceKind = 'docx' | 'xlsx' | 'txt' | 'html'

export type ReadFile = Readonly<{
  kind: SourceKind
  encoding: string
  /** Paragraphs as lines, rows of tables as lines between │. */
  text: string
  rowNotes: RowNotes
  footnotes: readonly string[]
  warnings: readonly ReadWarning[]
}>

export function readFile(bytes: Uint8Array, fileName = ''): Result<ReadFile, ReadRefusal> {
  if (bytes.byteLength > readingLimits.uploadBytes) return refuseReading('too-large')
  const sniffed = sniffFile(bytes, fileName)
  switch (sniffed.kind) {
    case 'refused':
      return refuseReading(sniffed.code)
    case 'zip':
      return readOffice(bytes)
    case 'pdf':
      return refuseReading('pdf')
    case 'html':
      return htmlText(bytes)
    case 'text':
      return readText(bytes)
  }
}

function readText(bytes: Uint8Array): Result<ReadFile, ReadRefusal> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const { encoding, text } = decoded.value
  return accept({ kind: 'txt', encoding, text, rowNotes: [], footnotes: [], warnings: [] })
}

function readOffice(bytes: Uint8Array): Result<ReadFile, ReadRefusal> {
  const pack = openPackage(bytes)
  if (!pack.ok) return pack
  const kind = packageKind(pack.value)
  if (!kind.ok) return kind
  switch (kind.value) {
    case 'docx':
      return wordText(pack.value)
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

function wordText(pack: OfficePackage): Result<ReadFile, ReadRefusal> {
  const read = readDocx(pack)
  if (!read.ok) return read
  const { blocks, notes, warnings } = read.value
  const text = textOfBlocks(blocks)
  if (!text.ok) return text
  return accept({ kind: 'docx', encoding: 'utf-8', ...text.value, footnotes: notes, warnings })
}

function htmlText(bytes: Uint8Array): Result<ReadFile, ReadRefusal> {
  const read = readHtml(bytes)
  if (!read.ok) return read
  const { encoding, blocks, notes, warnings } = read.value
  const text = textOfBlocks(blocks)
  if (!text.ok) return text
  return accept({ kind: 'html', encoding, ...text.value, footnotes: notes, warnings })
}

/** Sheets are parted by an empty line, so that each is a table of its own. */
function sheetText(pack: OfficePackage): Result<ReadFile, ReadRefusal> {
  const read = readXlsx(pack)
  if (!read.ok) return read
  const { sheets, warnings } = read.value
  const blocks = sheets.flatMap(({ rows }, table) =>
    rows.map(({ cells, doubts }) => ({ kind: 'row', table, cells, doubts }) as const),
  )
  const text = textOfBlocks(blocks)
  if (!text.ok) return text
  return accept({ kind: 'xlsx', encoding: 'utf-8', ...text.value, footnotes: [], warnings })
}
