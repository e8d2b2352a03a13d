/** Where the person at the screen is: lost with the page, and nothing is lost by that. */

/** Whether the published file has been looked through. */
export type Check =
  | Readonly<{ at: 'not yet' }>
  | Readonly<{ at: 'done' }>
  | Readonly<{ at: 'failed'; code: string }>

/** Where the person is, beside what is kept: lost with the page, and nothing is lost by that. */
export type Place = {
  /** Which question of those to be marked; as many as there are means the review. */
  question: number
  /** A side page. */
  aside: 'none' | 'qr' | 'load' | 'give-up'
  /** From the link of a slip, not yet used: by the place of the issuer. */
  codes: readonly string[]
  check: Check
  forgotten: boolean
  /** At a tablet: how many have been here before. A new person finds every screen new. */
  person: number
}
