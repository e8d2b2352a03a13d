/** Paragraphs and tables of a PDF as blocks. A table that goes on over the end of a page is one; its heads count once. */
import type { Area } from '../sheet-address.ts'
import type { Block } from '../word-blocks.ts'
import type { RuledTable } from './ruled-tables.ts'

/** Edges of columns that stand this near are the same ones. */
const near = 3
const mostHeads = 3

export class JoinedTables {
  readonly blocks: Block[] = []
  readonly merged = new Map<number, readonly Area[]>()
  #open: { first: RuledTable; rows: number } | null = null
  #count = 0

  say(paragraphs: readonly string[]): void {
    for (const text of paragraphs) this.blocks.push({ kind: 'paragraph', text })
    if (paragraphs.length > 0) this.#open = null
  }

  /** Whether nothing stands between it and a table with the same columns. */
  goesOn({ edges }: RuledTable): boolean {
    const own = this.#open?.first.edges ?? []
    return (
      own.length === edges.length &&
      own.every((edge, at) => Math.abs(edge - (edges[at] ?? 0)) < near)
    )
  }

  begin(table: RuledTable): void {
    this.#count += 1
    this.#open = { first: table, rows: 0 }
    this.#put(table, 0)
  }

  add(table: RuledTable): void {
    const first = this.#open?.first.rows ?? []
    let heads = 0
    while (heads < mostHeads && sameWords(first[heads], table.rows[heads])) heads += 1
    this.#put(table, heads)
  }

  #put({ rows, merged }: RuledTable, from: number): void {
    const offset = (this.#open?.rows ?? 0) - from
    const cells = rows.map((row) => [...row])
    const filled = new Set<number>()
    for (const area of merged) {
      const words = rows[area.from.row - 1]?.[area.from.column - 1] ?? ''
      if (words === '') continue
      for (let row = area.from.row + 1; row <= area.to.row; row += 1) {
        const own = cells[row - 1]
        if (own) own[area.from.column - 1] = words
        filled.add(row)
      }
    }
    for (const [at, own] of cells.entries()) {
      if (at < from || own.every((cell) => cell === '')) continue
      const doubts = filled.has(at + 1) ? (['merged-cell'] as const) : []
      this.blocks.push({
        kind: 'row',
        table: this.#count,
        row: offset + at + 1,
        cells: own,
        doubts,
      })
    }
    const before = this.merged.get(this.#count) ?? []
    const after = merged
      .filter((area) => area.from.row > from)
      .map(({ from: first, to }) => ({
        from: { ...first, row: first.row + offset },
        to: { ...to, row: to.row + offset },
      }))
    this.merged.set(this.#count, [...before, ...after])
    if (this.#open) this.#open = { ...this.#open, rows: offset + rows.length }
  }
}

function sameWords(row: readonly string[] | undefined, next: readonly string[] | undefined) {
  if (row === undefined || next === undefined) return false
  return row.length === next.length && row.every((cell, at) => cell === next[at])
}
