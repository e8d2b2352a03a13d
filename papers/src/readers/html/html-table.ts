/**
 * One table of a web page, filled cell by cell. Tables that only arrange a page, those with a table inside or with one
 * filled cell a row, give their paragraphs back as paragraphs: old office pages stand in such tables as a whole.
 */
import { readingLimits } from '../../reading-limits.ts'
import type { Area } from '../sheet-address.ts'
import { stopReading } from '../stop-reading.ts'
import type { Block } from '../word-blocks.ts'

type Cell = { blocks: Block[]; columns: number; rows: number }

/** A cell that reaches down into the rows below it. */
type Reaching = Readonly<{ text: string; rows: number }>

const widest = readingLimits.sheetColumns
const mostColumns = 500_000
const mostMerged = 2000

export class HtmlTable {
  readonly merged: Area[] = []
  readonly #rows: Cell[][] = []
  /** Rows that nobody sees, as sheets hide them: their cells reach into others and others into them all the same. */
  readonly #hidden = new Set<number>()
  #cell: Cell | undefined
  #holdsTable = false
  /** Of all rows together, empty ones behind wide cells too. */
  #columns = 0

  openRow(isHidden = false): void {
    this.closeCell()
    this.#rows.push([])
    if (isHidden) this.#hidden.add(this.#rows.length - 1)
  }

  openCell(columns: string | undefined, rows: string | undefined): void {
    this.closeCell()
    if (this.#rows.length === 0) this.#rows.push([])
    this.#cell = { blocks: [], columns: span(columns, widest), rows: span(rows, 65_534) }
    this.#columns += this.#cell.columns
    if (this.#columns > mostColumns) stopReading('text-too-long')
    const row = this.#rows.at(-1)
    if (row !== undefined && row.length < widest) row.push(this.#cell)
  }

  closeCell(): void {
    this.#cell = undefined
  }

  get isInCell(): boolean {
    return this.#cell !== undefined
  }

  /** A table inside one of the cells has come to its end. */
  addTable(blocks: readonly Block[]): void {
    this.#holdsTable = true
    this.add(blocks)
  }

  add(blocks: readonly Block[]): void {
    for (const block of blocks) this.#cell?.blocks.push(block)
  }

  /** What the table holds, as rows numbered `table`, or as the paragraphs it only arranged. */
  blocks(table: number): readonly Block[] {
    const isLayout =
      this.#holdsTable ||
      this.#rows.every((row) => row.filter((cell) => wordsOf(cell) !== '').length <= 1)
    const seen = this.#rows.filter((_, at) => !this.#hidden.has(at))
    if (isLayout) return seen.flatMap((row) => row.flatMap((cell) => cell.blocks))
    return this.#filled(table)
  }

  /** Cells over several columns leave empty ones behind them; cells over several rows stand in each, and it is said. */
  #filled(table: number): readonly Block[] {
    const blocks: Block[] = []
    let size = 0
    let reaching: (Reaching | undefined)[] = []
    for (const [at, row] of this.#rows.entries()) {
      const { cells, below, isFilled, wide } = filledRow(row, reaching)
      if (this.merged.length < mostMerged)
        this.merged.push(...wide.map((one) => areaAt(at + 1, one)))
      reaching = below
      size += cells.reduce((sum, cell) => sum + cell.length + 1, 0)
      if (size > readingLimits.textCharacters) stopReading('text-too-long')
      if (!this.#hidden.has(at) && cells.some((cell) => cell !== ''))
        blocks.push({
          kind: 'row',
          table,
          row: at + 1,
          cells,
          doubts: isFilled ? ['merged-cell'] : [],
        })
    }
    return blocks
  }
}

/** A cell over several columns or rows, with the column it begins in, from 1. */
type Wide = Readonly<{ column: number; columns: number; rows: number }>

function areaAt(row: number, { column, columns, rows }: Wide): Area {
  return { from: { row, column }, to: { row: row + rows - 1, column: column + columns - 1 } }
}

function filledRow(row: readonly Cell[], above: readonly (Reaching | undefined)[]) {
  const cells: string[] = []
  const below: (Reaching | undefined)[] = []
  const wide: Wide[] = []
  let isFilled = false
  const takeReaching = () => {
    for (let found = above[cells.length]; found !== undefined; found = above[cells.length]) {
      isFilled ||= found.text !== ''
      if (found.rows > 1) below[cells.length] = { text: found.text, rows: found.rows - 1 }
      cells.push(found.text)
    }
  }
  for (const cell of row) {
    takeReaching()
    const text = wordsOf(cell)
    const { columns, rows } = cell
    if (columns > 1 || rows > 1) wide.push({ column: cells.length + 1, columns, rows })
    for (let extra = 0; extra < cell.columns && cells.length < widest; extra += 1) {
      const own = extra === 0 ? text : ''
      if (cell.rows > 1) below[cells.length] = { text: own, rows: cell.rows - 1 }
      cells.push(own)
    }
  }
  takeReaching()
  return { cells, below, isFilled, wide }
}

function wordsOf({ blocks }: Cell): string {
  return blocks
    .map((block) => (block.kind === 'paragraph' ? block.text.trim() : ''))
    .filter((text) => text !== '')
    .join('\n')
}

function span(written: string | undefined, most: number): number {
  const value = Number.parseInt(written ?? '1', 10)
  return value >= 1 ? Math.min(value, most) : 1
}
