/**
 * A ledger as a sheet: its columns, the values of a line, and what the file says of itself so that it can come back.
 * A hidden last column names each line's matter: clerks sort, copy and delete rows, and a number alone would not tell.
 */
import { isDay, type Day } from '@luoshi/domain/kernel/day'
import type { LedgerEntry } from '@luoshi/domain/ledgers/ledger-entry'
import {
  isLayoutKey,
  layouts,
  lineOf,
  type LayoutColumn,
  type LayoutKey,
  type LedgerField,
} from '@luoshi/domain/ledgers/layouts'
import type { SheetColumn, SheetPlan, SheetValues } from '../sheets/sheet-plan.ts'

const keyColumn: SheetColumn = { heading: '#事项', kind: 'text', width: 4, hidden: true }

export function ledgerPlan(
  layout: LayoutKey,
  { title, note }: Readonly<{ title: string; note: string }>,
): SheetPlan {
  const { name, columns } = layouts[layout]
  return { name, title, note, columns: [...columns.map(sheetColumnOf), keyColumn] }
}

/** A line and, hidden behind it, the matter it is about. `place` counts from 1. */
export function ledgerLine(layout: LayoutKey, entry: LedgerEntry, place: number): SheetValues {
  return [...lineOf(layout, entry, place), entry.matter]
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

/** What an exported ledger says of itself: which form, and the position of the log that it shows. */
export type LedgerAbout = Readonly<{
  congress: string
  layout: LayoutKey
  seq: number
  /** The day it was exported on: what was late depends on it. */
  on: Day
  /** The filter it was exported with, as its address had it. */
  filter: Readonly<Record<string, string>>
}>

const kind = 'luoshi-ledger-1'

export function aboutText(about: LedgerAbout): string {
  return JSON.stringify({ kind, ...about })
}

/** Null for what no ledger of ours says: the words come from a file that anybody may have written. */
export function readAbout(text: string | null): LedgerAbout | null {
  if (text === null || text.length > 5000) return null
  const raw = parsed(text)
  if (!isRecord(raw) || raw['kind'] !== kind) return null
  const { congress, layout, seq, filter, on } = raw
  if (typeof congress !== 'string' || typeof layout !== 'string' || !isLayoutKey(layout))
    return null
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 0) return null
  if (!isRecord(filter) || typeof on !== 'string' || !isDay(on)) return null
  const asked = Object.entries(filter).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  )
  return { congress, layout, seq, on, filter: Object.fromEntries(asked) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
