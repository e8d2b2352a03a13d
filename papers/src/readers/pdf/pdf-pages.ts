/** The text of a PDF page by page, with its places. Nothing in the file is run, and nothing outside it is opened. */
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { ReadRefusal } from '../../read-refusal.ts'
import { readingLimits } from '../../reading-limits.ts'
import { refuseReading } from '../refusals.ts'
import { noRules, pageRules } from './page-rules.ts'
import { linesOf } from './pdf-lines.ts'
import type { PdfPage, PdfPiece } from './pdf-piece.ts'
import { mayHoldTable } from './tabular-lines.ts'

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>

export async function pdfPages(
  bytes: Uint8Array,
): Promise<Result<readonly PdfPage[], ReadRefusal>> {
  const opened = await openPdf(bytes)
  if (!opened.ok) return opened
  const document = opened.value
  try {
    return await allPages(document)
  } catch {
    // Whatever the parser of the library falls over: the file is not as PDF says it should be.
    return refuseReading('damaged-file')
  } finally {
    await document.loadingTask.destroy()
  }
}

async function openPdf(bytes: Uint8Array): Promise<Result<Proxy, ReadRefusal>> {
  try {
    // A copy that is no Buffer: the library refuses those, and Node hands them to its processes.
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      enableXfa: false,
      maxImageSize: 1,
      verbosity: 0,
    })
    return accept(document)
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    return refuseReading(isLocked ? 'encrypted' : 'damaged-file')
  }
}

async function allPages(document: Proxy): Promise<Result<readonly PdfPage[], ReadRefusal>> {
  if (document.numPages > readingLimits.pdfPages) return refuseReading('too-many-pages')
  const pages: PdfPage[] = []
  const { OPS: operators } = await getResolvedPDFJS()
  let characters = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const viewport = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    const placed = items.flatMap((item) =>
      'str' in item ? placedPiece(item, viewport.transform) : [],
    )
    characters += placed.reduce((sum, { piece }) => sum + piece.text.length, 0)
    if (characters > readingLimits.textCharacters) return refuseReading('text-too-long')
    const { main, ...laid } = pageOf(placed, viewport.width, viewport.height)
    const hasTable = main === 0 && mayHoldTable(linesOf(laid.pieces))
    const rules = hasTable
      ? pageRules(await page.getOperatorList(), operators, viewport.transform)
      : noRules
    pages.push({ ...laid, rules })
    page.cleanup()
  }
  return accept(pages)
}

type Placed = Readonly<{ piece: PdfPiece; quarter: number }>

type TextItem = Readonly<{ str: string; transform: readonly unknown[]; width: number }>

/** Pieces that run neither across nor straight up or down have no quarter of their own: -1. */
function placedPiece(item: TextItem, view: readonly number[]): readonly Placed[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform.map(Number)
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = view
  const [x, y] = [va * e + vc * f + ve, vb * e + vd * f + vf]
  const [alongX, alongY] = [va * a + vc * b, vb * a + vd * b]
  const size = Math.hypot(c, d)
  const text = item.str.replaceAll('\0', '')
  if (text.trim() === '' || ![x, y, size, item.width].every(Number.isFinite)) return []
  const turn = Math.atan2(alongY, alongX) / (Math.PI / 2)
  const quarter = Math.abs(turn - Math.round(turn)) < 0.02 ? (Math.round(turn) + 4) % 4 : -1
  const [left, baseline] = turned(x, y, Math.max(quarter, 0))
  return [{ piece: { text, left, right: left + item.width, baseline, size }, quarter }]
}

/** Places as they are when the page is turned so that this quarter reads across. */
function turned(x: number, y: number, quarter: number): readonly [number, number] {
  if (quarter === 1) return [y, -x]
  if (quarter === 2) return [-x, -y]
  return quarter === 3 ? [-y, x] : [x, y]
}

/** Most of a page reads one way: tables are often printed along the long side. */
function pageOf(placed: readonly Placed[], width: number, height: number) {
  const share = [0, 0, 0, 0]
  for (const { piece, quarter } of placed)
    if (quarter >= 0) share[quarter] = (share[quarter] ?? 0) + piece.text.length
  const main = share.indexOf(Math.max(...share))
  const upright = placed.filter(({ quarter }) => quarter === main).map(({ piece }) => piece)
  const isTurned = main % 2 === 1
  const [dx, dy] = [
    [0, 0],
    [0, width],
    [width, height],
    [height, 0],
  ][main] ?? [0, 0]
  return {
    main,
    width: isTurned ? height : width,
    height: isTurned ? width : height,
    pieces: upright.map((one) => moved(one, dx ?? 0, dy ?? 0)),
    turned: placed.filter(({ quarter }) => quarter !== main).map(({ piece }) => piece.text.trim()),
  }
}

function moved(piece: PdfPiece, dx: number, dy: number): PdfPiece {
  return {
    ...piece,
    left: piece.left + dx,
    right: piece.right + dx,
    baseline: piece.baseline + dy,
  }
}
