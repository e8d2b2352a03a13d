/**
 * The mark of a paper in a Word file: the code's picture at the foot of the last page, below the text's box; a draft says
 * so above it on every page. The hash is in the file's properties, what was hashed in a part of its own.
 * Source: ECMA-376 part 1, 20.4.2.3 (anchor), 22.3 (custom properties), 15.2.5 (custom XML); GB/T 9704-2012, 5.2.1, 7.5.
 */
import type { Drawing } from '@luoshi/domain/drawings/drawing'
import { shownCheckCode } from '@luoshi/domain/papers/check-code'
import {
  draftMark,
  hashWord,
  markAddress,
  markLines,
  type PaperMark,
} from '../identity/paper-mark.ts'
import { qrDrawing } from '../identity/qr-drawing.ts'
import type { SealedPaper } from '../identity/sealed-paper.ts'
import { truthProperties } from '../identity/truth-in-properties.ts'
import { drawingEmf } from './emf.ts'
import { fonts, margins, page } from './standard.ts'
import { emu, pictureXml } from './picture-xml.ts'
import { fontOf, paragraph, run, wordText } from './word-xml.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

const side = 52

/** The code's picture with its two lines beside it, in points. */
export function markDrawing({ sealed, site }: Extract<PaperMark, { status: 'issued' }>): Drawing {
  const { strokes } = qrDrawing(markAddress(sealed, site), side)
  const words = markLines(sealed.code).map((text, at) => {
    const size = at === 0 ? 9 : 8
    return {
      kind: 'text',
      x: side + 3,
      y: side / 2 - 2 + at * 14,
      text,
      size,
      color: '#000000',
      anchor: 'start',
    } as const
  })
  return { width: 214, height: side, strokes: [...strokes, ...words] }
}

/** Hangs on the last paragraph, and so stands on the last page. */
export function markRun(mark: PaperMark, landscape: boolean): string {
  if (mark.status === 'draft') return ''
  const drawing = markDrawing(mark)
  const [width, height] = landscape ? [page.height, page.width] : [page.width, page.height]
  const bottom = landscape ? margins.right : margins.bottom
  const left = Math.round((width - drawing.width * 20) / 2)
  const top = height - bottom + Math.min(400, Math.max(100, bottom - drawing.height * 20 - 340))
  return `<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="1" locked="1" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>${left * emu}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>${top * emu}</wp:posOffset></wp:positionV><wp:extent cx="${drawing.width * 20 * emu}" cy="${drawing.height * 20 * emu}"/><wp:wrapNone/>${pictureXml('rIdMark', 9001, '查验码', drawing)}</wp:anchor></w:drawing></w:r>`
}

export function markPicture(mark: PaperMark): Uint8Array | null {
  return mark.status === 'draft' ? null : drawingEmf(markDrawing(mark))
}

export function draftHeaderXml(): string {
  const look = `${fontOf(fonts.first)}<w:color w:val="7F7F7F"/><w:spacing w:val="0"/><w:sz w:val="24"/><w:szCs w:val="24"/>`
  return `${head}<w:hdr xmlns:w="${main}">${paragraph(run(draftMark, look), 'GwPage', '<w:jc w:val="center"/>')}</w:hdr>`
}

export function propertiesXml({ hash, code, truth }: SealedPaper): string {
  const told = [
    [hashWord, hash],
    ['luoshi-check-code', shownCheckCode(code)],
    ...truthProperties(truth),
  ] as const
  const properties = told.map(
    ([name, value], at) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${at + 2}" name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property>`,
  )
  return `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${properties.join('')}</Properties>`
}

/** A part that Word carries along untouched. */
export function truthXml(truth: string): string {
  return `${head}<paper xmlns="urn:luoshi:paper:1">${wordText(truth)}</paper>`
}
