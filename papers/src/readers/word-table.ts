/** Collects the rows of one table of a Word document; cells merged downwards are filled and marked. */
import type { Doubt } from '../outline/opinion.ts'
import type { Area } from './sheet-address.ts'
import type { Block } from './word-blocks.ts'

type Cell = { lines: string[]; span: number; merge: 'none' | 'start' | 'continue' }

const widest = 256
/** A table of Word has no more columns. */
const mostBefore = 63
const mostMerged = 2000

export class WordTable {
  readonly number: number
  readonly #rows: Block[] = []
  #cells: Cell[] = []
  #cell: Cell | undefined
  #above: readonly string[] = []
  #row = 0
  readonly merged: Area[] = []
  /** By column, the cell that may reach further down. */
  readonly #reaching = new Map<number, number>()

  constructor(number: number) {
    this.number = number
  }

  /** A row may begin further to the right: the places before it are empty. */
  beginAfter(columns: number): void {
    const empty = columns >= 1 && columns <= mostBefore ? columns : 0
    for (let place = 0; place < empty; place += 1)
      this.#cells.push({ lines: [], span: 1, merge: 'none' })
  }

  openCell(): void {
    this.#cell = { lines: [], span: 1, merge: 'none' }
  }

  span(columns: number): void {
    if (this.#cell !== undefined && columns >= 1 && columns <= widest) this.#cell.span = columns
  }

  mergeDown(value: string | undefined): void {
    if (this.#cell !== undefined) this.#cell.merge = value === 'restart' ? 'start' : 'continue'
  }

  addLine(text: string): void {
    if (text !== '') this.#cell?.lines.push(text)
  }

  closeCell(): void {
    if (this.#cell !== undefined && this.#cells.length < widest) this.#cells.push(this.#cell)
    this.#cell = undefined
  }

  closeRow(): void {
    const cells: string[] = []
    let filled = false
    this.#row += 1
    for (const cell of this.#cells) {
      this.#merge(cell, cells.length + 1)
      const above = this.#above[cells.length] ?? ''
      const continues = cell.merge === 'continue' && above !== ''
      filled ||= continues
      cells.push(continues ? above : cell.lines.join('\n'))
      for (let extra = 1; extra < cell.span && cells.length < widest; extra += 1) cells.push('')
    }
    this.#cells = []
    this.#above = cells
    const doubts: readonly Doubt[] = filled ? ['merged-cell'] : []
    if (cells.some((cell) => cell !== ''))
      this.#rows.push({ kind: 'row', table: this.number, row: this.#row, cells, doubts })
  }

  #merge({ span, merge }: Cell, column: number): void {
    const open = this.#reaching.get(column)
    const area = open === undefined ? undefined : this.merged[open]
    if (merge === 'continue' && open !== undefined && area !== undefined) {
      this.merged[open] = { from: area.from, to: { ...area.to, row: this.#row } }
      return
    }
    this.#reaching.delete(column)
    if ((span === 1 && merge !== 'start') || this.merged.length >= mostMerged) return
    const from = { row: this.#row, column }
    this.#reaching.set(column, this.merged.length)
    this.merged.push({ from, to: { row: this.#row, column: column + span - 1 } })
  }

  get rows(): readonly Block[] {
    return this.#rows
  }

  /** As the text of the cell that holds this table. */
  get lines(): readonly string[] {
    return this.#rows.map((row) =>
      row.kind === 'row' ? row.cells.filter((cell) => cell !== '').join(' ') : '',
    )
  }
}
