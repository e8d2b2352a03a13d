/** Which row of a table names its columns. Source: domain.md §8.1, §8.2. */
import { columnOf, type LedgerColumn } from './ledger-columns.ts'
import type { Heading } from './opinion-of-row.ts'

type Row = Readonly<{ cells: readonly string[] }>

const deepestHeading = 8

/** The row with most known headings among the first; it must name the words of the opinion and one thing more. */
export function headingRow(rows: readonly Row[]): number | undefined {
  let best: number | undefined
  let most = 1
  for (const [place, row] of rows.slice(0, deepestHeading).entries()) {
    const columns = headingsOf(row.cells).flatMap(({ column }) => column ?? [])
    const hasWords = columns.includes('content') || columns.includes('name')
    if (!hasWords || columns.length <= most) continue
    best = place
    most = columns.length
  }
  return best
}

/** A column counts once: the first 问题 is the content, a second becomes an extra. */
export function headingsOf(cells: readonly string[]): readonly Heading[] {
  const seen = new Set<LedgerColumn>()
  return cells.map((words) => {
    const column = columnOf(words)
    if (column === undefined || seen.has(column)) return { column: undefined, words }
    seen.add(column)
    return { column, words }
  })
}

/** Begins what stands below the rows: a sum, who filled it in, a note. */
export const tableFooter =
  /^(?:合计|总计|小计|填表人|填报人|填报单位|制表人?|审核人?|负责人签字|单位负责人|联系电话|注[：:]|备注[：:]|说明[：:])/
