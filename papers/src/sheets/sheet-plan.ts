/** What a sheet to be written looks like, apart from its rows. */

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
}>

/** A value for each column. Null and '' are both an empty cell. */
export type SheetValues = readonly (string | number | null)[]

/** The rows above the data: title, note, headings. */
export const headRows = 3

/** The most characters a cell holds (ECMA-376; the readers of every office agree). */
export const cellLimit = 32_767
