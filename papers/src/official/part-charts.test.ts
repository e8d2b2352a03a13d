import type { BarChart } from '@luoshi/domain/drawings/bar-chart'
import { expect, it } from 'vitest'
import { chartDrawing } from './chart-words.ts'
import { partCharts } from './part-charts.ts'

const rows = Array.from({ length: 30 }, (_, at) => ({ label: `单位${at + 1}`, counts: [at, 1] }))
const chart: BarChart = { series: ['已整改', '正在整改'], rows, unit: '件' }
const block = { kind: 'chart', title: '图　各单位', chart, hasTable: true } as const

it('a chart of thirty units is two of one scale, each within a page', () => {
  const parts = partCharts([block]).flatMap((one) => (one.kind === 'chart' ? [one] : []))
  expect(parts.map(({ title }) => title)).toEqual(['图　各单位（一）', '图　各单位（二）'])
  const own = parts.map((one) => ('rows' in one.chart ? one.chart : chart))
  expect(own.flatMap((one) => one.rows)).toEqual(rows)
  expect(own.map(({ most }) => most)).toEqual([30, 30])
  for (const one of parts) expect(chartDrawing(one, 440).height).toBeLessThan(560)
  const few = { ...block, chart: { ...chart, rows: rows.slice(0, 24) } }
  expect(partCharts([few])).toEqual([few])
})
