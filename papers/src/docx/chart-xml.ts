/** A chart in a Word file: a metafile in the line, and its words below it. Source: ECMA-376 part 1, 20.4.2.8 (inline). */
import type { Drawing } from '@luoshi/domain/drawings/drawing'
import { chartDrawing, chartWords, figureWords } from '../official/chart-words.ts'
import type { ChartBlock } from '../official/paper.ts'
import { drawingEmf } from './emf.ts'
import { pictureXml } from './picture-xml.ts'
import { paragraph, run } from './word-xml.ts'

/** The text's box of an upright page, in points. */
const width = 440

function drawingOf(block: ChartBlock): Drawing {
  return chartDrawing(block, width)
}

export function chartXml(block: ChartBlock, at: number): string {
  const drawing = drawingOf(block)
  const size = `cx="${Math.round(drawing.width * 20) * 635}" cy="${Math.round(drawing.height * 20) * 635}"`
  const picture = `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/>${pictureXml(chartRelation(at), 9100 + at, figureWords(block), drawing)}</wp:inline></w:drawing></w:r>`
  // As high as the picture: an exact line would cut it off.
  const high =
    '<w:keepNext/><w:snapToGrid w:val="0"/><w:spacing w:before="120" w:after="60" w:line="240" w:lineRule="auto"/>'
  return paragraph(picture, 'GwFlush', high) + paragraph(run(chartWords(block)), 'GwBody')
}

export function chartRelation(at: number): string {
  return `rIdChart${at + 1}`
}

export function chartPart(at: number): string {
  return `media/chart${at + 1}.emf`
}

export function chartPicture(block: ChartBlock): Uint8Array {
  return drawingEmf(drawingOf(block))
}
