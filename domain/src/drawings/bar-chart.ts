/**
 * Counts as bars lying on their side, each divided by what the counts are of: how matters stand, by unit; how votes fell.
 * Told apart by pattern and by number, so that it can be read in black and white; counts and their sums, no shares,
 * because of what a share is taken is for the rule book to say. Rows keep the order they are given in: nobody is ranked.
 *
 * Source: domain.md §7 (the denominator differs by county), §14 (“100 %”).
 */
import type { Drawing, Stroke } from './drawing.ts'

export type BarChart = Readonly<{
  /** What is counted, in the order of the bar. */
  series: readonly string[]
  rows: readonly Readonly<{ label: string; counts: readonly number[] }>[]
  /** 件, 票, 人; none in English. */
  unit: string
  /** The longest bar, when it stands in another part of the same picture. */
  most?: number
}>

const ink = '#1c2733'
const rowHeight = 22
const barHeight = 14
const text = 9

type Look = Readonly<{
  fill: string
  hatch: 'none' | 'rising' | 'falling' | 'upright'
  words: string
}>

/** Dark, hatched, light, hatched the other way …: neighbours differ in grey, too. */
const looks: readonly Look[] = [
  { fill: '#0b57a8', hatch: 'none', words: '#ffffff' },
  { fill: '#ffffff', hatch: 'rising', words: ink },
  { fill: '#a9c8ea', hatch: 'none', words: ink },
  { fill: '#ffffff', hatch: 'falling', words: ink },
  { fill: '#465466', hatch: 'none', words: '#ffffff' },
  { fill: '#ffffff', hatch: 'upright', words: ink },
]

const plain: Look = { fill: '#ffffff', hatch: 'none', words: ink }
const lookOf = (at: number): Look => looks[at % looks.length] ?? plain

/** @param width - In points. */
export function barChartDrawing(chart: BarChart, width: number): Drawing {
  const { series, rows, unit } = chart
  const [labels, totals] = [Math.min(120, width * 0.28), 46]
  const room = width - labels - totals
  const most = Math.max(1, chart.most ?? 0, ...rows.map(sumOf))
  const legend = legendStrokes(series, width)
  const bars = rows.flatMap((row, at) => {
    const y = legend.height + at * rowHeight
    const baseline = y + barHeight / 2 + text * 0.36
    const end = labels + (sumOf(row) / most) * room
    return [
      words(labels - 6, baseline, fitted(row.label, labels - 8), 'end'),
      ...barStrokes(row.counts, { x: labels, y, perCount: room / most }),
      words(
        end + 5,
        baseline,
        unit === '' ? String(sumOf(row)) : `共${sumOf(row)}${unit}`,
        'start',
      ),
    ]
  })
  const height = legend.height + rows.length * rowHeight
  return { width, height, strokes: [...legend.strokes, ...bars] }
}

/** The same in words, for whoever cannot see the picture: counts and their sum, no shares, which other rules define. */
export function barChartWords(chart: BarChart): string {
  const { series, rows, unit } = chart
  if (unit === '') return englishWords(chart)
  return rows
    .map((row) => {
      const parts = series.flatMap((name, at) => {
        const count = row.counts[at] ?? 0
        return count === 0 ? [] : [`${name}${count}${unit}`]
      })
      return `${row.label}共${sumOf(row)}${unit}${parts.length === 0 ? '' : `（${parts.join('，')}）`}`
    })
    .join('；')
}

function englishWords({ series, rows }: BarChart): string {
  return rows
    .map((row) => {
      const parts = series.flatMap((name, at) =>
        row.counts[at] ? [`${name} ${row.counts[at]}`] : [],
      )
      return `${row.label}: ${[`${sumOf(row)} in all`, ...parts].join(', ')}`
    })
    .join('; ')
}

function sumOf({ counts }: BarChart['rows'][number]): number {
  return counts.reduce((sum, one) => sum + one, 0)
}

function words(
  x: number,
  y: number,
  said: string,
  anchor: 'start' | 'middle' | 'end',
  color: string = ink,
): Stroke {
  return { kind: 'text', x, y, text: said, size: text, color, anchor }
}

/** In points, at the size of the labels: a Han character is as wide as high, others about half. */
function widthOf(said: string): number {
  return [...said].reduce((sum, one) => sum + (one > '\u2e7f' ? text : text * 0.55), 0)
}

function fitted(label: string, room: number): string {
  if (widthOf(label) <= room) return label
  let kept = label
  while (kept !== '' && widthOf(`${kept}…`) > room) kept = kept.slice(0, -1)
  return `${kept}…`
}

function legendStrokes(series: readonly string[], width: number) {
  const strokes: Stroke[] = []
  let [x, y] = [0, 0]
  for (const [at, name] of series.entries()) {
    const needed = 14 + widthOf(name) + 14
    if (x > 0 && x + needed > width) [x, y] = [0, y + 16]
    strokes.push(
      ...box({ x, y, width: 10, height: 10 }, lookOf(at)),
      words(x + 14, y + 8.5, name, 'start'),
    )
    x += needed
  }
  return { strokes, height: y + 20 }
}

type Place = Readonly<{ x: number; y: number; perCount: number }>

function barStrokes(counts: readonly number[], { x, y, perCount }: Place): readonly Stroke[] {
  const strokes: Stroke[] = []
  let from = x
  for (const [at, count] of counts.entries()) {
    if (count === 0) continue
    const look = lookOf(at)
    const width = count * perCount
    strokes.push(...box({ x: from, y, width, height: barHeight }, look))
    const said = String(count)
    const needed = widthOf(said) + 4
    if (needed <= width) {
      const [middle, baseline] = [from + width / 2, y + barHeight / 2 + text * 0.36]
      if (look.hatch !== 'none')
        strokes.push({
          kind: 'rect',
          x: middle - needed / 2,
          y: y + 2,
          width: needed,
          height: barHeight - 4,
          fill: '#ffffff',
          edge: null,
        })
      strokes.push(words(middle, baseline, said, 'middle', look.words))
    }
    from += width
  }
  return strokes
}

type Box = Readonly<{ x: number; y: number; width: number; height: number }>

function box(place: Box, { fill, hatch }: Look): readonly Stroke[] {
  return [
    { kind: 'rect', ...place, fill, edge: null },
    ...hatchStrokes(place, hatch),
    { kind: 'rect', ...place, fill: null, edge: ink },
  ]
}

const apart = 4

/** Lines that end at the edges of the box: no clipping, which not every format knows. */
function hatchStrokes({ x, y, width, height }: Box, hatch: Look['hatch']): readonly Stroke[] {
  const line = (x1: number, y1: number, x2: number, y2: number): Stroke => ({
    kind: 'line',
    x1,
    y1,
    x2,
    y2,
    color: ink,
    width: 0.6,
  })
  if (hatch === 'none') return []
  const strokes: Stroke[] = []
  if (hatch === 'upright') {
    for (let at = apart; at < width; at += apart) strokes.push(line(x + at, y, x + at, y + height))
    return strokes
  }
  for (let at = apart; at < width + height; at += apart) {
    const [left, right] = [Math.max(0, at - height), Math.min(at, width)]
    const [low, high] = [at - left, at - right]
    strokes.push(
      hatch === 'rising'
        ? line(x + left, y + low, x + right, y + high)
        : line(x + left, y + height - low, x + right, y + height - high),
    )
  }
  return strokes
}
