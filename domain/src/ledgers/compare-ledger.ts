/**
 * What somebody changed in an exported ledger, seen against what the ledger said then and says now: three sides, so
 * that nothing is overwritten silently. A line is told by its hidden key, not by its place or number.
 *
 * Source: documents.md §4 (row identity; 新增 / 修改 / 删除 / 冲突).
 */
import { isId, type MatterId } from '../kernel/ids.ts'
import { plainCell } from './cell-text.ts'
import type { SheetColumns } from './fit-columns.ts'
import { lineOf, type Layout, type LayoutColumn, type LedgerField } from './layouts.ts'
import type { LedgerEntry } from './ledger-entry.ts'

export type CellChange = Readonly<{
  field: LedgerField
  heading: string
  /** As it was exported. */
  was: string
  /** As the file has it now. */
  file: string
  /** As the ledger has it now. */
  ledger: string
}>

/**
 * `both`: file and ledger changed the same cell. `twice`: two lines name one matter. `gone`: no such matter then.
 * `foreign`: the line was not exported with this file: its hidden name was changed, or it comes from another export.
 */
export type ConflictReason = 'both' | 'twice' | 'gone' | 'foreign'

export type LedgerComparison = Readonly<{
  new: readonly Readonly<{ row: number; cells: Readonly<Record<string, string>> }>[]
  changed: readonly Readonly<{
    row: number
    matter: MatterId
    number: number
    changes: readonly CellChange[]
  }>[]
  removed: readonly Readonly<{ matter: MatterId; number: number; title: string }>[]
  conflicts: readonly Readonly<{
    row: number
    matter: MatterId
    number: number
    why: ConflictReason
    changes: readonly CellChange[]
  }>[]
  unchanged: number
}>

/** A line of the file: its row in the sheet, its cells as they are shown; null where the sheet has no such column. */
export type FileLine = Readonly<{ row: number; cells: readonly (string | null)[] }>

type Side = ReadonlyMap<MatterId, LedgerEntry>

export type Compared = Readonly<{
  layout: Layout
  /** The lines of the file below its headings. */
  rows: readonly FileLine[]
  /** The ledger as exported. */
  before: Side
  /** As it stands. */
  now: Side
  /** What vouches for a line as it was exported. */
  sealOf: (entry: LedgerEntry) => string
  /** By its number where the hidden names were taken out: nothing then vouches for a line. Absent: by its hidden name. */
  told?: SheetColumns['told']
}>

export function compareLedger(compared: Compared): LedgerComparison {
  const { layout, rows, before, now, sealOf } = compared
  const nameOf = compared.told === 'by-number' ? namesByNumber(compared) : hiddenName
  const added: LedgerComparison['new'][number][] = []
  const changed: LedgerComparison['changed'][number][] = []
  const conflicts: LedgerComparison['conflicts'][number][] = []
  const seen = new Set<MatterId>()
  let unchanged = 0
  for (const { row, cells } of rows) {
    const name = nameOf(cells, layout)
    if (name === null) {
      const words = newLine(layout, cells)
      if (words !== null) added.push({ row, cells: words })
      continue
    }
    const { matter, seal } = name
    const was = before.get(matter)
    const is = now.get(matter)
    const number = is?.number ?? was?.number ?? 0
    if (seen.has(matter) || !was || !is) {
      const why = seen.has(matter) ? 'twice' : 'gone'
      conflicts.push({ row, matter, number, why, changes: [] })
      continue
    }
    seen.add(matter)
    if (seal !== null && seal !== sealOf(was)) {
      conflicts.push({ row, matter, number, why: 'foreign', changes: [] })
      continue
    }
    const changes = changesOf(layout, cells, was, is)
    if (changes.length === 0) unchanged += 1
    else if (changes.some(({ was: before, ledger }) => before !== ledger))
      conflicts.push({ row, matter, number, why: 'both', changes })
    else changed.push({ row, matter, number, changes })
  }
  const removed = [...before.values()]
    .filter(({ matter }) => !seen.has(matter))
    .map(({ matter, number, title }) => ({ matter, number, title }))
  return { new: added, changed, removed, conflicts, unchanged }
}

type LineName = Readonly<{ matter: MatterId; seal: string | null }>

/** What a line's hidden cell, the one after its form's, says: the matter, and what vouches for the line. */
function hiddenName(cells: FileLine['cells'], { columns }: Layout): LineName | null {
  const [matter = '', seal = ''] = (cells[columns.length] ?? '').trim().split('~')
  return isId('matter', matter) ? { matter, seal } : null
}

/** A number that no matter bears names none: the line is a new one. */
function namesByNumber({ layout, before, now }: Compared) {
  const known = [...before.values(), ...now.values()]
  const matters = new Map(known.map(({ number, matter }) => [String(number), matter]))
  const at = layout.columns.findIndex(({ field }) => field === 'number')
  return (cells: FileLine['cells']): LineName | null => {
    const matter = matters.get(plainCell(cells[at] ?? ''))
    return matter ? { matter, seal: null } : null
  }
}

/** The hidden cell of a line. */
export function lineName(matter: MatterId, seal: string): string {
  return `${matter}~${seal}`
}

/** What is vouched for: the line as it was exported, but for its place, which sorting changes. */
export function sealedText(layout: Layout, entry: LedgerEntry): string {
  return JSON.stringify([entry.matter, ...textsOf(layout, entry)])
}

/** Cells that the person changed, unless the ledger has come to say the same meanwhile. */
function changesOf(
  layout: Layout,
  cells: FileLine['cells'],
  was: LedgerEntry,
  is: LedgerEntry,
): readonly CellChange[] {
  const before = textsOf(layout, was)
  const ledger = textsOf(layout, is)
  return layout.columns.flatMap(({ field, heading }, at) => {
    if (field === 'place' || cells[at] === null) return []
    const cell = {
      was: before[at] ?? '',
      file: plainCell(cells[at] ?? ''),
      ledger: ledger[at] ?? '',
    }
    return cell.file === cell.was || cell.file === cell.ledger ? [] : [{ field, heading, ...cell }]
  })
}

export function textsOf(layout: Layout, entry: LedgerEntry): readonly string[] {
  return lineOf(layout, entry, 0).map((value) => plainCell(value === null ? '' : String(value)))
}

/** A line somebody added; null for an empty one, or one of the foot. */
function newLine(
  { columns }: Layout,
  cells: FileLine['cells'],
): Readonly<Record<string, string>> | null {
  const words = columns.flatMap((one, at) => cellOf(one, cells[at]))
  const said = words.filter(([heading]) => heading !== columns[0]?.heading)
  return said.length < 2 ? null : Object.fromEntries(words)
}

function cellOf(
  { heading }: LayoutColumn,
  cell: string | null | undefined,
): readonly (readonly [string, string])[] {
  const text = plainCell(cell ?? '')
  return text === '' ? [] : [[heading, text]]
}
