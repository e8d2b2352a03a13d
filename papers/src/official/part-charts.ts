/**
 * A chart of more rows than a page holds is parted into several, each with its turn in its title; all have one scale, so
 * that a bar is as long in the one as in the other.
 */
import { chineseNumber } from '@luoshi/domain/people/chinese-number'
import type { Block, ChartBlock } from './paper.ts'

/** With the legend and the words below, on an upright page. */
const mostBars = 24
const mostIntervals = 16

export function partCharts(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] =>
    block.kind === 'chart' ? parted(block) : [block],
  )
}

function parted(block: ChartBlock): readonly ChartBlock[] {
  const { chart, title } = block
  const charts =
    'intervals' in chart
      ? slices(chart.intervals, mostIntervals).map((intervals) => ({ intervals }))
      : slices(chart.rows, mostBars).map((rows) => ({ ...chart, rows, most: longest(chart.rows) }))
  if (charts.length <= 1) return [block]
  return charts.map((one, at) => ({
    ...block,
    title: `${title}（${chineseNumber(at + 1)}）`,
    chart: one,
  }))
}

function longest(rows: readonly Readonly<{ counts: readonly number[] }>[]): number {
  return Math.max(...rows.map(({ counts }) => counts.reduce((sum, one) => sum + one, 0)))
}

/** Of much the same length. */
function slices<Row>(rows: readonly Row[], most: number): readonly (readonly Row[])[] {
  const parts = Math.ceil(rows.length / most)
  const each = Math.ceil(rows.length / Math.max(1, parts))
  return Array.from({ length: parts }, (_, at) => rows.slice(at * each, (at + 1) * each))
}
