/**
 * What an exported ledger says of itself, so that it can come back: its form, the position of the log it shows, the
 * filter. It is sealed by the office that wrote it: base and lines of a comparison are taken from our own log, but a
 * position or filter that somebody else wrote into the file must not choose them.
 */
import { isDay, type Day } from '@luoshi/domain/kernel/day'
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import { isLayoutKey, type LayoutKey } from '@luoshi/domain/ledgers/layouts'

/** A form of the offices, or one of the county's own. */
export type LayoutName = LayoutKey | Id<'layout'>

export function isLayoutName(raw: string): raw is LayoutName {
  return isLayoutKey(raw) || isId('layout', raw)
}

export type LedgerAbout = Readonly<{
  congress: string
  layout: LayoutName
  seq: number
  /** Where the form stood in the log: the ledger of an earlier day may come out in a form learned later. */
  form: number
  /** The day it was exported on: what was late depends on it. */
  on: Day
  /** The filter it was exported with, as its address had it. */
  filter: Readonly<Record<string, string>>
}>

export type SealedAbout = LedgerAbout & Readonly<{ seal: string }>

const kind = 'luoshi-ledger-2'

/** What is sealed. */
export function aboutToSeal({ congress, layout, seq, form, on, filter }: LedgerAbout): string {
  const asked = Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([kind, congress, layout, seq, form, on, asked])
}

export function aboutText(about: LedgerAbout, seal: string): string {
  return JSON.stringify({ kind, ...about, seal })
}

/** Null for what no ledger of ours says: the words come from a file that anybody may have written. */
export function readAbout(text: string | null): SealedAbout | null {
  if (text === null || text.length > 5000) return null
  const raw = parsed(text)
  if (!isRecord(raw) || raw['kind'] !== kind) return null
  const { congress, layout, seq, form, filter, on, seal } = raw
  if (typeof congress !== 'string' || typeof seal !== 'string') return null
  if (typeof layout !== 'string' || !isLayoutName(layout)) return null
  if (!isPosition(seq) || !isPosition(form)) return null
  if (!isRecord(filter) || typeof on !== 'string' || !isDay(on)) return null
  const asked = Object.entries(filter).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  )
  return { congress, layout, seq, form, on, filter: Object.fromEntries(asked), seal }
}

function isPosition(raw: unknown): raw is number {
  return typeof raw === 'number' && Number.isSafeInteger(raw) && raw >= 0
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
