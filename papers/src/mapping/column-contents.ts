/** What the cells of a column look like, where its heading says nothing, or to back what it says. */
import type { SheetField } from '@luoshi/domain/ledgers/sheet-fields'
import { readDeadline } from '../outline/deadline.ts'

/** The share of cells, 0 to 1, that look like the field; null: nothing can be told of it by its looks. */
export function fits(field: SheetField, cells: readonly string[]): number | null {
  const looks = looksOf[field]
  if (looks === undefined) return null
  const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (said.length === 0) return null
  return said.filter((cell) => looks(cell)).length / said.length
}

const person = /^[\p{Script=Han}·]{2,4}(?:[（(].{1,20}[）)])?(?:[、，,\s][\p{Script=Han}·]{2,4})*$/u
const unit = /(?:局|委|委员会|办|办公室|院|府|厅|处|站|中心|公司|乡|镇|街道)(?:[、，,；;\s]|$)/

const looksOf: Partial<Readonly<Record<SheetField, (cell: string) => boolean>>> = {
  place: (cell) => /^\d{1,5}[.、]?$/.test(cell),
  category: (cell) => cell.length <= 8,
  opinion: (cell) => cell.length >= 10,
  measures: (cell) => cell.length >= 6,
  oversees: (cell) => person.test(cell),
  leads: (cell) => person.test(cell),
  does: (cell) => person.test(cell),
  unit: (cell) => unit.test(cell),
  co: (cell) => unit.test(cell),
  due: isDeadline,
  closedOn: isDeadline,
  resultClass: (cell) => cell.length <= 12,
}

function isDeadline(cell: string): boolean {
  return readDeadline(cell, undefined).kind !== 'words'
}

/** For a column whose heading says nothing. Only what can hardly be mistaken; it stays a guess. */
export function guessByContents(
  cells: readonly string[],
  free: ReadonlySet<SheetField>,
): SheetField | undefined {
  const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (said.length < 2) return undefined
  if (free.has('place') && said.every((cell, at) => Number(cell.replace(/[.、]$/, '')) === at + 1))
    return 'place'
  const tried = (['due', 'unit', 'does'] as const).filter((field) => free.has(field))
  const found = tried.find((field) => (fits(field, said) ?? 0) >= 0.8)
  if (found) return found
  const length = said.reduce((sum, cell) => sum + cell.length, 0) / said.length
  return free.has('opinion') && length >= 15 ? 'opinion' : undefined
}
