/**
 * How one sheet of a county is read: which rows are its headings, where its rows end, and what each column means.
 * Proposed by the reader, corrected by the clerk; the same columns under the same headings are then known.
 */
import type { SheetField } from './sheet-fields.ts'

export type SheetMapping = Readonly<{
  /** Among the sheets that can be seen, from 0. */
  sheet: number
  /** Rows as the spreadsheet counts them. */
  headFrom: number
  headTo: number
  /** The last row that may be an opinion; null: to the end. */
  lastRow: number | null
  /** By column from the first; null: no field of ours, kept as an extra under its own heading. */
  columns: readonly (SheetField | null)[]
}>

/** How much a proposal is worth, and what it rests on. It is shown with every column, never applied silently. */
export type Confidence = 'learned' | 'sure' | 'likely' | 'guess' | 'none'

export type MappingFault =
  | 'no-opinion-column'
  | 'opinion-twice'
  | 'head-backwards'
  | 'ends-before-head'

/** Nothing can be read without the column that says what is wrong; two of them would leave one unread. */
export function mappingFault({
  headFrom,
  headTo,
  lastRow,
  columns,
}: SheetMapping): MappingFault | null {
  if (headTo < headFrom) return 'head-backwards'
  if (lastRow !== null && lastRow <= headTo) return 'ends-before-head'
  const words = columns.filter((field) => field === 'opinion').length
  if (words > 1) return 'opinion-twice'
  return words === 0 && !columns.includes('title') ? 'no-opinion-column' : null
}
