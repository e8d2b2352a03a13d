/** What stands where on a page, in points from its top left corner, as a person holds it. */

import type { PageRules } from './page-rules.ts'

/** A run of text as the file places it. */
export type PdfPiece = Readonly<{
  text: string
  left: number
  right: number
  baseline: number
  size: number
}>

/** Pieces on one height, from left to right. Between its parts are gaps wider than any blank. */
export type PdfLine = PdfPiece & Readonly<{ parts: readonly PdfPiece[] }>

export type PdfPage = Readonly<{
  width: number
  height: number
  pieces: readonly PdfPiece[]
  /** Words that run another way than the rest of the page: stamps, watermarks, edges of tables. */
  turned: readonly string[]
  /** Only of a page whose words stand like those of a table. */
  rules: PageRules
}>
