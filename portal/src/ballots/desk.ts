/** What a screen of the voter's page is made from and may do. */
import type { Booth } from './booth.ts'
import type { Place } from './place.ts'
import type { Sender } from './send-ballots.ts'
import type { Words } from './words.zh.ts'

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
