/**
 * A picture as a list of strokes: rectangles, lines and words, in points from the top left corner. Small on purpose, so
 * that it becomes SVG for pages and PDFs, and a Windows metafile for Word, and looks the same in all of them.
 */
export type Stroke =
  | Readonly<{
      kind: 'rect'
      x: number
      y: number
      width: number
      height: number
      /** #rrggbb; null: only its edge. */
      fill: string | null
      edge: string | null
    }>
  | Readonly<{
      kind: 'line'
      x1: number
      y1: number
      x2: number
      y2: number
      color: string
      width: number
    }>
  | Readonly<{
      kind: 'text'
      x: number
      /** Of the baseline. */
      y: number
      text: string
      size: number
      color: string
      anchor: 'start' | 'middle' | 'end'
    }>

export type Drawing = Readonly<{ width: number; height: number; strokes: readonly Stroke[] }>
