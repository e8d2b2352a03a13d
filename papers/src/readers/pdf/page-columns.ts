/**
 * Puts the lines of a page set in two columns into the order they are read in: what runs across, then the left column,
 * then the right. Only prose that fills both columns counts; the columns of a table are left as they stand.
 */
import { lineOf } from './pdf-lines.ts'
import type { PdfLine, PdfPiece } from './pdf-piece.ts'

export type Columned = Readonly<{ lines: readonly PdfLine[]; isTwo: boolean }>

const leastLines = 6
/** However wide a page says it is. */
const tries = 40

export function inReadingOrder(lines: readonly PdfLine[], width: number): Columned {
  const gutter = gutterOf(lines, width)
  if (gutter === undefined) return { lines, isTwo: false }
  const ordered: PdfLine[] = []
  let left: PdfLine[] = []
  let right: PdfLine[] = []
  const flush = () => {
    ordered.push(...left, ...right)
    left = []
    right = []
  }
  for (const line of lines) {
    const before = line.parts.filter((part) => part.right <= gutter)
    const after = line.parts.filter((part) => part.left >= gutter)
    if (before.length + after.length < line.parts.length) {
      flush()
      ordered.push(line)
      continue
    }
    if (before.length > 0) left.push(lineOf(before))
    if (after.length > 0) right.push(lineOf(after))
  }
  flush()
  return { lines: ordered, isTwo: true }
}

/** Where the page is parted: near its middle, crossed by few lines, and most lines on the left run up to it. */
function gutterOf(lines: readonly PdfLine[], width: number): number | undefined {
  for (let place = 0; place <= tries; place += 1) {
    const at = width * (0.42 + (0.16 * place) / tries)
    const left = sideOf(lines, (part) => part.right <= at)
    const right = sideOf(lines, (part) => part.left >= at)
    const crossing = lines.filter((line) =>
      line.parts.some((part) => part.left < at && part.right > at),
    )
    if (left.length < leastLines || right.length < leastLines) continue
    if (crossing.length > lines.length * 0.25) continue
    if (isProse(left) && isProse(right)) return at
  }
  return undefined
}

function sideOf(lines: readonly PdfLine[], isOn: (part: PdfPiece) => boolean): readonly PdfPiece[] {
  return lines.flatMap((line) => {
    const parts = line.parts.filter(isOn)
    return parts.length === 0 ? [] : [lineOf(parts)]
  })
}

/** Lines of a dozen characters or more that mostly end at one edge. */
function isProse(side: readonly PdfPiece[]): boolean {
  const edge = Math.max(...side.map(({ right }) => right))
  const long = side.filter(({ left, right, size }) => right - left > 10 * size)
  const full = long.filter(({ right, size }) => edge - right < 2 * size)
  return long.length >= side.length * 0.6 && full.length >= side.length * 0.4
}
