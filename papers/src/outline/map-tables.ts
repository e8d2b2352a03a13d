/** Tables in a paper: each row under known headings becomes an opinion; all other rows are listed with a reason. */
import type { Paragraph } from './join-soft-breaks.ts'
import type { LeftOut } from './left-out.ts'
import type { Finished } from './finished-opinions.ts'
import type { Unnumbered } from './finish-opinion.ts'
import { type Heading, opinionOfRow } from './opinion-of-row.ts'
import type { Doubt } from './opinion.ts'
import type { TakenTable } from '../mapping/taken-tables.ts'
import type { Outline } from './outline.ts'
import { cellsOf, rowMark } from './read-lines.ts'
import { headingRow, headingsOf, tableFooter } from './table-heading.ts'

/** What the reader of the file noticed about each row, in the order of the rows. */
export type RowNotes = readonly (readonly Doubt[])[]

type Row = Readonly<{ paragraph: number; cells: readonly string[]; doubts: readonly Doubt[] }>

export function mapTables(
  outline: Outline,
  notes: RowNotes,
  taken?: readonly TakenTable[],
): Finished {
  const items: Unnumbered[] = []
  const leftOut: LeftOut[] = []
  for (const [place, table] of tablesOf(outline.paragraphs, notes).entries()) {
    const mapped =
      taken === undefined
        ? mapTable(table, outline.year)
        : mapTaken(table, taken[place] ?? null, outline.year)
    items.push(...mapped.items)
    leftOut.push(...mapped.leftOut)
  }
  return { items, leftOut }
}

/** Rows that follow each other without a line between them are one table. */
function tablesOf(paragraphs: readonly Paragraph[], notes: RowNotes): readonly (readonly Row[])[] {
  const tables: Row[][] = []
  let rows = 0
  let inside = false
  for (const { index, text } of paragraphs) {
    const isRow = text.startsWith(rowMark)
    if (isRow) {
      const row = { paragraph: index, cells: cellsOf(text), doubts: notes[rows] ?? [] }
      if (inside) tables.at(-1)?.push(row)
      else tables.push([row])
      rows += 1
    }
    inside = isRow
  }
  return tables
}

function mapTable(rows: readonly Row[], documentYear: number | undefined): Finished {
  const place = headingRow(rows)
  if (place === undefined) return { items: [], leftOut: rows.map(leave('unknown-table')) }
  const headings = headingsOf(rows[place]?.cells ?? [])
  const titles = rows.slice(0, place)
  const year = documentYear ?? yearIn(titles)
  const end = rows.findIndex(
    (row, at) => at > place && tableFooter.test(row.cells.find((cell) => cell !== '') ?? ''),
  )
  const body = rows.slice(place + 1, end < 0 ? undefined : end)
  const items: Unnumbered[] = []
  const leftOut = [
    ...titles.map(leave('table-title')),
    ...rows.slice(place, place + 1).map(leave('table-heading')),
  ]
  for (const row of body) {
    const opinion = isHeadingAgain(row, headings) ? undefined : opinionOfRow(row, headings, year)
    if (opinion !== undefined) items.push(opinion)
    else leftOut.push(leave(isHeadingAgain(row, headings) ? 'table-heading' : 'table-row')(row))
  }
  return {
    items,
    leftOut: [...leftOut, ...(end < 0 ? [] : rows.slice(end).map(leave('table-footer')))],
  }
}

const reasonOf = {
  title: 'table-title',
  heading: 'table-heading',
  footer: 'table-footer',
  group: 'table-group',
} as const

/** As the clerk has mapped it. Rows that continue an opinion are read together with it. */
function mapTaken(
  rows: readonly Row[],
  taken: TakenTable,
  documentYear: number | undefined,
): Finished {
  if (taken === null) return { items: [], leftOut: rows.map(leave('sheet-not-taken')) }
  const { kinds, headings } = taken
  const year = documentYear ?? yearIn(rows.filter((_, place) => kinds[place] === 'title'))
  const leftOut: LeftOut[] = []
  const groups: Row[][] = []
  for (const [place, row] of rows.entries()) {
    const kind = kinds[place] ?? 'body'
    if (kind === 'more' && groups.length > 0) groups.at(-1)?.push(row)
    else if (kind === 'body' || kind === 'more') groups.push([row])
    else leftOut.push(leave(reasonOf[kind])(row))
  }
  const items: Unnumbered[] = []
  for (const group of groups) {
    const opinion = opinionOfRow(together(group), headings, year)
    if (opinion === undefined) leftOut.push(...group.map(leave('table-row')))
    else items.push({ ...opinion, paragraphs: group.map(({ paragraph }) => paragraph) })
  }
  return { items, leftOut }
}

/** The rows of one opinion as one: in each column what its rows say, each once. */
function together(group: readonly Row[]): Row {
  const [first] = group
  if (first === undefined) throw new Error('A group of no rows')
  if (group.length === 1) return first
  const width = Math.max(...group.map(({ cells }) => cells.length))
  const cells = Array.from({ length: width }, (_, place) =>
    [...new Set(group.map((row) => (row.cells[place] ?? '').trim()))]
      .filter((cell) => cell !== '')
      .join('\n'),
  )
  return { ...first, cells, doubts: [...new Set(group.flatMap(({ doubts }) => doubts))] }
}

function leave(reason: LeftOut['reason']): (row: Row) => LeftOut {
  return ({ paragraph }) => ({ paragraph, reason })
}

function isHeadingAgain(row: Row, headings: readonly Heading[]): boolean {
  return headings.every(({ words }, place) => (row.cells[place] ?? '') === words)
}

function yearIn(rows: readonly Row[]): number | undefined {
  const year = /(?<!\d)(20\d\d)年?/.exec(rows.flatMap((row) => row.cells).join(' '))?.[1]
  return year === undefined ? undefined : Number(year)
}
