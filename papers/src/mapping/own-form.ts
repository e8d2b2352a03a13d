/** The form of a county's sheet as it is kept: its title, its headings with their merges, what each column means. */
import type { FormWords, OwnForm } from '@luoshi/domain/ledgers/own-layout'
import type { SheetMapping } from '@luoshi/domain/ledgers/sheet-mapping'
import { covers } from './column-headings.ts'
import { printOf } from './propose-mapping.ts'
import type { SheetSight } from './sight.ts'

const usualWidth = 14
const mostColumns = 60
const longestWords = 500

export type SeenForm = Readonly<{ form: OwnForm; words: Omit<FormWords, 'name'> }>

/** `sight`: seen with the headings where the mapping has them. */
export function ownFormOf(sight: SheetSight, mapping: SheetMapping): SeenForm {
  const { headFrom, headTo } = mapping
  const headings = sight.proposed.columns.map(({ heading }) => heading)
  const last = Math.min(mostColumns, headings.findLastIndex((heading) => heading !== '') + 1)
  const places = Array.from({ length: last }, (_, place) => place)
  const heads = sight.rows
    .filter(({ row }) => row >= headFrom && row <= headTo)
    .map(({ row, cells }) =>
      places.map((place) =>
        isCovered(sight, row, place + 1) ? '' : (cells[place] ?? '').slice(0, longestWords),
      ),
    )
  const title = sight.rows
    .filter(({ row }) => row < headFrom)
    .flatMap(({ cells }) => cells.find((cell) => cell.trim() !== '') ?? [])[0]
  return {
    form: {
      print: sight.proposed.print ?? printOf(headings),
      fields: places.map((place) => mapping.columns[place] ?? null),
      // A file has them in parts of a sign (8.43); what is kept in the log are whole numbers.
      widths: places.map((place) => Math.max(1, Math.round(sight.widths[place] ?? usualWidth))),
      merged: sight.merged
        .filter(({ from, to }) => from.row >= headFrom && to.row <= headTo && to.column <= last)
        .map(({ from, to }) => ({
          fromRow: from.row - headFrom + 1,
          fromColumn: from.column,
          toRow: to.row - headFrom + 1,
          toColumn: to.column,
        })),
    },
    words: { title: (title ?? sight.name).slice(0, longestWords), heads },
  }
}

/** Part of a merged cell, but not its first. */
function isCovered({ merged }: SheetSight, row: number, column: number): boolean {
  return merged.some(
    (area) => covers(area, row, column) && (area.from.row !== row || area.from.column !== column),
  )
}
