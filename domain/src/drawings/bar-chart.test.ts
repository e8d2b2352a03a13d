import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barChartDrawing, barChartWords, type BarChart } from './bar-chart.ts'
import type { Stroke } from './drawing.ts'
import { drawingSvg } from './drawing-svg.ts'

const states: BarChart = {
  series: ['已办结', '整改中', '未启动'],
  rows: [
    { label: '县水利局', counts: [7, 4, 1] },
    { label: '县住房和城乡建设局', counts: [0, 3, 0] },
  ],
  unit: '件',
}

const textsOf = (strokes: readonly Stroke[]) =>
  strokes.flatMap((one) => (one.kind === 'text' ? [one.text] : []))

const charts = fc
  .record({
    series: fc.array(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 7 }),
    width: fc.integer({ min: 200, max: 900 }),
    seed: fc.array(fc.array(fc.nat({ max: 60 }), { minLength: 7, maxLength: 7 }), {
      minLength: 1,
      maxLength: 12,
    }),
  })
  .map(({ series, width, seed }) => ({
    width,
    chart: {
      series,
      rows: seed.map((counts, at) => ({
        label: `单位${at}`,
        counts: counts.slice(0, series.length),
      })),
      unit: '件',
    },
  }))

describe('a chart of counts', () => {
  it('keeps the order of the units, and has the sum beside every bar', () => {
    const texts = textsOf(barChartDrawing(states, 440).strokes)
    expect(texts.indexOf('县水利局')).toBeLessThan(texts.indexOf('县住房和城乡建设局'))
    expect(texts).toEqual(expect.arrayContaining(['共12件', '共3件', '7', '4']))
  })

  it('says every count with its sum, and no share of anything', () => {
    expect(barChartWords(states)).toBe(
      '县水利局共12件（已办结7件，整改中4件，未启动1件）；县住房和城乡建设局共3件（整改中3件）',
    )
    expect(barChartWords({ ...states, rows: [{ label: '甲', counts: [0, 0, 0] }] })).toBe('甲共0件')
    const english = { series: ['yes', 'no'], rows: [{ label: 'One', counts: [7, 0] }], unit: '' }
    expect(barChartWords(english)).toBe('One: 7 in all, yes 7')
    expect(JSON.stringify(barChartDrawing(english, 400))).not.toContain('共')
  })

  it('stays within its frame, whatever is counted', () => {
    fc.assert(
      fc.property(charts, ({ chart, width }) => {
        const { strokes, height } = barChartDrawing(chart, width)
        for (const one of strokes) {
          if (one.kind === 'text') continue
          const [left, right, top, bottom] =
            one.kind === 'rect'
              ? [one.x, one.x + one.width, one.y, one.y + one.height]
              : [
                  Math.min(one.x1, one.x2),
                  Math.max(one.x1, one.x2),
                  Math.min(one.y1, one.y2),
                  Math.max(one.y1, one.y2),
                ]
          expect(left).toBeGreaterThanOrEqual(-0.01)
          expect(top).toBeGreaterThanOrEqual(-0.01)
          expect(right).toBeLessThanOrEqual(width + 0.01)
          expect(bottom).toBeLessThanOrEqual(height + 0.01)
        }
      }),
    )
  })

  it('tells neighbours apart without colour: by grey or by hatching', () => {
    const { strokes } = barChartDrawing(
      { ...states, series: ['一', '二', '三', '四', '五', '六'], rows: [] },
      800,
    )
    const boxes = strokes.flatMap((one) => (one.kind === 'rect' && one.fill !== null ? [one] : []))
    const look = boxes.map(({ x, width, fill }) => {
      const lines = strokes.filter(
        (one) => one.kind === 'line' && one.x1 >= x && one.x2 <= x + width,
      )
      const slopes = lines.map((one) =>
        one.kind === 'line'
          ? Math.sign(Math.round(one.x2 - one.x1) * Math.round(one.y2 - one.y1))
          : 0,
      )
      return `${fill} ${lines.length > 0} ${Math.min(...slopes)}`
    })
    expect(new Set(look).size).toBe(6)
  })

  it('becomes SVG in which nothing anybody wrote is markup', () => {
    const svg = drawingSvg(
      barChartDrawing({ ...states, series: ['<script>"&', '乙', '丙'] }, 440),
      'a"b',
    )
    expect(svg).not.toContain('<script>')
    expect(svg).toContain('&lt;script&gt;&quot;&amp;')
    expect(svg).toContain('font-family="a&quot;b"')
  })
})
