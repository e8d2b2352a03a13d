/** Reading the log: one stream to decide on, all of it to replay, and the position that a moment means. */
import type { Instant } from '@luoshi/domain/kernel/day'
import type { Pool } from 'pg'
import { isJsonObject, type JsonObject } from './json.ts'
import { withCongress } from './tenant.ts'

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

type Row = Omit<StoredEvent, 'seq' | 'facts' | 'words'> & {
  seq: string
  facts: string
  body: string | null
}

const columns = `e.seq, e.stream, e.version, e.type, e.command, e.actor, e.at, e.facts, w.body,
  e.words_hash is not null and w.seq is null as erased`
const source = `luoshi.event e left join luoshi.event_words w on w.congress = e.congress and w.seq = e.seq`

/** A stream's events, oldest first; up to and with position `upTo` when given. */
export async function readStream(
  pool: Pool,
  congress: string,
  stream: string,
  upTo: number = Number.MAX_SAFE_INTEGER,
): Promise<readonly StoredEvent[]> {
  const text = `select ${columns} from ${source}
    where e.congress = $1 and e.stream = $2 and e.seq <= $3 order by e.version`
  return withCongress(pool, congress, async (client) => {
    const { rows } = await client.query<Row>({
      name: 'luoshi-stream',
      text,
      values: [congress, stream, upTo],
    })
    return rows.map(stored)
  })
}

/** Events from position `fromSeq` on, at most `limit` of them, in order. */
export async function readAll(
  pool: Pool,
  congress: string,
  fromSeq: number,
  limit: number,
): Promise<readonly StoredEvent[]> {
  const text = `select ${columns} from ${source}
    where e.congress = $1 and e.seq >= $2 order by e.seq limit $3`
  return withCongress(pool, congress, async (client) => {
    const { rows } = await client.query<Row>({
      name: 'luoshi-all',
      text,
      values: [congress, fromSeq, limit],
    })
    return rows.map(stored)
  })
}

/**
 * The position of the last commit at or before a moment; 0 when there is none. By the latest such moment, not the
 * highest position: one commit dated wrongly by a bad clock does not move every other moment.
 */
export async function seqAt(pool: Pool, congress: string, moment: Instant): Promise<number> {
  const text = `select last_seq from luoshi.ledger_commit
    where congress = $1 and at <= $2 order by at desc, last_seq desc limit 1`
  return withCongress(pool, congress, async (client) => {
    const { rows } = await client.query<{ last_seq: string }>(text, [congress, moment])
    return Number(rows[0]?.last_seq ?? 0)
  })
}

/** The position of the last event; 0 on an empty log. */
export async function headSeq(pool: Pool, congress: string): Promise<number> {
  const text = 'select seq from luoshi.ledger_head where congress = $1'
  return withCongress(pool, congress, async (client) => {
    const { rows } = await client.query<{ seq: string }>(text, [congress])
    return Number(rows[0]?.seq ?? 0)
  })
}

function stored({ body, ...row }: Row): StoredEvent {
  const words = body === null ? null : object(body, row.seq)
  return { ...row, seq: Number(row.seq), facts: object(row.facts, row.seq), words }
}

function object(text: string, seq: string): JsonObject {
  const value: unknown = JSON.parse(text)
  if (!isJsonObject(value)) throw new Error(`Event ${seq} holds no object`)
  return value
}
