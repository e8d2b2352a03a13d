/**
 * The height of a row by its words: not every office fits rows by itself when a height is missing.
 * A Chinese character takes two places, a line 15 points; no row may be higher than 409 points.
 */
import type { SheetColumn, SheetValues } from './sheet-plan.ts'

const linePoints = 15
const mostPoints = 409

export function rowHeight(columns: readonly SheetColumn[], values: SheetValues): number {
  let lines = 1
  for (const [place, column] of columns.entries()) {
    const value = values[place]
    if (typeof value === 'string' && !column.hidden)
      lines = Math.max(lines, linesOf(value, column.width))
  }
  return Math.min(mostPoints, lines * linePoints + 3)
}

function linesOf(text: string, width: number): number {
  // A short text needs no counting: no line can be longer than twice its characters.
  if (text.length * 2 <= width && !text.includes('\n')) return 1
  const places = Math.max(2, width - 1)
  let lines = 0
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(placesOf(line) / places))
  return lines
}

function placesOf(line: string): number {
  let places = 0
  for (let at = 0; at < line.length; at += 1) places += line.charCodeAt(at) > 0x2e7f ? 2 : 1
  return places
}
