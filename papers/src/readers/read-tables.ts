/** A workbook or a CSV file as rows of cells, for lists that are no documents: rosters. */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import { decodeText } from '../encoding/decode-text.ts'
import type { ReadRefusal } from '../read-refusal.ts'
import { readingLimits } from '../reading-limits.ts'
import { openPackage } from './office-package.ts'
import { packageKind } from './package-parts.ts'
import { csvTable } from './read-csv.ts'
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
      const table = csvTable(decoded.value.text, fileName)
      if (table.rows.length > readingLimits.sheetRows) return refuseReading('sheet-too-large')
      return accept({ sheets: [table] })
    }
  }
}
