/**
 * What is printed on every page and is no part of the text: heads, feet and page numbers. They are found by repeating
 * at the edge of the pages, never by their words alone, and are listed with the reason, not thrown away.
 */
import type { PdfLine } from './pdf-piece.ts'

export type PageLines = Readonly<{ height: number; lines: readonly PdfLine[] }>

/** The lines of a page that are furniture, and the text proper. */
export type Furnished = Readonly<{ text: readonly PdfLine[]; furniture: readonly PdfLine[] }>

/** Of the height of the page, above and below: GB/T 9704 leaves 37 mm above the text and 35 mm below it. */
const edge = 0.14
const pageNumber =
  /^[-—–－─・·\s]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*页)?(?:\s*[,，/／]?\s*共?\s*\d{1,4}\s*页?)?[-—–－─・·\s]*$/i
/** What papers of ours bear outside the text's box. */
const ownMark = /^(?:查验码.{8,24}|扫码或凭码核对真伪|草稿.{0,3}未登记.*)$/
const dressed = /[-—–－─・·第页/／]/

export function furnishedPages(pages: readonly PageLines[]): readonly Furnished[] {
  const repeated = repeatedKeys(pages)
  return pages.map(({ height, lines }, page) => {
    const isFurniture = (line: PdfLine) =>
      keysOf(line, page, height).some((key) => repeated.has(key)) ||
      (isAtEdge(line, height) &&
        ((isPageNumber(line.text) && dressed.test(line.text)) || ownMark.test(line.text.trim())))
    const first = lines.findIndex((line) => !isFurniture(line))
    const last = lines.findLastIndex((line) => !isFurniture(line))
    return {
      text: first < 0 ? [] : lines.slice(first, last + 1),
      furniture: first < 0 ? lines : [...lines.slice(0, first), ...lines.slice(last + 1)],
    }
  })
}

/** Keys that stand at the same height on two pages at least, and on two of five of all. */
function repeatedKeys(pages: readonly PageLines[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const [page, { height, lines }] of pages.entries()) {
    const keys = new Set(lines.flatMap((line) => keysOf(line, page, height)))
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const least = Math.max(2, Math.ceil(pages.length * 0.4))
  return new Set([...counts].flatMap(([key, count]) => (count >= least ? [key] : [])))
}

/** Its words as they are; those of a page number also counted from the page: 第3页 on the third page is 第1页 on all. */
function keysOf(line: PdfLine, page: number, height: number): readonly string[] {
  if (!isAtEdge(line, height)) return []
  const words = line.text.replaceAll(/\s/g, '')
  if (words.length > 60) return []
  const place = Math.round(line.baseline / 8)
  const isNumber = isPageNumber(line.text) || /第\d{1,4}页/.test(words)
  const counted = words.replaceAll(/\d{1,4}/g, (number) => `#${Number(number) - page}`)
  const signs = isNumber ? [words, counted] : [words]
  return [place - 1, place, place + 1].flatMap((at) => signs.map((sign) => `${at}:${sign}`))
}

function isPageNumber(text: string): boolean {
  return text.length <= 30 && pageNumber.test(text)
}

function isAtEdge({ baseline, size }: PdfLine, height: number): boolean {
  return baseline - size < height * edge || baseline > height * (1 - edge)
}
