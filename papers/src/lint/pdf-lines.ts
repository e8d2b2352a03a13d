/** What stands where on the pages of a PDF: lines with their edges and sizes, in points from the top left corner. */
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { type Tight, tightWords } from './pdf-tight.ts'

export type PdfLine = Readonly<{
  text: string
  left: number
  right: number
  baseline: number
  size: number
  /** How many pieces of text it is made of, each with its own left edge: a row of a table has several. */
  parts: number
  /** How far one piece lies on the one before it, in sizes of its letters. */
  overlap: number
  /** Its words with the name of the font of each, from left to right. */
  runs: readonly Readonly<{ text: string; font: string }>[]
}>

export type PdfPage = Readonly<{
  width: number
  height: number
  lines: readonly PdfLine[]
  /** Words whose characters run into each other. */
  tight: readonly Tight[]
}>

type PdfFont = Readonly<{ name: string; embedded: boolean }>

export type PdfPages = Readonly<{ pages: readonly PdfPage[]; fonts: readonly PdfFont[] }>

const limits = { pages: 500 } as const

/** Null when it is no PDF that can be read, or a longer one than is read. */
export async function readPdfLines(bytes: Uint8Array): Promise<PdfPages | null> {
  const document = await open(bytes)
  if (document === null || document.numPages > limits.pages) return null
  const pages: PdfPage[] = []
  const fonts = new Map<string, PdfFont>()
  const { OPS } = await getResolvedPDFJS()
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    const pieces = items.flatMap((item) => ('str' in item ? pieceOf(item, height) : []))
    // Fonts are known only once the page has been gone through.
    const drawn = await page.getOperatorList()
    for (const { font } of pieces)
      if (!fonts.has(font) && page.commonObjs.has(font))
        fonts.set(font, fontOf(page.commonObjs.get(font)))
    const nameOf = (font: string) => fonts.get(font)?.name ?? '?'
    pages.push({ width, height, lines: linesOf(pieces, nameOf), tight: tightWords(drawn, OPS) })
    page.cleanup()
  }
  await document.cleanup()
  return { pages, fonts: [...fonts.values()] }
}

async function open(bytes: Uint8Array) {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 })
  } catch {
    // Damaged, encrypted, or something else under this name: the caller says which file.
    return null
  }
}

type Piece = Omit<PdfLine, 'parts' | 'runs' | 'overlap'> &
  Readonly<{ font: string; isUpright: boolean }>

type TextItem = Readonly<{
  str: string
  transform: readonly unknown[]
  width: number
  height: number
  fontName: string
}>

function pieceOf(item: TextItem, height: number): readonly Piece[] {
  const [, b, c, , x, y] = item.transform.map(Number)
  if (item.str.trim() === '' || x === undefined || y === undefined) return []
  return [
    {
      text: item.str,
      left: x,
      right: x + item.width,
      baseline: height - y,
      size: item.height,
      font: item.fontName,
      isUpright: b === 0 && c === 0,
    },
  ]
}

/** Pieces on one height are one line, from left to right. */
function linesOf(pieces: readonly Piece[], nameOf: (font: string) => string): readonly PdfLine[] {
  const rows: Piece[][] = []
  for (const piece of pieces.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const row = rows.at(-1)
    if (row?.[0] !== undefined && Math.abs(row[0].baseline - piece.baseline) < 2) row.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => {
    const ordered = row.toSorted((a, b) => a.left - b.left)
    return {
      text: ordered.map(({ text }) => text).join(''),
      runs: ordered.map(({ text, font }) => ({ text, font: nameOf(font) })),
      left: Math.min(...ordered.map(({ left }) => left)),
      right: Math.max(...ordered.map(({ right }) => right)),
      baseline: ordered[0]?.baseline ?? 0,
      size: Math.max(...ordered.map(({ size }) => size)),
      overlap: Math.max(0, ...ordered.map((piece, at) => overlapOf(ordered[at - 1], piece))),
      parts:
        1 + ordered.filter(({ left }, at) => left - (ordered[at - 1]?.right ?? left) > 4).length,
    }
  })
}

/** Bold is printed twice by some programs; watermarks lie across; in a gap of one piece stand words of another font. */
function overlapOf(before: Piece | undefined, piece: Piece): number {
  if (!before?.isUpright || !piece.isUpright || before.text === piece.text) return 0
  if (/\S\s+\S/.test(before.text)) return 0
  const size = Math.min(before.size, piece.size)
  const over = size > 0 ? (before.right - piece.left) / size : 0
  // Half of a full-width mark is blank, and may be squeezed away.
  const marks = Number(/\p{P}\s*$/u.test(before.text)) + Number(/^\s*\p{P}/u.test(piece.text))
  return over - marks * 0.5
}

function fontOf(found: unknown): PdfFont {
  const about = typeof found === 'object' && found !== null ? found : {}
  const name = 'name' in about && typeof about.name === 'string' ? about.name : '?'
  return { name, embedded: !('missingFile' in about && about.missingFile === true) }
}
