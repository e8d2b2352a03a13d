/**
 * The headings of a sheet's columns, read through merged cells and over one to three rows: under 责任 stand 单位 and
 * 责任人, so the first of them is 责任单位.
 */
import type { ReadTable, TableRow } from '../readers/read-xlsx.ts'
import type { Area } from '../readers/sheet-address.ts'

export type ColumnHeading = Readonly<{
  /** From the top down, without repeats. */
  words: readonly string[]
}>

export type HeadRows = Readonly<{ from: number; to: number }>

export function widthOf({ rows }: ReadTable): number {
  return rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
}

export function columnHeadings(table: ReadTable, { from, to }: HeadRows): readonly ColumnHeading[] {
  const head = table.rows.filter(({ row }) => row >= from && row <= to)
  return Array.from({ length: widthOf(table) }, (_, place) => {
    const words: string[] = []
    for (const row of head) {
      const text = shownAt(table, row, place)
      if (text !== '' && words.at(-1) !== text) words.push(text)
    }
    return { words }
  })
}

/** A cell's words, or those of the cell it is merged into. */
function shownAt({ rows, merged }: ReadTable, row: TableRow, place: number): string {
  const own = plain(row.cells[place])
  if (own !== '') return own
  const area = merged.find((one) => covers(one, row.row, place + 1))
  if (!area) return ''
  return plain(rows.find((one) => one.row === area.from.row)?.cells[area.from.column - 1])
}

export function covers({ from, to }: Area, row: number, column: number): boolean {
  return row >= from.row && row <= to.row && column >= from.column && column <= to.column
}

function plain(text: string | undefined): string {
  return (text ?? '').replaceAll(/\s+/g, '')
}

/** One heading as people say it, for pages and for keeping. */
export function headingText({ words }: ColumnHeading): string {
  return words.join('·')
}
