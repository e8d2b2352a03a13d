/** A chart of a paper as strokes, and what stands under it: its title, and its figures in words where no table has them. */
import { barChartDrawing, barChartWords } from '@luoshi/domain/drawings/bar-chart'
import type { Drawing } from '@luoshi/domain/drawings/drawing'
import {
  chineseIntervalWords,
  intervalChartWords,
  intervalDrawing,
} from '@luoshi/domain/surveys/results/interval-chart'
import type { ChartBlock } from './paper.ts'

export function chartWords({ title, chart, hasTable }: ChartBlock): string {
  return hasTable ? `${title}（数字见上表）` : `${title}：${figureWords({ chart })}。`
}

/** For whoever cannot see the picture. */
export function figureWords({ chart }: Pick<ChartBlock, 'chart'>): string {
  return 'intervals' in chart ? intervalChartWords(chart) : barChartWords(chart)
}

/** @param width - In points. */
export function chartDrawing({ chart }: Pick<ChartBlock, 'chart'>, width: number): Drawing {
  return 'intervals' in chart
    ? intervalDrawing(chart.intervals, width, chineseIntervalWords)
    : barChartDrawing(chart, width)
}

export function chartLabels({ chart }: Pick<ChartBlock, 'chart'>): readonly string[] {
  return ('intervals' in chart ? chart.intervals : chart.rows).map(({ label }) => label)
}
