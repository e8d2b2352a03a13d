/** What stands where on the pages of a PDF: lines with their edges and sizes, in points from the top left corner. */
import { getDocumentProxy } from 'unpdf'

export type PdfLine = Readonly<{
  text: string
  left: number
  right: number
  baseline: number
  size: number
  /** How many pieces of text it is made of, each with its own left edge: a row of a table has several. */
  parts: number
  /** Its words with the name of the font of each, from left to right. */
  runs: readonly Readonly<{ text: string; font: string }>[]
}>

export type PdfPage = Readonly<{ width: number; height: number; lines: readonly PdfLine[] }>

type PdfFont = Readonly<{ name: string; embedded: boolean }>

export type PdfPages = Readonly<{ pages: readonly PdfPage[]; fonts: readonly PdfFont[] }>

const limits = { pages: 500 } as const

/** Null when it is no PDF that can be read, or a longer one than is read. */
export async function readPdfLines(bytes: Uint8Array): Promise<PdfPages | null> {
  const document = await open(bytes)
  if (document === null || document.numPages > limits.pages) return null
  const pages: PdfPage[] = []
  const fonts = new Map<string, PdfFont>()
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    const pieces = items.flatMap((item) => ('str' in item ? pieceOf(item, height) : []))
    // Fonts are known only once the page has been gone through.
    await page.getOperatorList()
    for (const { font } of pieces)
      if (!fonts.has(font) && page.commonObjs.has(font))
        fonts.set(font, fontOf(page.commonObjs.get(font)))
    const nameOf = (font: string) => fonts.get(font)?.name ?? '?'
    pages.push({ width, height, lines: linesOf(pieces, nameOf) })
    page.cleanup()
  }
  await document.cleanup()
  return { pages, fonts: [...fonts.values()] }
}

async function open(bytes: Uint8Array) {
  try {
    return await getDocumentProxy(bytes.slice(), { isEvalSupported: false, verbosity: 0 })
  } catch {
    // Damaged, encrypted, or something else under this name: the caller says which file.
    return null
  }
}

type Piece = Omit<PdfLine, 'parts' | 'runs'> & Readonly<{ font: string }>

type TextItem = Readonly<{
  str: string
  transform: readonly unknown[]
  width: number
  height: number
  fontName: string
}>

function pieceOf(item: TextItem, height: number): readonly Piece[] {
  const [, , , , x, y] = item.transform.map(Number)
  if (item.str.trim() === '' || x === undefined || y === undefined) return []
  return [
    {
      text: item.str,
      left: x,
      right: x + item.width,
      baseline: height - y,
      size: item.height,
      font: item.fontName,
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
      parts:
        1 + ordered.filter(({ left }, at) => left - (ordered[at - 1]?.right ?? left) > 4).length,
    }
  })
}

function fontOf(found: unknown): PdfFont {
  const about = typeof found === 'object' && found !== null ? found : {}
  const name = 'name' in about && typeof about.name === 'string' ? about.name : '?'
  return { name, embedded: !('missingFile' in about && about.missingFile === true) }
}
