/** What stands under a chart: its title, and its counts in words where no table has them. */
import { barChartWords } from '@luoshi/domain/drawings/bar-chart'
import type { ChartBlock } from './paper.ts'

export function chartWords({ title, chart, hasTable }: ChartBlock): string {
  return hasTable ? `${title}（数字见上表）` : `${title}：${barChartWords(chart)}。`
}
