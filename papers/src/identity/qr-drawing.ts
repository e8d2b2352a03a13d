/** A QR code as strokes: rows of dark squares, each run one rectangle. Source: ISO/IEC 18004 (made by uqr). */
import type { Drawing, Stroke } from '@luoshi/domain/drawings/drawing'
import { encode } from 'uqr'

/** @param size - Of the whole picture in points, its quiet zone of two squares included. */
export function qrDrawing(text: string, size: number): Drawing {
  const { data } = encode(text, { ecc: 'M', border: 2 })
  const square = size / data.length
  const strokes = data.flatMap((row, line) =>
    runsOf(row).map(([from, to]): Stroke => ({
      kind: 'rect',
      x: from * square,
      y: line * square,
      width: (to - from) * square,
      height: square,
      fill: '#000000',
      edge: null,
    })),
  )
  return { width: size, height: size, strokes }
}

function runsOf(row: readonly boolean[]): readonly (readonly [from: number, to: number])[] {
  const runs: (readonly [number, number])[] = []
  let from: number | null = null
  for (const [at, dark] of [...row, false].entries()) {
    if (dark && from === null) from = at
    if (!dark && from !== null) {
      runs.push([from, at])
      from = null
    }
  }
  return runs
}
