/**
 * A ledger as a sheet: its columns and the values of a line. A hidden last column names each line's matter and vouches
 * for the line: clerks sort, copy and delete rows, and paste some from older exports; a number alone would not tell.
 */
import { lineName } from '@luoshi/domain/ledgers/compare-ledger'
import type { LedgerEntry } from '@luoshi/domain/ledgers/ledger-entry'
import {
  lineOf,
  type Layout,
  type LayoutColumn,
  type LedgerField,
} from '@luoshi/domain/ledgers/layouts'
import type { SheetColumn, SheetPlan, SheetValues } from '../sheets/sheet-plan.ts'

/** Its heading also marks the row of the headings in a file that comes back. */
export const keyHeading = '#事项'

const keyColumn: SheetColumn = { heading: keyHeading, kind: 'text', width: 4, hidden: true }

export function ledgerPlan(
  { name, columns, heads }: Layout,
  { title, note }: Readonly<{ title: string; note: string }>,
): SheetPlan {
  return {
    name: sheetName(name),
    title,
    note,
    columns: [...columns.map(sheetColumnOf), keyColumn],
    ...(heads ? { heads } : {}),
  }
}

/** What no sheet may be called is left out: at most 31 characters, none of these signs. Source: ECMA-376 18.2.19. */
function sheetName(name: string): string {
  const plain = name.replaceAll(/[[\]:*?/\\']/g, '').slice(0, 31)
  return plain.trim() === '' ? '台账' : plain
}

/** A line and, hidden behind it, the matter it is about. `place` counts from 1. */
export function ledgerLine(
  layout: Layout,
  entry: LedgerEntry,
  { place, seal }: Readonly<{ place: number; seal: string }>,
): SheetValues {
  return [...lineOf(layout, entry, place), lineName(entry.matter, seal)]
}

const kinds: Partial<Readonly<Record<LedgerField, SheetColumn['kind']>>> = {
  place: 'count',
  number: 'count',
  round: 'count',
  due: 'day',
  closedOn: 'day',
}

const choices: Partial<Readonly<Record<LedgerField, readonly string[]>>> = {
  category: ['问题类', '建议类'],
  resultClass: ['A', 'B', 'C', 'D'],
}

function sheetColumnOf({ field, heading, width }: LayoutColumn): SheetColumn {
  const offered = choices[field]
  const kind = kinds[field] ?? 'text'
  return { heading, width, kind, ...(offered ? { choices: offered } : {}) }
}
