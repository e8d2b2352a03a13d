/**
 * Which column of a sheet that came back is which of its form: told by the headings, not by the place. A column that
 * was moved is found again; one that was taken out counts as untouched; one that the form does not know is named and not
 * read. What two columns could be is nobody's: both are named, and neither is read.
 *
 * Source: documents.md §4 (match columns by what the file says of itself, then by headings; unknown ones are named).
 */
import type { FileLine } from './compare-ledger.ts'
import type { Layout } from './layouts.ts'

/** The rows of a sheet that came back. */
export type FileTable = Readonly<{
  /** The rows that may be headings, cells merged across filled in; the last of them is the lowest when `keyAt` is known. */
  heads: readonly FileLine[]
  /** Where the hidden names of the lines stand, from 0; null: that column was taken out. */
  keyAt: number | null
  /** The lines; while `keyAt` is null, with all that stands above them. */
  rows: readonly FileLine[]
}>

export type SheetColumns = Readonly<{
  /** Headings of the form that the sheet no longer has: their cells are untouched. */
  missing: readonly string[]
  /** Headings of the sheet that the form does not know: not read. */
  ignored: readonly string[]
  /** What tells the matter of a line: its hidden name, or, where that column was taken out, its number. */
  told: 'by-name' | 'by-number'
}>

export type Fitted = Readonly<{
  columns: SheetColumns
  /** Cells in the order of the form, null where the sheet has no such column; behind them the hidden name. */
  lines: readonly FileLine[]
}>

/** `columns-unknown`: no heading of the form is there. `lines-unnamed`: neither hidden names nor numbers are. */
export type FitFault = 'columns-unknown' | 'lines-unnamed'

export function fitColumns(layout: Layout, table: FileTable): Fitted | FitFault {
  const { keyAt, rows } = table
  const head = keyAt === null ? likeliestHead(layout, table.heads) : (table.heads.at(-1) ?? null)
  if (!head) return 'columns-unknown'
  const lines = keyAt === null ? rows.filter(({ row }) => row > head.row) : rows
  const found = headingsOf(layout, table.heads, head).map((words, at) =>
    at === keyAt ? '' : words,
  )
  const places = placesOf(layout, found, head)
  const knows = layout.columns.some(
    ({ field }, at) => field !== 'place' && field !== 'blank' && places[at] !== null,
  )
  if (!knows) return 'columns-unknown'
  const number = places[layout.columns.findIndex(({ field }) => field === 'number')] ?? null
  if (keyAt === null && number === null) return 'lines-unnamed'
  return {
    columns: {
      missing: layout.columns.flatMap(({ heading }, at) => (places[at] === null ? [heading] : [])),
      ignored: ignoredIn(found, places, keyAt, lines),
      told: keyAt === null ? 'by-number' : 'by-name',
    },
    lines: lines.map(({ row, cells }) => ({ row, cells: inOrder(cells, places, keyAt) })),
  }
}

function inOrder(
  cells: FileLine['cells'],
  places: readonly (number | null)[],
  keyAt: number | null,
): FileLine['cells'] {
  const own = places.map((at) => (at === null ? null : (cells[at] ?? '')))
  return keyAt === null ? own : [...own, cells[keyAt] ?? '']
}

/** Where each column of the form stands. Headings that stand there as often as in the form are taken in their order. */
function placesOf(
  { columns }: Layout,
  found: readonly string[],
  lowest: FileLine,
): readonly (number | null)[] {
  const places = columns.map((): number | null => null)
  const taken = new Set<number>()
  const match = (wanted: (at: number) => string, has: (at: number) => string) => {
    const open = [...columns.keys()].filter((at) => places[at] === null)
    for (const words of new Set(open.map(wanted))) {
      if (words === '') continue
      const ours = open.filter((at) => wanted(at) === words)
      const theirs = [...found.keys()].filter((at) => !taken.has(at) && has(at) === words)
      if (ours.length !== theirs.length) continue
      for (const [nth, at] of ours.entries()) {
        const place = theirs[nth]
        if (place === undefined) continue
        places[at] = place
        taken.add(place)
      }
    }
  }
  const whole = (at: number) => bare(columns[at]?.heading ?? '')
  match(whole, (at) => found[at] ?? '')
  // The groups above the headings may have been taken apart; the lowest words still tell one column from another.
  const last = (words: string) => words.split('·').at(-1) ?? ''
  match(
    (at) => last(whole(at)),
    (at) => (found[at] === '' ? '' : bare(lowest.cells[at] ?? '')),
  )
  return places
}

/** The words over each column of the sheet, from the top down, as a form of several rows names its own: 责任·单位. */
function headingsOf(
  { heads }: Layout,
  rows: readonly FileLine[],
  head: FileLine,
): readonly string[] {
  const count = heads?.rows.length ?? 1
  const own = rows.filter(({ row }) => row > head.row - count && row <= head.row)
  const width = Math.max(0, ...own.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, at) => {
    const told: string[] = []
    for (const { cells } of own) {
      const words = bare(cells[at] ?? '')
      if (words !== '' && told.at(-1) !== words) told.push(words)
    }
    return told.join('·')
  })
}

/** Without the hidden column: the row that has most of the form's headings. */
function likeliestHead({ columns }: Layout, rows: readonly FileLine[]): FileLine | null {
  const wanted = new Set(columns.flatMap(({ heading }) => bare(heading).split('·').at(-1) ?? []))
  let best: FileLine | null = null
  let most = 1
  for (const one of rows) {
    const here = new Set(one.cells.map((cell) => bare(cell ?? '')))
    const known = [...wanted].filter((words) => here.has(words)).length
    if (known <= most) continue
    best = one
    most = known
  }
  return best
}

/** A column without a heading is named by its letters, where anything stands in it. */
function ignoredIn(
  found: readonly string[],
  places: readonly (number | null)[],
  keyAt: number | null,
  lines: readonly FileLine[],
): readonly string[] {
  const read = new Set([...places, keyAt])
  let width = found.length
  for (const { cells } of lines) width = Math.max(width, cells.length)
  const unread = Array.from({ length: width }, (_, at) => at).filter((at) => !read.has(at))
  return unread.flatMap((at) => {
    if (found[at] !== undefined && found[at] !== '') return [found[at]]
    return lines.some(({ cells }) => (cells[at] ?? '').trim() !== '') ? [`${letters(at)}列`] : []
  })
}

function letters(place: number): string {
  const before = Math.floor(place / 26)
  return (before > 0 ? letters(before - 1) : '') + String.fromCharCode(65 + (place % 26))
}

function bare(text: string): string {
  return text.replaceAll(/\s+/g, '')
}
