/** What a caller asks the log to remember, and what the log answers. */
import type { Day, Instant } from '@luoshi/domain/kernel/day'
import type { ViewRow } from '../projections/view-row.ts'
import type { KeptApart } from './kept-apart.ts'
import type { JsonObject } from './json.ts'

/** `facts` stay for ever and name nobody; `words` are what people said and who they are, and can be erased. */
export type NewEvent = Readonly<{ type: string; facts: JsonObject; words?: JsonObject }>

export type StreamWrite = Readonly<{
  stream: string
  /** The version of the stream the decision was made on; 0 when nobody has written it. */
  expected: number
  events: readonly NewEvent[]
  /** What the stream is after these events. */
  row?: ViewRow
  /** What these events commit to and what is not in the log. */
  keeps?: readonly KeptApart[]
}>

/** What one command did: all of it is written, or nothing. */
export type Commit = Readonly<{
  congress: string
  /** The client's key of the command: sent again, it is answered again and done once. */
  command: string
  actor: string
  at: Instant
  /** Each stream at most once. */
  writes: readonly StreamWrite[]
  /** What else it was decided on; when that has moved on by the time it is written, the commit is refused. */
  relies?: readonly Reliance[]
}>

/** A stream that is not written, at the version it was seen at; or: nothing open is left with who goes. */
export type Reliance =
  | Readonly<{ stream: string; version: number }>
  | Readonly<{ leaver: string; column: 'unit' | 'official' }>

/** `seq` of the last event of the commit: the position from which readers see it. `numbers` it gave, by stream. */
export type Appended = Readonly<{
  seq: number
  repeated: boolean
  numbers?: Readonly<Record<string, number>>
}>

export type VersionConflict = Readonly<{
  code: 'version-conflict'
  stream: string
  expected: number
  actual: number
}>

/** The log itself refuses: no verdict of the latest round satisfies on all three axes, so nothing may close it. */
export type ClosingNotEarned = Readonly<{ code: 'closing-not-earned'; stream: string }>

/** The clock of this machine says a day before the last one on record. */
export type ClockSetBack = Readonly<{ code: 'clock-set-back'; today: Day; last: Day }>

export type AppendRefusal = VersionConflict | ClosingNotEarned | ClockSetBack
