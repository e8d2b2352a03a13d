/** Text as lines with their places; the first step of the outline. */

export type Line = Readonly<{
  /** Counts from 1, empty lines included. */
  number: number
  /** Half-open range in the text, without the line end. */
  from: number
  to: number
  /** Trimmed words. */
  text: string
  /** Begins with blanks, as the first line of a Chinese paragraph does. */
  indented: boolean
}>

/** A line that begins so is a row of a table, put there by the readers of Word and Excel. */
export const rowMark = '│'

/** A line that begins so is the head, foot or number of a page, put there by the reader of PDF. */
export const furnitureMark = '┆'

export function readLines(text: string): readonly Line[] {
  const lines: Line[] = []
  let from = 0
  for (const raw of text.split('\n')) {
    const words = raw.trim()
    lines.push({
      number: lines.length + 1,
      from,
      to: from + raw.length,
      text: words,
      indented: words !== '' && /^(?:\s{2,}|\u3000)/.test(raw),
    })
    from += raw.length + 1
  }
  return lines
}

const lineEnd = '⏎'

/** A row of a table as one line: │1│水源保护│……│. A line end inside a cell becomes ⏎. */
export function rowLine(cells: readonly string[]): string {
  const plain = cells.map((cell) =>
    cell
      .replaceAll(rowMark, '|')
      .replaceAll(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/g, lineEnd)
      .trim(),
  )
  return rowMark + plain.join(rowMark) + rowMark
}

export function cellsOf(line: string): readonly string[] {
  return line
    .split(rowMark)
    .slice(1, -1)
    .map((cell) => cell.replaceAll(lineEnd, '\n').trim())
}
