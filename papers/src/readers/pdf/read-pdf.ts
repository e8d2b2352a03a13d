/**
 * Reads a PDF that has text: lines by their places, paragraphs rebuilt from them, heads, feet and page numbers set
 * apart. A scan has no text and is refused with the way out.
 */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import { furnitureMark } from '../../outline/read-lines.ts'
import type { ReadRefusal } from '../../read-refusal.ts'
import { type ReadWarning, readWarnings, type ReadWarningCode } from '../read-warning.ts'
import { refuseReading } from '../refusals.ts'
import { inReadingOrder } from './page-columns.ts'
import { type Furnished, furnishedPages } from './page-furniture.ts'
import { linesOf } from './pdf-lines.ts'
import { pdfPages } from './pdf-pages.ts'
import { measureOf, paragraphsOf, type PdfParagraph } from './pdf-paragraphs.ts'
import type { PdfLine, PdfPage } from './pdf-piece.ts'
import { unsafePdf } from './pdf-safety.ts'

export type PdfContent = Readonly<{ text: string; warnings: readonly ReadWarning[] }>

/** Fewer characters than these on a page are a stamp on a scan, no text. */
const leastCharacters = 8

export async function readPdf(bytes: Uint8Array): Promise<Result<PdfContent, ReadRefusal>> {
  const unsafe = unsafePdf(bytes)
  if (unsafe !== undefined) return refuseReading(unsafe)
  const read = await pdfPages(bytes)
  if (!read.ok) return read
  const pages = read.value
  const warnings = new Set<ReadWarningCode>()
  const furnished = furnishedPages(
    pages.map(({ height, pieces }) => ({ height, lines: linesOf(pieces) })),
  )
  const signs = furnished.map(({ text }) => text.reduce((sum, line) => sum + line.text.length, 0))
  if (signs.every((count) => count < leastCharacters) && !hasFewWords(furnished))
    return refuseReading('scan')
  if (isRubbish(furnished)) return refuseReading('no-characters')
  if (pages.length > 1 && signs.some((count) => count < leastCharacters))
    warnings.add('pages-without-text')
  if (furnished.some(({ furniture }) => furniture.length > 0)) warnings.add('page-furniture')
  if (pages.some(({ turned }) => turned.length > 0)) warnings.add('turned-text')
  const text = textOf(pages, furnished, warnings)
  return accept({ text, warnings: readWarnings(warnings) })
}

/** A paper of one page may have one short line. */
function hasFewWords(pages: readonly Furnished[]): boolean {
  return pages.length === 1 && pages.some(({ text }) => text.length > 0)
}

/** A font without a table of characters gives signs that mean nothing. */
function isRubbish(pages: readonly Furnished[]): boolean {
  const words = pages.flatMap(({ text }) => text.map((line) => line.text)).join('')
  const broken = words.match(/[\p{Co}\p{Cc}\ufffd]/gu)
  return (broken?.length ?? 0) > words.length * 0.2
}

function textOf(
  pages: readonly PdfPage[],
  furnished: readonly Furnished[],
  warnings: Set<ReadWarningCode>,
): string {
  const ordered = furnished.map(({ text }, page) => inReadingOrder(text, pages[page]?.width ?? 0))
  if (ordered.some(({ isTwo }) => isTwo)) warnings.add('two-columns')
  const all = ordered.flatMap(({ lines }) => lines)
  if (isTabular(all)) warnings.add('laid-out-table')
  const pageOf = new Map<PdfLine, number>(
    ordered.flatMap(({ lines }, page) => lines.map((line): [PdfLine, number] => [line, page])),
  )
  const paragraphs = ordered.some(({ isTwo }) => isTwo)
    ? ordered.flatMap(({ lines }) => paragraphsOf(lines, measureOf(lines, 0)))
    : paragraphsOf(
        all,
        measureOf(all, leastRightEdge * Math.min(...pages.map(({ width }) => width))),
      )
  const asides = pages.map((page, at) => asidesOf(page, furnished[at]))
  const lines: string[] = []
  let left = 0
  for (const paragraph of paragraphs) {
    const begins = pageOf.get(paragraph.lines[0] ?? noLine) ?? left
    lines.push(...asides.slice(left, begins).flat(), wordsOf(paragraph))
    left = Math.max(left, begins)
  }
  return [...lines, ...asides.slice(left).flat()].join('\n')
}

/** What stands on a page and is no text, after the paragraph that runs over its end. */
function asidesOf(page: PdfPage, furnished: Furnished | undefined): readonly string[] {
  const furniture = furnished?.furniture.map(({ text }) => text) ?? []
  return [...furniture, ...page.turned].map((words) => furnitureMark + words)
}

/** Of the width of a page: nobody leaves a wider margin beside running text. */
const leastRightEdge = 0.7

const noLine: PdfLine = { text: '', left: 0, right: 0, baseline: 0, size: 0, parts: [] }

function wordsOf({ text, indented }: PdfParagraph): string {
  return indented ? `\u3000\u3000${text}` : text
}

/** Two lines or more, one below the other, parted at the same places. */
function isTabular(lines: readonly PdfLine[]): boolean {
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
