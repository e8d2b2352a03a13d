/** What a sheet to be written looks like, apart from its rows. */
import type { LayoutHeads } from '@luoshi/domain/ledgers/layouts'

export type SheetColumn = Readonly<{
  heading: string
  /** `day`: an ISO day, kept as a real date. `count`: a whole number. */
  kind: 'text' | 'day' | 'count'
  /** In half-width characters; a Chinese character takes two. */
  width: number
  hidden?: boolean
  /** What a cell may hold, offered as a list. */
  choices?: readonly string[]
}>

export type SheetPlan = Readonly<{
  name: string
  title: string
  /** A line under the title: whose it is, of which day, under which filter. */
  note: string
  columns: readonly SheetColumn[]
  /** Headings of several rows; absent: one row, those of the columns. */
  heads?: LayoutHeads
}>

/** A value for each column. Null and '' are both an empty cell. */
export type SheetValues = readonly (string | number | null)[]

/** The rows above the data: title, note, headings. */
export function headRowsOf({ heads }: Pick<SheetPlan, 'heads'>): number {
  return 2 + Math.max(1, heads?.rows.length ?? 1)
}
