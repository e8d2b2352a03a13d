/**
 * Reads the log for news from where it stopped, in one transaction with what it tells: no event is told twice, none is
 * passed over. A house that begins to read begins at the end of its log: nobody is told about years gone by.
 */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { PoolClient } from 'pg'
import { todayOf, type World } from '../execute/context.ts'
import { newsOf, newsTypes, type About, type EventFacts } from './news.ts'
import { ofRole, ofUnit, peopleOf, putNotes, type NewNote, type Person } from './tell.ts'

type NewsEvent = Readonly<{ seq: string; stream: string; type: string; facts: EventFacts }>

const batch = 500

/** @returns Whether there is more to read. */
export async function followLedger(world: World, congress: CongressId): Promise<boolean> {
  const [day, now] = [todayOf(world), world.now()]
  return world.db.transaction(congress, async (client) => {
    const head = await headOf(client, congress)
    const { rows: known } = await client.query<{ seq: string }>({
      text: 'select seq from luoshi.news_read where congress = $1 for update',
      values: [congress],
    })
    const from = known[0]?.seq
    if (from === undefined) {
      await client.query({
        text: 'insert into luoshi.news_read values ($1, $2) on conflict do nothing',
        values: [congress, head],
      })
      return false
    }
    const events = await eventsAfter(client, congress, from, head)
    if (events.length > 0) {
      const people = await peopleOf(client, congress)
      const notes: NewNote[] = []
      for (const event of events) notes.push(...(await notesOf(client, congress, event, people)))
      await putNotes(client, congress, notes, { day, now })
    }
    const more = events.length === batch
    await client.query({
      text: 'update luoshi.news_read set seq = $2 where congress = $1',
      values: [congress, more ? events.at(-1)?.seq : head],
    })
    return more
  })
}

async function headOf(client: PoolClient, congress: CongressId): Promise<string> {
  const { rows } = await client.query<{ seq: string }>({
    text: 'select seq from luoshi.ledger_head where congress = $1',
    values: [congress],
  })
  return rows[0]?.seq ?? '0'
}

async function eventsAfter(
  client: PoolClient,
  congress: CongressId,
  from: string,
  head: string,
): Promise<readonly NewsEvent[]> {
  if (from === head) return []
  const { rows } = await client.query<NewsEvent>({
    text: `select seq, stream, type, facts::jsonb as facts from luoshi.event
      where congress = $1 and seq > $2 and seq <= $3 and type = any ($4) order by seq limit $5`,
    values: [congress, from, head, newsTypes, batch],
  })
  return rows
}

async function notesOf(
  client: PoolClient,
  congress: CongressId,
  { stream, type, facts }: NewsEvent,
  people: readonly Person[],
): Promise<readonly NewNote[]> {
  const tells = newsOf(type)
  if (!tells) return []
  const about = await aboutOf(client, congress, stream)
  const given = facts['unit']
  const unit = typeof given === 'string' ? given : about.unit
  const told = tells.to === 'unit' ? ofUnit(people, unit) : ofRole(people, ...tells.to)
  return told.map(({ account }) => {
    return { account, cause: tells.cause, thing: stream, facts: tells.facts(facts, about) }
  })
}

async function aboutOf(client: PoolClient, congress: CongressId, stream: string): Promise<About> {
  const view = stream.startsWith('matter_')
    ? 'matter_view'
    : stream.startsWith('appraisal_')
      ? 'appraisal_view'
      : 'record_view'
  const { rows } = await client.query<About>({
    text: `select unit, number, title, ${view === 'matter_view' ? 'plan_due::text' : 'null'} as "planDue"
      from luoshi.${view}
      where congress = $1 and id = $2 and to_seq is null`,
    values: [congress, stream],
  })
  return rows[0] ?? { unit: null, number: null, title: null, planDue: null }
}
