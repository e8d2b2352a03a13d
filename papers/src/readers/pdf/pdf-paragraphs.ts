/**
 * Lines become paragraphs by how they stand: a paragraph begins with an indent or after a line that stops short of the
 * right edge, and goes on at the left edge, over the end of the page too. What the words say counts only where the
 * paper indents nothing (documents.md §3, "Soft breaks").
 */
import { leadingField } from '../../outline/field-labels.ts'
import { findMarkers } from '../../outline/find-marker.ts'
import type { PdfLine } from './pdf-piece.ts'

export type Measure = Readonly<{
  left: number
  right: number
  size: number
  /** Whether paragraphs begin with an indent. */
  indents: boolean
  /** From one line to the next inside a paragraph. */
  step: number
}>

export type PdfParagraph = Readonly<{ lines: readonly PdfLine[]; text: string; indented: boolean }>

export function paragraphsOf(lines: readonly PdfLine[], measure: Measure): readonly PdfParagraph[] {
  const groups: PdfLine[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    if (group !== undefined && goesOn(group, line, measure)) group.push(line)
    else groups.push([line])
  }
  return groups.map((group) => ({
    lines: group,
    text: joinedWords(group),
    indented: isIndented(group[0], measure),
  }))
}

/**
 * The edges most lines keep to, and the size most letters have. Short lines alone have no edge that they could be full
 * to: it is `leastRight` at least.
 */
export function measureOf(lines: readonly PdfLine[], leastRight: number): Measure {
  const size =
    commonest(
      lines,
      ({ size }) => Math.round(size * 2) / 2,
      ({ text }) => text.length,
    ) ?? 12
  const body = lines.filter((line) => Math.abs(line.size - size) < size * 0.08)
  const long = body.filter((line) => line.right - line.left > 8 * size)
  const prose = long.length >= 3 ? long : body
  const left =
    commonest(
      prose,
      (line) => Math.round(line.left / 3) * 3,
      () => 1,
    ) ?? 0
  const leftmost = Math.min(
    left,
    ...prose.filter((line) => left - line.left < 3 * size).map((line) => line.left),
  )
  const right = Math.max(
    leastRight,
    commonest(
      prose,
      (line) => Math.round(line.right / 6) * 6,
      () => 1,
    ) ?? 0,
    ninetieth(prose.map((line) => line.right)),
  )
  const indented = prose.filter(({ left: at }) => Math.abs(at - leftmost - 2 * size) < 0.7 * size)
  const flush = prose.filter(({ left: at }) => at - leftmost < 0.6 * size)
  const steps = lines.flatMap((line, at) => {
    const step = line.baseline - (lines[at - 1]?.baseline ?? Infinity)
    return step > 0 && step < 4 * size ? [{ step }] : []
  })
  return {
    left: leftmost,
    right,
    size,
    indents: indented.length >= 2 && indented.length >= flush.length * 0.1,
    step:
      commonest(
        steps,
        ({ step }) => Math.round(step * 2) / 2,
        () => 1,
      ) ?? size * 1.5,
  }
}

function goesOn(group: readonly PdfLine[], line: PdfLine, measure: Measure): boolean {
  const before = group.at(-1)
  if (before === undefined || before.parts.length > 1 || line.parts.length > 1) return false
  if (Math.abs(before.size - line.size) > measure.size * 0.12) return false
  if (!isFull(before, measure)) return false
  const down = line.baseline - before.baseline
  if (down > Math.max(measure.step * 1.35, measure.size * 2.4)) return false
  const beginning = group[0]?.left ?? before.left
  const isHanging = line.left > beginning + 0.5 * measure.size
  if (isHanging)
    return group.length > 1 ? sameLeft(before, line, measure) : hangs(before, line, measure)
  if (line.left - measure.left > 0.7 * measure.size) return false
  return measure.indents || !beginsAnew(line)
}

function isFull({ right, text }: PdfLine, { right: edge, size }: Measure): boolean {
  const slack = /[，、；：。）”》]$/.test(text) ? 1.9 : 1.3
  return edge - right < slack * size
}

/** 附件：1.…  whose further lines stand under the words, not under the label. */
function hangs(first: PdfLine, next: PdfLine, { size }: Measure): boolean {
  return (
    next.left - first.left < 6 * size &&
    /^(?:附件|[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．])/.test(first.text)
  )
}

function sameLeft(before: PdfLine, line: PdfLine, { size }: Measure): boolean {
  return Math.abs(before.left - line.left) < 0.4 * size
}

function beginsAnew({ text }: PdfLine): boolean {
  return findMarkers(text).some(({ sure }) => sure) || leadingField(text) !== undefined
}

function isIndented(first: PdfLine | undefined, { left, size }: Measure): boolean {
  return first !== undefined && first.left - left > 1.2 * size
}

function joinedWords(group: readonly PdfLine[]): string {
  return group.reduce((text, line) => {
    const isLatin = /[A-Za-z,.;]$/.test(text) && /^[A-Za-z]/.test(line.text)
    return text + (isLatin ? ' ' : '') + line.text
  }, '')
}

function commonest<One>(
  all: readonly One[],
  valueOf: (one: One) => number,
  weightOf: (one: One) => number,
): number | undefined {
  const weights = new Map<number, number>()
  for (const one of all) weights.set(valueOf(one), (weights.get(valueOf(one)) ?? 0) + weightOf(one))
  const [best] = [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return best?.[0]
}

function ninetieth(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.9)] ?? 0
}
