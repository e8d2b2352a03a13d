/** How merged cells stand in a table of which only the rows that hold something are shown. */
import type { SeenSheet } from './mapping-state.ts'

type Span = Readonly<{ rowSpan: number; colSpan: number }>

/** By "row column": what a cell spans, or that another covers it. */
export function spansOf({
  merged,
  rows,
}: SeenSheet['sight']): ReadonlyMap<string, Span | 'covered'> {
  const spans = new Map<string, Span | 'covered'>()
  for (const { from, to } of merged) {
    const shown = rows.filter(({ row }) => row >= from.row && row <= to.row)
    const [first] = shown
    if (first?.row !== from.row) continue
    for (const { row } of shown)
      for (let column = from.column; column <= to.column; column += 1)
        spans.set(`${row} ${column}`, 'covered')
    spans.set(`${from.row} ${from.column}`, {
      rowSpan: shown.length,
      colSpan: to.column - from.column + 1,
    })
  }
  return spans
}
