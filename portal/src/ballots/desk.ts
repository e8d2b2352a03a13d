/** What a screen of the voter's page is made from and may do. */
import type { Booth } from './booth.ts'
import type { Sender } from './send-ballots.ts'
import type { Words } from './words.zh.ts'

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
  aside: 'none' | 'qr' | 'load'
  /** From the link of a slip, not yet used: by the place of the issuer. */
  codes: readonly string[]
  check: Check
  forgotten: boolean
}

export type Desk = Readonly<{
  words: Words
  english: boolean
  ballot: string
  booth: Booth
  sender: Sender
  place: Place
  /** Draws the screen anew when another one is due, or brings this one up to date. */
  redraw: () => void
  /** For a screen reader. */
  announce: (text: string) => void
  /** Empties a hall tablet. */
  next: () => Promise<void>
  forget: () => Promise<void>
}>

export type Shown = Readonly<{
  node: Node
  /** Every second and whenever something has changed. */
  update?: () => void
  leave?: () => void
}>
