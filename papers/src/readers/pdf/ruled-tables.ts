/**
 * Tables of a page that are ruled all around their cells, read cell by cell. Where it is not clear to which cell words
 * belong, because they cross an edge, or cells that run together are no rectangle, the table is left to be read line by
 * line. Source: documents.md §3 (tables go to the ledger mapper).
 */
import type { Area } from '../sheet-address.ts'
import { linesOf } from './pdf-lines.ts'
import type { PdfPiece } from './pdf-piece.ts'
import type { PageRules, Rule } from './page-rules.ts'

export type RuledTable = Readonly<{
  top: number
  bottom: number
  /** Where its columns are parted, from the left edge to the right. */
  edges: readonly number[]
  /** Words of merged cells stand in the first of them. */
  rows: readonly (readonly string[])[]
  merged: readonly Area[]
}>

export type Ruled = Readonly<{ tables: readonly RuledTable[]; rest: readonly PdfPiece[] }>

/** Lines this near are one: thick ones are drawn as two. */
const near = 2.5
const mostCells = 4000

export function ruledTables(rules: PageRules, pieces: readonly PdfPiece[]): Ruled {
  let rest = pieces
  const tables: RuledTable[] = []
  for (const grid of gridsOf(rules)) {
    const read = tableOf(grid, rest)
    if (read === null) continue
    tables.push(read.table)
    rest = rest.filter((piece) => !read.inside.has(piece))
  }
  return { tables: tables.toSorted((a, b) => a.top - b.top), rest }
}

type Grid = Readonly<{ xs: readonly number[]; ys: readonly number[]; rules: PageRules }>

/** Lines that touch each other, directly or by others, are one grid. */
function gridsOf({ across, down }: PageRules): readonly Grid[] {
  const groups: { across: Set<Rule>; down: Rule[] }[] = []
  const touches = (flat: Rule, tall: Rule) =>
    tall.at > flat.from - near &&
    tall.at < flat.to + near &&
    flat.at > tall.from - near &&
    flat.at < tall.to + near
  for (const tall of down) {
    const own = { across: new Set(across.filter((flat) => touches(flat, tall))), down: [tall] }
    const joined = groups.filter((one) => [...own.across].some((flat) => one.across.has(flat)))
    for (const one of joined) {
      for (const flat of one.across) own.across.add(flat)
      own.down.push(...one.down)
      groups.splice(groups.indexOf(one), 1)
    }
    groups.push(own)
  }
  return groups.flatMap(({ across: flat, down: tall }) => {
    const one = { across: [...flat], down: tall }
    const xs = placesOf(one.down)
    const ys = placesOf(one.across)
    const isGrid = xs.length >= 3 && ys.length >= 3 && xs.length * ys.length <= mostCells
    return isGrid ? [{ xs, ys, rules: one }] : []
  })
}

function placesOf(rules: readonly Rule[]): readonly number[] {
  const places: number[] = []
  for (const { at } of rules.toSorted((a, b) => a.at - b.at))
    if (at - (places.at(-1) ?? -Infinity) > near) places.push(at)
  return places
}

/** Whether lines at this place cover most of the way between two others. */
function isRuled(rules: readonly Rule[], at: number, from: number, to: number): boolean {
  const own = rules
    .filter((one) => Math.abs(one.at - at) <= near && one.to > from && one.from < to)
    .toSorted((a, b) => a.from - b.from)
  let covered = 0
  let end = from
  for (const one of own) {
    covered += Math.max(0, Math.min(one.to, to) - Math.max(one.from, end))
    end = Math.max(end, one.to)
  }
  return covered > (to - from) * 0.7
}

