/** An exported ledger that came back: what it says of itself, and its lines with the hidden key that names each. */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { ReadRefusal } from '../read-refusal.ts'
import { readingLimits } from '../reading-limits.ts'
import { openPackage } from '../readers/office-package.ts'
import { packageKind } from '../readers/package-parts.ts'
import { readXlsx, type ReadTable, type TableRow } from '../readers/read-xlsx.ts'
import { refuseReading } from '../readers/refusals.ts'
import { sniffFile } from '../readers/sniff-file.ts'
import { readAbout, type SealedAbout } from './ledger-about.ts'
import { keyHeading } from './ledger-sheet.ts'

export type LedgerFile = Readonly<{
  about: SealedAbout
  /** Rows that may be headings, down to the lowest, cells merged across filled in. */
  heads: readonly TableRow[]
  /** Where the hidden names of the lines stand, from 0; null: somebody took that column out. */
  keyAt: number | null
  /** The lines below the headings; while nothing tells where those are, all rows. */
  rows: readonly TableRow[]
}>

/** Headings stand at the top, also where somebody put a few lines above them. */
const topRows = 30

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
  if (about === null) return refuseReading('not-our-ledger')
  // A sheet that somebody put before ours is none of our lines.
  const { sheets } = content.value
  const sheet = sheets.find((one) => one.rows.some(isKeyHead)) ?? sheets[0]
  return sheet ? accept({ about, ...linesOf(sheet) }) : refuseReading('not-our-ledger')
}

function isKeyHead({ cells }: TableRow): boolean {
  return cells.includes(keyHeading)
}

function linesOf(table: ReadTable): Omit<LedgerFile, 'about'> {
  const { rows } = table
  const head = rows.find(isKeyHead)
  if (!head) return { heads: filledAcross(rows.slice(0, topRows), table), keyAt: null, rows }
  return {
    heads: filledAcross(rows.filter(({ row }) => row <= head.row).slice(-topRows), table),
    keyAt: head.cells.indexOf(keyHeading),
    rows: rows.filter(({ row }) => row > head.row),
  }
}

/** A heading over several columns stands over each of them. */
function filledAcross(rows: readonly TableRow[], { merged }: ReadTable): readonly TableRow[] {
  return rows.map((row) => {
    const cells = [...row.cells]
    for (const { from, to } of merged) {
      if (row.row < from.row || row.row > to.row) continue
      const words = cells[from.column - 1] ?? ''
      if (words === '') continue
      const end = Math.min(to.column, readingLimits.sheetColumns)
      for (let at = from.column; at < end; at += 1) if ((cells[at] ?? '') === '') cells[at] = words
    }
    return { ...row, cells }
  })
}
