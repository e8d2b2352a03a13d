/**
 * Reads a PDF that has text: lines by their places, paragraphs rebuilt from them, heads, feet and page numbers set
 * apart. A scan has no text and is refused with the way out.
 */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import { furnitureMark } from '../../outline/read-lines.ts'
import type { ReadRefusal } from '../../read-refusal.ts'
import { type ReadWarning, readWarnings, type ReadWarningCode } from '../read-warning.ts'
import { refuseReading } from '../refusals.ts'
import type { MergedCells } from '../tables-of-blocks.ts'
import type { Block } from '../word-blocks.ts'
import { inReadingOrder } from './page-columns.ts'
import { type Furnished, furnishedPages } from './page-furniture.ts'
import { JoinedTables } from './joined-tables.ts'
import { linesOf } from './pdf-lines.ts'
import { pdfPages } from './pdf-pages.ts'
import { measureOf, paragraphsOf, type PdfParagraph } from './pdf-paragraphs.ts'
import type { PdfLine, PdfPage } from './pdf-piece.ts'
import { unsafePdf } from './pdf-safety.ts'
import { type Ruled, type RuledTable, ruledTables } from './ruled-tables.ts'
import { isTabular } from './tabular-lines.ts'

export type PdfContent = Readonly<{
  blocks: readonly Block[]
  merged: MergedCells
  warnings: readonly ReadWarning[]
}>

/** Fewer characters than these on a page are a stamp on a scan, no text. */
const leastCharacters = 8

export async function readPdf(bytes: Uint8Array): Promise<Result<PdfContent, ReadRefusal>> {
  const unsafe = unsafePdf(bytes)
  if (unsafe !== undefined) return refuseReading(unsafe)
  const read = await pdfPages(bytes)
  if (!read.ok) return read
  const pages = read.value
  const warnings = new Set<ReadWarningCode>()
  const ruled = pages.map(({ rules, pieces }) => ruledTables(rules, pieces))
  const furnished = furnishedPages(
    pages.map(({ height }, at) => ({ height, lines: linesOf(ruled[at]?.rest ?? []) })),
  )
  const signs = furnished.map(
    ({ text }, at) =>
      text.reduce((sum, line) => sum + line.text.length, 0) +
      (ruled[at]?.tables ?? []).reduce((sum, { rows }) => sum + rows.flat().join('').length, 0),
  )
  if (signs.every((count) => count < leastCharacters) && !hasFewWords(furnished))
    return refuseReading('scan')
  if (isRubbish(furnished)) return refuseReading('no-characters')
  if (pages.length > 1 && signs.some((count) => count < leastCharacters))
    warnings.add('pages-without-text')
  if (furnished.some(({ furniture }) => furniture.length > 0)) warnings.add('page-furniture')
  if (pages.some(({ turned }) => turned.length > 0)) warnings.add('turned-text')
  if (ruled.some(({ tables }) => tables.length > 0)) warnings.add('ruled-tables')
  const { blocks, merged } = blocksOf(pages, furnished, ruled, warnings)
  return accept({ blocks, merged, warnings: readWarnings(warnings) })
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

function blocksOf(
  pages: readonly PdfPage[],
  furnished: readonly Furnished[],
  ruled: readonly Ruled[],
  warnings: Set<ReadWarningCode>,
) {
  const placed = new Map<PdfLine, RuledTable>()
  const ordered = furnished.map(({ text }, page) => {
    const tables = ruled[page]?.tables ?? []
    if (tables.length === 0) return inReadingOrder(text, pages[page]?.width ?? 0)
    return { lines: withTables(text, tables, placed), isTwo: false }
  })
  if (ordered.some(({ isTwo }) => isTwo)) warnings.add('two-columns')
  const all = ordered.flatMap(({ lines }) => lines)
  const words = all.filter((line) => !placed.has(line))
  if (isTabular(words)) warnings.add('laid-out-table')
  const pageOf = new Map<PdfLine, number>(
    ordered.flatMap(({ lines }, page) => lines.map((line): [PdfLine, number] => [line, page])),
  )
  const paragraphs = ordered.some(({ isTwo }) => isTwo)
    ? ordered.flatMap(({ lines }) => paragraphsOf(lines, measureOf(lines, 0)))
    : paragraphsOf(
        all,
        measureOf(words, leastRightEdge * Math.min(...pages.map(({ width }) => width))),
      )
  const asides = pages.map((page, at) => asidesOf(page, furnished[at]))
  const joined = new JoinedTables()
  let left = 0
  for (const paragraph of paragraphs) {
    const first = paragraph.lines[0] ?? noLine
    const table = placed.get(first)
    const begins = pageOf.get(first) ?? left
    // What stands at the foot of a page must not part a table that goes on over it.
    if (table && joined.goesOn(table)) {
      joined.add(table)
      continue
    }
    joined.say(asides.slice(left, begins).flat())
    left = Math.max(left, begins)
    if (table) joined.begin(table)
    else joined.say([wordsOf(paragraph)])
  }
  joined.say(asides.slice(left).flat())
  return joined
}

/** A line of no words stands where the table stood, and no paragraph runs over it. */
function withTables(
  text: readonly PdfLine[],
  tables: readonly RuledTable[],
  placed: Map<PdfLine, RuledTable>,
): readonly PdfLine[] {
  const lines = [...text]
  for (const table of tables) {
    const line = { ...noLine, baseline: table.top, parts: [noPiece, noPiece] }
    placed.set(line, table)
    const at = lines.findIndex(({ baseline }) => baseline > table.top)
    lines.splice(at < 0 ? lines.length : at, 0, line)
  }
  return lines
}

/** What stands on a page and is no text, after the paragraph that runs over its end. */
function asidesOf(page: PdfPage, furnished: Furnished | undefined): readonly string[] {
  const furniture = furnished?.furniture.map(({ text }) => text) ?? []
  return [...furniture, ...page.turned].map((words) => furnitureMark + words)
}

/** Of the width of a page: nobody leaves a wider margin beside running text. */
const leastRightEdge = 0.7

const noPiece = { text: '', left: 0, right: 0, baseline: 0, size: 0 } as const
const noLine: PdfLine = { text: '', left: 0, right: 0, baseline: 0, size: 0, parts: [] }

function wordsOf({ text, indented }: PdfParagraph): string {
  return indented ? `\u3000\u3000${text}` : text
}
