/**
 * Lines become paragraphs: a line that was only broken to fit the page goes back to the line before it
 * (documents.md §3, "Soft breaks"). A line that begins with a label, or a row of a table, never does.
 */
import { leadingField } from './field-labels.ts'
import { findMarkers } from './find-marker.ts'
import { furnitureMark, type Line, readLines, rowMark } from './read-lines.ts'

export type Paragraph = Readonly<{
  /** Counts from 0. */
  index: number
  from: number
  to: number
  text: string
  firstLine: number
  lastLine: number
}>

/** No paragraph that a person wrote has more. */
const mostLines = 100

export function paragraphsOf(text: string): readonly Paragraph[] {
  const lines = readLines(text)
  const width = wrapWidth(lines)
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    if (
      group !== undefined &&
      before !== undefined &&
      group.length < mostLines &&
      isContinuation(before, line, width)
    )
      group.push(line)
    else groups.push([line])
  }
  return groups.map(paragraphFrom)
}

function paragraphFrom(group: readonly Line[], index: number): Paragraph {
  const first = group[0]
  const last = group.at(-1)
  return {
    index,
    from: first?.from ?? 0,
    to: last?.to ?? 0,
    text: group.map((line, place) => blankBefore(group[place - 1], line) + line.text).join(''),
    firstLine: first?.number ?? 0,
    lastLine: last?.number ?? 0,
  }
}

/** Latin words keep a blank where the line was broken. */
function blankBefore(before: Line | undefined, line: Line): string {
  const isLatin =
    /^[A-Za-z]/.test(line.text) && /[A-Za-z0-9,.;]$/.test(before?.text.slice(-1) ?? '')
  return isLatin ? ' ' : ''
}

function isContinuation(before: Line, next: Line, width: number | undefined): boolean {
  if (before.text === '' || next.text === '') return false
  if (isMarked(before) || isMarked(next)) return false
  if (/\d$/.test(before.text) && /^[年月日个%]/.test(next.text)) return true
  const unfinished = /[，、（《“]$/.test(before.text)
  const full = width !== undefined && isFull(before, width) && !next.indented
  if (!unfinished && !full) return false
  return (
    !findMarkers(next.text).some((marker) => marker.sure || marker.number > 999) &&
    leadingField(next.text) === undefined
  )
}

/** Rows of tables, and heads and feet of pages: the readers have made each a line of its own. */
function isMarked({ text }: Line): boolean {
  return text.startsWith(rowMark) || text.startsWith(furnitureMark)
}

function isFull(line: Line, width: number): boolean {
  return line.text.length >= width - 3 && !/[。！？；：…”）]$/.test(line.text)
}

/** The width of text that was broken by hand at the edge of the page; undefined when it was not. */
function wrapWidth(lines: readonly Line[]): number | undefined {
  const prose = lines.filter((line) => line.text !== '' && !isMarked(line))
  if (prose.length < 5) return undefined
  const lengths = prose.map((line) => line.text.length).sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  if (width < 15 || width > 60) return undefined
  const full = prose.filter(
    (line) => Math.abs(line.text.length - width) <= 3 && isFull(line, width),
  )
  return full.length >= prose.length * 0.2 ? width : undefined
}
