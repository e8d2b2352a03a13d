/** What a box keeps of a ballot, and what keeps it. Source: ballot.md 3.4. */

/** A row of the box, and all of it. */
export type BoxRow = Readonly<{ contest: number; pk: string; id: string; body: string }>

export type BoxStore = Readonly<{
  /** The id of the ballot that this key cast, if any. */
  idOf: (contest: number, pk: string) => Promise<string | undefined>
  /** All or none, in the order given. A row whose (contest, pk) is there already is left as it stands. */
  write: (rows: readonly BoxRow[]) => Promise<void>
}>

/** Stands in the place of a ballot's id where a token was given up: no ballot has this id, and it has no body. */
export const surrendered = 'surrendered'
