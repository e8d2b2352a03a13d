/** Where the headings of a sheet stand: the row with most known ones among the first, and what is merged with it. */
import type { ReadTable } from '../readers/read-xlsx.ts'
import { columnHeadings, type HeadRows } from './column-headings.ts'
import { meaningOf } from './heading-fields.ts'

const deepest = 12
const mostRows = 4

export function findHead(table: ReadTable): HeadRows | undefined {
  let best: HeadRows | undefined
  let most = 1
  for (const { row } of table.rows.slice(0, deepest)) {
    const rows = withMerged(table, row)
    const fields = columnHeadings(table, rows).flatMap(({ words }) => meaningOf(words) ?? [])
    const told = new Set(fields.map(({ field }) => field))
    // A long line of words above the table is no heading, however many of our words it holds.
    const has = told.has('opinion') || told.has('title')
    if (!has || told.size <= most) continue
    best = rows
    most = told.size
  }
  return best
}

/** Rows above and below that a merged heading reaches into. A title across the sheet is in one row and reaches nowhere. */
function withMerged({ merged }: ReadTable, row: number): HeadRows {
  let [from, to] = [row, row]
  for (const area of merged) {
    const isTall = area.to.row > area.from.row
    if (!isTall || area.from.row > row || area.to.row < row) continue
    if (area.to.row - area.from.row >= mostRows) continue
    from = Math.min(from, area.from.row)
    to = Math.max(to, area.to.row)
  }
  return { from, to }
}
