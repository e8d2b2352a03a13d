/**
 * A commit of thousands of streams, as an import makes it: made ready and sent a part at a time, taken as a whole or not at
 * all. In one piece it would lie in memory four times over: as lists, as text, as bytes, and once more for the socket.
 * See luoshi.append_parts in migrations/sql/0343-commit-in-parts.sql.
 */
import type { Pool, PoolClient } from 'pg'
import { batchLists, prepare, reliedParameter } from './batch-parameter.ts'
import type { Commit } from './event.ts'
import type { JsonObject } from './json.ts'
import { holdingCongress } from './tenant.ts'

const writesInPart = 200

/** What is kept apart from the log goes with small commits only. */
export function goesInParts({ writes }: Commit): boolean {
  return writes.length > writesInPart && writes.every(({ keeps }) => keeps === undefined)
}

/** What luoshi.append_commits answers. @throws as {@link prepare} does; nothing is written then. */
export function appendInParts(pool: Pool, commit: Commit): Promise<unknown> {
  const { congress, writes } = commit
  if (new Set(writes.map(({ stream }) => stream)).size < writes.length)
    throw new Error(`Command ${commit.command} writes a stream twice`)
  return holdingCongress(pool, congress, async (client) => {
    await client.query('begin')
    try {
      const parts = await sendParts(client, commit)
      const answer = await append(client, commit, parts)
      await client.query('commit')
      return answer
    } catch (failure) {
      await client.query('rollback').catch(() => undefined)
      throw failure
    }
  })
}

type Parts = Readonly<{ events: number; rows: Readonly<Record<string, number>> }>

async function sendParts(client: PoolClient, commit: Commit): Promise<Parts> {
  const rows: Record<string, number> = {}
  let [parts, sent] = [0, 0]
  for (let first = 0; first < commit.writes.length; first += writesInPart) {
    const writes = commit.writes.slice(first, first + writesInPart)
    const lists = batchLists([prepare({ ...commit, writes })], sent)
    sent += lists.events.length
    parts += 1
    await keep(client, 'events', parts, lists.events)
    for (const [view, list] of Object.entries(lists.rows)) {
      const place = (rows[view] ?? 0) + 1
      rows[view] = place
      await keep(client, view, place, list)
    }
  }
  return { events: parts, rows }
}

async function keep(
  client: PoolClient,
  of: string,
  place: number,
  list: readonly JsonObject[],
): Promise<void> {
  await client.query({
    name: 'luoshi-keep-part',
    text: 'select luoshi.keep_part($1, $2, $3)',
    values: [of, place, JSON.stringify(list).slice(1, -1)],
  })
}

async function append(client: PoolClient, commit: Commit, parts: Parts): Promise<unknown> {
  const { congress, command, actor, at, relies = [] } = commit
  const streams = commit.writes.map(({ stream }) => stream)
  const { rows } = await client.query<{ answers: unknown }>({
    name: 'luoshi-append-parts',
    text: `select luoshi.append_parts($1, $2, $3, $4, $5::jsonb, $6::jsonb) as answers`,
    values: [congress, command, actor, at, parts, reliedParameter([{ relies, streams }])],
  })
  return rows[0]?.answers
}
