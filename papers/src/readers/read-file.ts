/** Reads an uploaded file, whatever its name says: .docx and .xlsx by their own readers, the rest as text. */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import { decodeText } from '../encoding/decode-text.ts'
import type { RowNotes } from '../outline/map-tables.ts'
import { rowLine } from '../outline/read-lines.ts'
import type { ReadRefusal } from '../read-refusal.ts'
import { readingLimits } from '../reading-limits.ts'
import { type OfficePackage, openPackage } from './office-package.ts'
import { packageKind } from './package-parts.ts'
import { readDocx } from './read-docx.ts'
import type { ReadWarning } from './read-warning.ts'
import { readXlsx } from './read-xlsx.ts'
import { refuseReading } from './refusals.ts'
import { sniffFile } from './sniff-file.ts'

export type SourceKind = 'docx' | 'xlsx' | 'txt'

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
  const lines: string[] = []
  let table: number | undefined
  for (const block of blocks) {
    const own = block.kind === 'row' ? block.table : undefined
    if (own !== undefined && table !== undefined && own !== table) lines.push('')
    lines.push(block.kind === 'row' ? rowLine(block.cells) : block.text)
    table = own
  }
  const rowNotes = blocks.flatMap((block) => (block.kind === 'row' ? [block.doubts] : []))
  return accept({
    kind: 'docx',
    encoding: 'utf-8',
    text: lines.join('\n'),
    rowNotes,
    footnotes: notes,
    warnings,
  })
}

/** Sheets are parted by an empty line, so that each is a table of its own. */
function sheetText(pack: OfficePackage): Result<ReadFile, ReadRefusal> {
  const read = readXlsx(pack)
  if (!read.ok) return read
  const { sheets, warnings } = read.value
  const filled = sheets.filter((sheet) => sheet.rows.length > 0)
  const text = filled
    .map((sheet) => sheet.rows.map((row) => rowLine(row.cells)).join('\n'))
    .join('\n\n')
  const rowNotes = filled.flatMap((sheet) => sheet.rows.map((row) => row.doubts))
  return accept({ kind: 'xlsx', encoding: 'utf-8', text, rowNotes, footnotes: [], warnings })
}
