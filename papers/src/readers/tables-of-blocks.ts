/**
 * The tables of a Word document or a web page, as those of a workbook: for the page on which columns are mapped. Only of a
 * file that is mainly a table under headings we know; of a report with a small table its words matter, and it is read as it
 * stands. The rows are those that stand in the text, in the same order.
 */
import { findHead } from '../mapping/find-head.ts'
import { furnitureMark } from '../outline/read-lines.ts'
import type { ReadTable, TableRow } from './read-xlsx.ts'
import type { Area } from './sheet-address.ts'
import type { Block } from './word-blocks.ts'

/** How cells of tables are merged, by the number of the table. */
export type MergedCells = ReadonlyMap<number, readonly Area[]>

export function tablesOfBlocks(
  blocks: readonly Block[],
  merged: MergedCells,
): readonly ReadTable[] | undefined {
  const tables: { table: number; rows: TableRow[] }[] = []
  let words = 0
  let cells = 0
  let before: number | undefined
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      words += block.text.startsWith(furnitureMark) ? 0 : block.text.trim().length
      before = undefined
      continue
    }
    cells += block.cells.reduce((sum, cell) => sum + cell.length, 0)
    if (block.table !== before) tables.push({ table: block.table, rows: [] })
    const rows = tables.at(-1)?.rows
    rows?.push({ row: block.row, cells: block.cells, doubts: block.doubts })
    before = block.table
  }
  const read = tables.map(({ table, rows }, at) => ({
    name: `表${at + 1}`,
    rows,
    merged: merged.get(table) ?? [],
    hiddenColumns: [],
    widths: [],
  }))
  return cells > words && read.some((one) => findHead(one) !== undefined) ? read : undefined
}
