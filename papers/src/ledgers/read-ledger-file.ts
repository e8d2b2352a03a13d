/** An exported ledger that came back: what it says of itself, and its lines with the hidden key that names each. */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { ReadRefusal } from '../read-refusal.ts'
import { readingLimits } from '../reading-limits.ts'
import { openPackage } from '../readers/office-package.ts'
import { packageKind } from '../readers/package-parts.ts'
import { readXlsx, type TableRow } from '../readers/read-xlsx.ts'
import { refuseReading } from '../readers/refusals.ts'
import { sniffFile } from '../readers/sniff-file.ts'
import { readAbout, type SealedAbout } from './ledger-about.ts'
import { keyHeading } from './ledger-sheet.ts'

export type LedgerFile = Readonly<{
  about: SealedAbout
  /** Where the hidden names of the lines stand, from 0: one more, and somebody put a column in. */
  keyAt: number
  rows: readonly TableRow[]
}>

export function readLedgerFile(bytes: Uint8Array): Result<LedgerFile, ReadRefusal> {
  if (bytes.byteLength > readingLimits.uploadBytes) return refuseReading('too-large')
  const sniffed = sniffFile(bytes, '')
  if (sniffed.kind === 'refused') return refuseReading(sniffed.code)
  if (sniffed.kind === 'text') return refuseReading('not-our-ledger')
  const pack = openPackage(bytes)
  if (!pack.ok) return pack
  const kind = packageKind(pack.value)
  if (!kind.ok) return kind
  if (kind.value !== 'xlsx') return refuseReading('not-our-ledger')
  const content = readXlsx(pack.value)
  if (!content.ok) return content
  const about = readAbout(content.value.about)
  const [sheet] = content.value.sheets
  if (about === null || !sheet) return refuseReading('not-our-ledger')
  const head = sheet.rows.find(({ cells }) => cells.includes(keyHeading))
  if (!head) return refuseReading('not-our-ledger')
  const rows = sheet.rows.filter(({ row }) => row > head.row)
  return accept({ about, keyAt: head.cells.indexOf(keyHeading), rows })
}
