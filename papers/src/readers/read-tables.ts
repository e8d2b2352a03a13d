/** A workbook or a CSV file as rows of cells, for lists that are no documents: rosters. */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import { decodeText } from '../encoding/decode-text.ts'
import type { ReadRefusal } from '../read-refusal.ts'
import { readingLimits } from '../reading-limits.ts'
import { openPackage } from './office-package.ts'
import { packageKind } from './package-parts.ts'
import { readXlsx, type TableRow } from './read-xlsx.ts'
import { refuseReading } from './refusals.ts'
import { sniffFile } from './sniff-file.ts'

export type Tables = Readonly<{
  sheets: readonly Readonly<{ name: string; rows: readonly TableRow[] }>[]
}>

export function readTables(bytes: Uint8Array, fileName: string): Result<Tables, ReadRefusal> {
  if (bytes.byteLength > readingLimits.uploadBytes) return refuseReading('too-large')
  const sniffed = sniffFile(bytes, fileName)
  switch (sniffed.kind) {
    case 'refused':
      return refuseReading(sniffed.code)
    case 'html':
    case 'pdf':
      return refuseReading('no-table')
    case 'zip': {
      const pack = openPackage(bytes)
      if (!pack.ok) return pack
      const kind = packageKind(pack.value)
      if (!kind.ok) return kind
      if (kind.value !== 'xlsx') return refuseReading('no-table')
      const read = readXlsx(pack.value)
      return read.ok ? accept({ sheets: read.value.sheets }) : read
    }
    case 'text': {
      const decoded = decodeText(bytes)
      if (!decoded.ok) return decoded
      const rows = csvRows(decoded.value.text)
      if (rows.length > readingLimits.sheetRows) return refuseReading('sheet-too-large')
      return accept({ sheets: [{ name: fileName, rows }] })
    }
  }
}

/** RFC 4180, with tabs where a line has them and no comma: what Excel copies and saves. */
function csvRows(text: string): readonly TableRow[] {
  const lines = text.replace(/^\uFEFF/, '')
  const mark = !lines.includes(',') && lines.includes('\t') ? '\t' : ','
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = 0; at < lines.length; at += 1) {
    const sign = lines[at] ?? ''
    if (quoted && sign === '"' && lines[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted
    else if (!quoted && sign === mark) {
      rows.at(-1)?.push(cell)
      cell = ''
    } else if (!quoted && sign === '\n') {
      rows.at(-1)?.push(cell)
      rows.push([])
      cell = ''
    } else if (quoted || sign !== '\r') cell += sign
  }
  rows.at(-1)?.push(cell)
  return rows.map((cells, at) => ({ row: at + 1, cells, doubts: [] }))
}
