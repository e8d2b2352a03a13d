/** Reading the log: one stream to decide on, all of it to replay, and the position that a moment means. */
import type { Instant } from '@luoshi/domain/kernel/day'
import type { Pool } from 'pg'
import {
  eventColumns,
  eventSource,
  storedEvent,
  type EventRow,
  type StoredEvent,
} from './stored-event.ts'
import { withCongress } from './tenant.ts'

export type { StoredEvent }

/** A stream's events, oldest first; up to and with position `upTo` when given. */
export async function readStream(
  pool: Pool,
  congress: string,
  stream: string,
  upTo: number = Number.MAX_SAFE_INTEGER,
): Promise<readonly StoredEvent[]> {
  const text = `select ${eventColumns} from ${eventSource}
    where e.congress = $1 and e.stream = $2 and e.seq <= $3 order by e.version`
  return withCongress(pool, congress, async (client) => {
    const { rows } = await client.query<EventRow>({
      name: 'luoshi-stream',
      text,
      values: [congress, stream, upTo],
    })
    return rows.map(storedEvent)
  })
}

/** Events from position `fromSeq` on, at most `limit` of them, in order. */
export async function readAll(
  pool: Pool,
  congress: string,
  fromSeq: number,
  limit: number,
): Promise<readonly StoredEvent[]> {
  const text = `select ${eventColumns} from ${eventSource}
    where e.congress = $1 and e.seq >= $2 order by e.seq limit $3`
  return withCongress(pool, congress, async (client) => {
    const { rows } = await client.query<EventRow>({
      name: 'luoshi-all',
      text,
      values: [congress, fromSeq, limit],
    })
    return rows.map(storedEvent)
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
