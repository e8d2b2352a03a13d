/**
 * Shares as intervals on one axis from 0 to 100 %: the box is where the share may lie, the mark what was found, the number
 * of people beside it. No colour judges anything; what rests on too little is drawn hollow and says so.
 *
 * Source: issue 6 point 6 (interval bars, not traffic lights); domain.md section 14 (“100 %” that nobody believes).
 */
import type { Drawing, Stroke } from '../../drawings/drawing.ts'
import { shareWords } from '../statistics/share-words.ts'
import type { Share } from '../statistics/share.ts'

export type IntervalRow = Readonly<{ label: string; share: Share; isEnough: boolean }>

/** The picture as a part of a paper. */
export type IntervalChart = Readonly<{ intervals: readonly IntervalRow[] }>

/** `people` and `thin`: how “240 people” and “not enough evidence” are said. */
export type IntervalWords = Readonly<{ people: (n: number) => string; thin: string }>

export const chineseIntervalWords: IntervalWords = { people: (n) => `${n}人`, thin: '证据不足' }

/** The same in words: every share with its people and its interval. */
export function intervalChartWords({ intervals }: IntervalChart): string {
  const { thin } = chineseIntervalWords
  return intervals
    .map(({ label, share, isEnough }) => `${label}${shareWords(share).zh}${isEnough ? '' : thin}`)
    .join('；')
}

const ink = '#1c2733'
const quiet = '#465466'
const blue = '#0b57a8'
const pale = '#cfe0f3'
const rule = '#c3ccd6'
const rowHeight = 30
const head = 18
const text = 9

/** @param width - In points. */
export function intervalDrawing(
  rows: readonly IntervalRow[],
  width: number,
  words: IntervalWords,
): Drawing {
  const labels = Math.min(130, width * 0.3)
  const said = rows.map((row) => peopleWords(row, words))
  const longest = Math.max(0, ...said.map((one) => widthOf(one)))
  // As much as what is written there needs: on a phone in English that is more than a third.
  const numbers = Math.max(Math.min(150, width * 0.3), longest + 14)
  const room = { from: labels, width: width - labels - numbers }
  const height = head + rows.length * rowHeight + 4
  return {
    width,
    height,
    strokes: [
      ...axisStrokes(room, height),
      ...rows.flatMap((row, at) => rowStrokes(row, head + at * rowHeight, room, words)),
    ],
  }
}

type Room = Readonly<{ from: number; width: number }>

function axisStrokes({ from, width }: Room, height: number): readonly Stroke[] {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((part): readonly Stroke[] => {
    const x = from + part * width
    return [
      { kind: 'line', x1: x, x2: x, y1: head - 4, y2: height - 2, color: rule, width: 0.5 },
      { kind: 'text', x, y: 9, text: `${part * 100}%`, size: 8, color: quiet, anchor: 'middle' },
    ]
  })
}

function rowStrokes(
  { label, share, isEnough }: IntervalRow,
  top: number,
  { from, width }: Room,
  words: IntervalWords,
): readonly Stroke[] {
  const middle = top + rowHeight / 2
  const x = (value: number) => from + value * width
  const box: Stroke = {
    kind: 'rect',
    x: x(share.low),
    y: middle - 5,
    width: Math.max(1, x(share.high) - x(share.low)),
    height: 10,
    fill: isEnough ? pale : '#ffffff',
    edge: isEnough ? blue : quiet,
  }
  const mark: Stroke = {
    kind: 'rect',
    x: Math.max(from, x(share.p) - 1.5),
    y: middle - 8,
    width: 3,
    height: 16,
    fill: isEnough ? blue : quiet,
    edge: null,
  }
  const [first, second] = [
    `${(share.p * 100).toFixed(1)}%`,
    peopleWords({ share, isEnough }, words),
  ]
  const said = (at: number, y: number, of: string, color: string, anchor: 'start' | 'end') =>
    ({ kind: 'text', x: at, y, text: of, size: text, color, anchor }) as const
  return [
    said(from - 8, middle + 3, fitted(label, from - 12), ink, 'end'),
    box,
    mark,
    said(from + width + 10, middle - 2, first, ink, 'start'),
    said(from + width + 10, middle + 9, second, quiet, 'start'),
  ]
}

function peopleWords(
  { share, isEnough }: Omit<IntervalRow, 'label'>,
  { people, thin }: IntervalWords,
): string {
  return `${people(share.n)}${isEnough ? '' : ` ${thin}`}`
}

/** A Han character is as wide as high, others about half. */
function widthOf(said: string): number {
  return [...said].reduce((sum, one) => sum + (one > '⺀' ? 1 : 0.55), 0) * text
}

function fitted(label: string, room: number): string {
  if (widthOf(label) <= room) return label
  let kept = label
  while (kept !== '' && widthOf(`${kept}…`) > room) kept = kept.slice(0, -1)
  return `${kept}…`
}
