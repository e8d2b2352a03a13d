/** What a county's workbook looks like, as it travels to the page on which its columns are mapped. Plain data. */
import type { SheetField } from '@luoshi/domain/ledgers/sheet-fields'
import type { Confidence, SheetMapping } from '@luoshi/domain/ledgers/sheet-mapping'
import type { ReadWarning } from '../readers/read-warning.ts'
import type { Area } from '../readers/sheet-address.ts'

export type ProposedColumn = Readonly<{
  heading: string
  field: SheetField | null
  confidence: Confidence
  /** The share of cells that look like the field, in percent; null where looks tell nothing. */
  fit: number | null
}>

export type ProposedMapping = Readonly<{
  mapping: SheetMapping
  columns: readonly ProposedColumn[]
  /** Names the layout: the same headings in the same order have the same. Null where no headings were found. */
  print: string | null
}>

/** A sheet, its first rows. Merged cells are filled downwards, as they are read; `merged` says how they stand. */
export type SheetSight = Readonly<{
  name: string
  /** Rows that hold something, those that are not shown here included. */
  total: number
  width: number
  rows: readonly Readonly<{ row: number; cells: readonly string[]; hidden: boolean }>[]
  merged: readonly Area[]
  hiddenColumns: readonly number[]
  widths: readonly (number | null)[]
  proposed: ProposedMapping
}>

export type WorkbookSight = Readonly<{
  sheets: readonly SheetSight[]
  warnings: readonly ReadWarning[]
}>
