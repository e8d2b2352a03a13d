/** An event as it lies in the log, read back with its words when they are still there. */
import { isJsonObject, type JsonObject } from './json.ts'

/** `words` is null when the event has none, and when they were erased (`erased`). */
export type StoredEvent = Readonly<{
  seq: number
  stream: string
  version: number
  type: string
  command: string
  actor: string
  at: string
  facts: JsonObject
  words: JsonObject | null
  erased: boolean
}>

/** As much of it as the rules and a page need. */
export type ToldEvent = Pick<
  StoredEvent,
  'seq' | 'version' | 'type' | 'actor' | 'at' | 'facts' | 'words'
>

export type EventRow = Omit<StoredEvent, 'seq' | 'facts' | 'words'> & {
  seq: string
  facts: string
  body: string | null
}

/** Of `eventSource`. */
export const eventColumns = `e.seq, e.stream, e.version, e.type, e.command, e.actor, e.at, e.facts, w.body,
  e.words_hash is not null and w.seq is null as erased`
export const eventSource = `luoshi.event e left join luoshi.event_words w on w.congress = e.congress and w.seq = e.seq`

export function storedEvent({ body, ...row }: EventRow): StoredEvent {
  const words = body === null ? null : object(body, row.seq)
  return { ...row, seq: Number(row.seq), facts: object(row.facts, row.seq), words }
}

function object(text: string, seq: string): JsonObject {
  const value: unknown = JSON.parse(text)
  if (!isJsonObject(value)) throw new Error(`Event ${seq} holds no object`)
  return value
}
