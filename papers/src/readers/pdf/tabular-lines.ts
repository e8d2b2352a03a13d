/** Whether lines stand like rows of a table. */
import type { PdfLine } from './pdf-piece.ts'

/** Two lines or more, one below the other, parted at the same places. */
export function isTabular(lines: readonly PdfLine[]): boolean {
  return lines.some((line, at) => {
    const next = lines[at + 1]
    if (next === undefined || line.parts.length < 2 || next.parts.length < 2) return false
    return line.parts
      .slice(1)
      .some(({ left, size }) =>
        next.parts.slice(1).some((part) => Math.abs(part.left - left) < size * 0.3),
      )
  })
}

/** Two lines or more of several parts each: it is worth looking for the edges of cells. */
export function mayHoldTable(lines: readonly PdfLine[]): boolean {
  return lines.filter(({ parts }) => parts.length > 1).length > 1
}
