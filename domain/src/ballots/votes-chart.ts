/** How the votes of a ballot fell, row by row, as a picture. What is spoiled is no vote. Source: domain.md §8.8. */
import type { BarChart } from '../drawings/bar-chart.ts'
import type { BallotCount } from './ballot-count.ts'
import type { SheetColumn } from './ballot-sheet.ts'

/** @param names - Of the rows, in their order. */
export function votesChart(
  names: readonly string[],
  columns: readonly SheetColumn[],
  count: BallotCount,
  language: 'zh' | 'en' = 'zh',
): BarChart {
  const votes = columns.filter(({ field }) => field !== 'spoiled')
  return {
    series: votes.map((column) => column[language]),
    rows: names.map((label, at) => ({
      label,
      counts: votes.map(({ field }) => count.rows[at]?.[field] ?? 0),
    })),
    unit: language === 'zh' ? '票' : '',
  }
}
