/** A cell merged downwards stands for each row beside it: its words are filled in, and the rows are marked. */
import { addDoubt, putCell, type Sheet, type SheetRow } from './read-sheet.ts'

/** Merges of a real sheet do not overlap, so they never take more steps than this. */
const mostSteps = 2_000_000

/** Only rows that hold something of their own are filled. */
export function fillMergedCells({ rows, merged }: Sheet): void {
  const places = new Map(rows.map((row, place) => [row.row, place]))
  let steps = 0
  for (const { from, to } of merged) {
    if (to.row === from.row) continue
    const first = places.get(from.row)
    const words = first === undefined ? undefined : rows[first]?.cells[from.column - 1]
    if (first === undefined || words === undefined || words === '') continue
    for (let place = first + 1; place < rows.length && steps < mostSteps; place += 1) {
      const row = rows[place]
      if (row === undefined || row.row > to.row) break
      fill(row, from.column, words)
      steps += 1
    }
  }
}

function fill(row: SheetRow, column: number, words: string): void {
  if ((row.cells[column - 1] ?? '') !== '') return
  putCell(row, column, words)
  addDoubt(row, 'merged-cell')
}
