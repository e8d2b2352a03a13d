/** Makes digests of what people have not read and were not sent, each when the rule and the person's own wish allow it. */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { digestNow, type Taste } from '@luoshi/domain/supervision/digest'
import { isMessageCause } from '@luoshi/domain/supervision/message-causes'
import type { PoolClient } from 'pg'
import { todayOf, type World } from '../execute/context.ts'

type Reader = Readonly<{
  account: string
  channel: string
  cap: number
  digest_at: number
  quiet_from: number
  quiet_until: number
}>

/** @returns How many digests were made. */
export async function gatherDigests(
  world: Pick<World, 'db' | 'now'>,
  congress: CongressId,
): Promise<number> {
  const readers = await world.db.rows<Reader>(congress, {
    text: `select t.account, t.channel, t.cap::int as cap, t.digest_at::int as digest_at,
        t.quiet_from::int as quiet_from, t.quiet_until::int as quiet_until
      from luoshi.message_taste t
      join luoshi.contact c using (congress, account, channel)
      join luoshi.account a on a.congress = t.congress and a.id = t.account and a.status = 'active'
      where t.congress = $1 and exists (select from luoshi.note n where n.congress = t.congress
        and n.account = t.account and n.message is null and n.read_at is null and n.made_at >= t.chosen_at)`,
    values: [congress],
  })
  let made = 0
  for (const reader of readers) if (await gatherFor(world, congress, reader)) made += 1
  return made
}

async function gatherFor(
  world: Pick<World, 'db' | 'now'>,
  congress: CongressId,
  reader: Reader,
): Promise<boolean> {
  const [day, now] = [todayOf(world), world.now()]
  return world.db.transaction(congress, async (client) => {
    // Two processes at once: the second waits here and finds nothing left.
    await client.query({
      text: `select from luoshi.message_taste where congress = $1 and account = $2 for update`,
      values: [congress, reader.account],
    })
    const waiting = await waitingOf(client, congress, reader.account)
    const { rows } = await client.query<{ sent: number }>({
      text: `select count(*)::int as sent from luoshi.message
        where congress = $1 and account = $2 and day = $3`,
      values: [congress, reader.account, day],
    })
    const sentToday = rows[0]?.sent ?? 0
    const named = waiting.map(({ cause }) => cause).filter(isMessageCause)
    if (digestNow(named, sentToday, minuteInChina(now), tasteOf(reader)) === 'wait') return false
    const values = [congress, reader.account, reader.channel, day, sentToday + 1, now]
    const { rows: put } = await client.query<{ id: string }>({
      text: `insert into luoshi.message (congress, account, channel, day, ordinal, status, next_at, made_at)
        values ($1, $2, $3, $4, $5, 'waiting', $6, $6) returning id`,
      values,
    })
    await client.query({
      text: `update luoshi.note set message = $2 where congress = $1 and id = any ($3)`,
      values: [congress, put[0]?.id, waiting.map(({ id }) => id)],
    })
    return true
  })
}

async function waitingOf(client: PoolClient, congress: CongressId, account: string) {
  const { rows } = await client.query<{ id: string; cause: string }>({
    text: `select n.id, n.cause from luoshi.note n
      join luoshi.message_taste t using (congress, account)
      where n.congress = $1 and n.account = $2 and n.message is null and n.read_at is null
        and n.made_at >= t.chosen_at order by n.id`,
    values: [congress, account],
  })
  return rows
}

export function tasteOf(row: Omit<Reader, 'account' | 'channel'>): Taste {
  return {
    cap: row.cap,
    digestAt: row.digest_at,
    quietFrom: row.quiet_from,
    quietUntil: row.quiet_until,
  }
}

function minuteInChina(now: string): number {
  const inChina = new Date(Date.parse(now) + 8 * 3_600_000)
  return inChina.getUTCHours() * 60 + inChina.getUTCMinutes()
}
