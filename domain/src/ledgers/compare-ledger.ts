/**
 * What somebody changed in an exported ledger, seen against what the ledger said then and says now: three sides, so
 * that nothing is overwritten silently. A line is told by its hidden key, not by its place or number.
 *
 * Source: documents.md §4 (row identity; 新增 / 修改 / 删除 / 冲突).
 */
import { isId, type MatterId } from '../kernel/ids.ts'
import { layouts, lineOf, type LayoutColumn, type LayoutKey, type LedgerField } from './layouts.ts'
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
    /** `both`: file and ledger changed the same cell. `twice`: two lines name one matter. `gone`: no such matter then. */
    why: 'both' | 'twice' | 'gone'
    changes: readonly CellChange[]
  }>[]
  unchanged: number
}>

/** A line of the file: its row in the sheet, its cells as they are shown. */
export type FileLine = Readonly<{ row: number; cells: readonly string[] }>

type Side = ReadonlyMap<MatterId, LedgerEntry>

/** `rows`: the lines of the file below its headings. `then`: the ledger as exported. `now`: as it stands. */
export function compareLedger(
  layout: LayoutKey,
  rows: readonly FileLine[],
  then: Side,
  now: Side,
): LedgerComparison {
  const added: LedgerComparison['new'][number][] = []
  const changed: LedgerComparison['changed'][number][] = []
  const conflicts: LedgerComparison['conflicts'][number][] = []
  const seen = new Set<MatterId>()
  let unchanged = 0
  for (const { row, cells } of rows) {
    const matter = matterOf(cells, layout)
    if (matter === null) {
      const words = newLine(layout, cells)
      if (words !== null) added.push({ row, cells: words })
      continue
    }
    const was = then.get(matter)
    const is = now.get(matter)
    const number = is?.number ?? was?.number ?? 0
    if (seen.has(matter) || !was || !is) {
      const why = seen.has(matter) ? 'twice' : 'gone'
      conflicts.push({ row, matter, number, why, changes: [] })
      continue
    }
    seen.add(matter)
    const changes = changesOf(layout, cells, was, is)
    if (changes.length === 0) unchanged += 1
    else if (changes.some(({ was: before, ledger }) => before !== ledger))
      conflicts.push({ row, matter, number, why: 'both', changes })
    else changed.push({ row, matter, number, changes })
  }
  const removed = [...then.values()]
    .filter(({ matter }) => !seen.has(matter))
    .map(({ matter, number, title }) => ({ matter, number, title }))
  return { new: added, changed, removed, conflicts, unchanged }
}

/** The matter that a line's hidden cell, the one after its form's, names. */
function matterOf(cells: readonly string[], layout: LayoutKey): MatterId | null {
  const key = cells[layouts[layout].columns.length] ?? ''
  return isId('matter', key) ? key : null
}

/** Cells that the person changed, unless the ledger has come to say the same meanwhile. */
function changesOf(
  layout: LayoutKey,
  cells: readonly string[],
  was: LedgerEntry,
  is: LedgerEntry,
): readonly CellChange[] {
  const before = textsOf(layout, was)
  const ledger = textsOf(layout, is)
  return layouts[layout].columns.flatMap(({ field, heading }, at) => {
    if (field === 'place') return []
    const cell = { was: before[at] ?? '', file: plain(cells[at] ?? ''), ledger: ledger[at] ?? '' }
    return cell.file === cell.was || cell.file === cell.ledger ? [] : [{ field, heading, ...cell }]
  })
}

function textsOf(layout: LayoutKey, entry: LedgerEntry): readonly string[] {
  return lineOf(layout, entry, 0).map((value) => plain(value === null ? '' : String(value)))
}

/** Line ends and blanks at the end of a line mean nothing: offices change them when they save. */
function plain(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[ \t]+$/gm, '')
    .trim()
}

/** A line somebody added; null for an empty one, or one of the foot. */
function newLine(
  layout: LayoutKey,
  cells: readonly string[],
): Readonly<Record<string, string>> | null {
  const { columns } = layouts[layout]
  const words = columns.flatMap((one, at) => cellOf(one, cells[at]))
  const said = words.filter(([heading]) => heading !== columns[0]?.heading)
  return said.length < 2 ? null : Object.fromEntries(words)
}

function cellOf(
  { heading }: LayoutColumn,
  cell: string | undefined,
): readonly (readonly [string, string])[] {
  const text = plain(cell ?? '')
  return text === '' ? [] : [[heading, text]]
}
