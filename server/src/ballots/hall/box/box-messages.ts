/** What the server and the box process say to each other. Nothing of it names a voter. */
import type { BoxRow } from '@luoshi/ballots/box/box-row'
import type { ProtocolCode } from '@luoshi/ballots/protocol/refusals'
import type { Surrender } from '@luoshi/ballots/protocol/surrender'
import type { ByType, Nothing } from '@luoshi/domain/kernel/one-of'
import type { ClientConfig } from 'pg'

/** A ballot in the care of the box. */
export type HeldEvent = Readonly<{
  mh: string
  manifest: Uint8Array
  /** Signs receipts; PKCS #8. */
  secret: Uint8Array
  phase: 'waiting' | 'voting' | 'closed'
  /** The box closes by its own clock then, in milliseconds; null: when it is told to. */
  closesAt: number | null
  /** Of a ballot that is published already: receipts are given from here, nothing is kept. */
  published: readonly BoxRow[] | null
}>

export type BoxOrder = ByType<{
  /**
   * `keyFolder`: where the keys lie under which the box writes. `resendMs`: how long phones may take to send again what
   * waited in a box that died.
   */
  listen: {
    host: string
    ports: readonly number[]
    database: ClientConfig
    keyFolder: string
    resendMs: number
  }
  hold: { event: HeldEvent }
  /** Closes and answers everything that is in. */
  close: { mh: string }
  /** It is published: nothing of it is left in the database. */
  drop: { mh: string; rows: readonly BoxRow[] }
  surrender: { mh: string; tokens: readonly Surrender[] }
  forget: { mh: string }
}>

export type BoxAnswer = ByType<{
  listening: { port: number }
  done: Nothing
  rows: { rows: readonly BoxRow[] }
  /** It has begun anew and phones are still sending again: not closed yet. */
  wait: { ms: number }
  refused: { code: ProtocolCode }
  failed: { why: string }
}>

export type Numbered<Message> = Readonly<{ n: number; message: Message }>

/** What the box says unasked: how many ballots are written, once a batch. */
export type BoxNews = Readonly<{ received: Readonly<{ mh: string; n: number }> }>
