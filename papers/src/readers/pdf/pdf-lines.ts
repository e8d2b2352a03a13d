/** Pieces of text become lines: what stands on one height, from left to right, each piece once. */
import type { PdfLine, PdfPiece } from './pdf-piece.ts'

/** Wider gaps, in sizes of the letters, part a line: columns of a table, or two fields beside each other */
const partingGap = 1.4

export function linesOf(pieces: readonly PdfPiece[]): readonly PdfLine[] {
  const rows: PdfPiece[][] = []
  for (const piece of pieces.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (
      first !== undefined &&
      piece.baseline - first.baseline < 0.35 * Math.min(first.size, piece.size) + 0.5
    )
      row?.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => lineOf(withoutTwins(row.toSorted((a, b) => a.left - b.left))))
}

/** Some programs print bold by printing twice, a hair apart. */
function withoutTwins(row: readonly PdfPiece[]): readonly PdfPiece[] {
  return row.filter((piece, at) => {
    const before = row.slice(Math.max(0, at - 4), at)
    return !before.some(
      (one) => one.text === piece.text && piece.left - one.left < 0.2 * piece.size,
    )
  })
}

export function lineOf(row: readonly PdfPiece[]): PdfLine {
  const parts: PdfPiece[] = []
  for (const piece of row) {
    const last = parts.at(-1)
    const gap = last === undefined ? Infinity : piece.left - last.right
    if (last === undefined || gap > partingGap * Math.min(last.size, piece.size)) parts.push(piece)
    else parts[parts.length - 1] = joined(last, piece, gap)
  }
  const size = Math.max(...row.map((piece) => piece.size))
  return {
    text: parts.map(({ text }) => text.trim()).join('\u3000\u3000'),
    left: parts[0]?.left ?? 0,
    right: Math.max(...parts.map(({ right }) => right)),
    baseline: row[0]?.baseline ?? 0,
    size,
    parts,
  }
}

function joined(last: PdfPiece, piece: PdfPiece, gap: number): PdfPiece {
  const isWords = /[\w.,;:)]$/.test(last.text) && /^[\w(]/.test(piece.text)
  const blank = isWords && gap > 0.15 * piece.size ? ' ' : ''
  return {
    text: last.text + blank + piece.text,
    left: last.left,
    right: Math.max(last.right, piece.right),
    baseline: last.baseline,
    size: Math.max(last.size, piece.size),
  }
}