function tableOf({ xs, ys, rules }: Grid, pieces: readonly PdfPiece[]) {
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  const owner = Array.from({ length: rows * columns }, (_, at) => at)
  const merged: Area[] = []
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      if (owner[row * columns + column] !== row * columns + column) continue
      const area = areaFrom({ xs, ys, rules }, row, column)
      if (area === null) return null
      const { lastRow, lastColumn } = area
      for (let r = row; r <= lastRow; r += 1)
        for (let c = column; c <= lastColumn; c += 1) {
          const at = r * columns + c
          // It reaches into a cell that reaches into it: no rectangles.
          if (owner[at] !== at) return null
          owner[at] = row * columns + column
        }
      if (lastRow > row || lastColumn > column)
        merged.push({
          from: { row: row + 1, column: column + 1 },
          to: { row: lastRow + 1, column: lastColumn + 1 },
        })
    }
  const words = wordsIn({ xs, ys, owner }, pieces)
  if (words === null) return null
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => words.cells.get(row * columns + column) ?? ''),
  )
  const table: RuledTable = {
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
    edges: xs,
    rows: cells,
    merged,
  }
  return { table, inside: words.inside }
}

/** How far a cell reaches to the right and down; null when the cells that run together are no rectangle. */
function areaFrom({ xs, ys, rules }: Grid, row: number, column: number) {
  const x = (at: number) => xs[at] ?? 0
  const y = (at: number) => ys[at] ?? 0
  const opensRight = (r: number, c: number) => !isRuled(rules.down, x(c + 1), y(r), y(r + 1))
  const opensDown = (r: number, c: number) => !isRuled(rules.across, y(r + 1), x(c), x(c + 1))
  let lastColumn = column
  while (lastColumn + 2 < xs.length && opensRight(row, lastColumn)) lastColumn += 1
  let lastRow = row
  while (lastRow + 2 < ys.length && opensDown(lastRow, column)) lastRow += 1
  for (let r = row; r <= lastRow; r += 1)
    for (let c = column; c <= lastColumn; c += 1) {
      if (c < lastColumn ? !opensRight(r, c) : opensRight(r, c) && c + 2 < xs.length) return null
      if (r < lastRow ? !opensDown(r, c) : opensDown(r, c) && r + 2 < ys.length) return null
    }
  return { lastRow, lastColumn }
}

type Owned = Readonly<{ xs: readonly number[]; ys: readonly number[]; owner: readonly number[] }>

/** Null when words cross the edge of their cell. */
function wordsIn({ xs, ys, owner }: Owned, pieces: readonly PdfPiece[]) {
  const columns = xs.length - 1
  const inside = new Set<PdfPiece>()
  const byCell = new Map<number, PdfPiece[]>()
  for (const piece of pieces) {
    const height = piece.baseline - piece.size * 0.35
    const row = placeIn(ys, height)
    const left = placeIn(xs, piece.left + 0.5)
    const right = placeIn(xs, piece.right - piece.size * 0.5)
    if (row === null || (left === null && right === null)) continue
    if (left === null || right === null) return null
    const cell = owner[row * columns + left]
    if (cell === undefined || cell !== owner[row * columns + right]) return null
    inside.add(piece)
    byCell.set(cell, [...(byCell.get(cell) ?? []), piece])
  }
  const cells = new Map<number, string>()
  for (const [cell, own] of byCell) {
    const lines = linesOf(own).map(({ text }) => text.trim())
    cells.set(
      cell,
      lines.reduce((all, line) => all + parting(all, line) + line, ''),
    )
  }
  return inside.size === 0 ? null : { cells, inside }
}

/** Lines of a cell run on, except where the next one begins with a number of a list. */
function parting(before: string, line: string): string {
  if (before === '') return ''
  if (/^(?:\d{1,2}[.．、]|[（(]\d{1,2}[）)]|[一二三四五六七八九十]+、)/.test(line)) return '\n'
  return /[A-Za-z,.;]$/.test(before) && /^[A-Za-z]/.test(line) ? ' ' : ''
}

function placeIn(edges: readonly number[], at: number): number | null {
  const first = edges[0]
  const last = edges.at(-1)
  if (first === undefined || last === undefined || at < first || at > last) return null
  const next = edges.findIndex((edge) => edge > at)
  return next < 0 ? edges.length - 2 : next - 1
}
