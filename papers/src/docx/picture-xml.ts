/** A picture of a Word file. Source: ECMA-376 part 1, 20.2 (pictures), 20.4 (where they stand). */
import type { Drawing } from '@luoshi/domain/drawings/drawing'
import { wordText } from './word-xml.ts'

/** Twentieths of a point in the unit of drawings. */
export const emu = 635

/** What is the same of a picture in the line and of one that hangs. */
export function pictureXml(
  relation: string,
  number: number,
  words: string,
  { width, height }: Drawing,
): string {
  const size = `cx="${Math.round(width * 20) * emu}" cy="${Math.round(height * 20) * emu}"`
  const named = `id="${number}" name="${wordText(words.slice(0, 40))}" descr="${wordText(words)}"`
  return `<wp:docPr ${named}/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>`
}
