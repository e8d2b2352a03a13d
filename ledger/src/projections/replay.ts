/** The views as they follow from the log alone: what each stream was after every command that touched it. */
import type { PoolClient } from 'pg'
import {
  eventColumns,
  eventSource,
  storedEvent,
  type EventRow,
  type StoredEvent,
} from '../log/stored-event.ts'
import type { JsonObject } from '../log/json.ts'
import { rowColumns } from './row-columns.ts'
import type { ViewName, ViewRow } from './view-row.ts'

/** The row of a stream after these events, of which the last is the last of a command; null when it has none. */
export type Project = (stream: string, events: readonly StoredEvent[]) => ViewRow | null

/** A whole row but for its number, which depends on other streams. */
export type ReplayedRow = Readonly<{
  view: ViewName
  stream: string
  series: string | null
  fromSeq: number
  row: JsonObject
}>

/** Stream by stream, so that a long log needs the memory of its longest stream. */
export async function* replay(
  client: PoolClient,
  congress: string,
  project: Project,
): AsyncGenerator<readonly ReplayedRow[]> {
  let events: StoredEvent[] = []
  for await (const event of byStream(client, congress)) {
    if (events.length > 0 && events[0]?.stream !== event.stream) {
      yield replayStream(congress, events, project)
      events = []
    }
    events.push(event)
  }
  if (events.length > 0) yield replayStream(congress, events, project)
}

const pageSize = 2000

async function* byStream(client: PoolClient, congress: string): AsyncGenerator<StoredEvent> {
  const text = `select ${eventColumns} from ${eventSource}
    where e.congress = $1 and (e.stream, e.version) > ($2, $3) order by e.stream, e.version limit ${pageSize}`
  for (let after: readonly [string, number] = ['', 0]; ;) {
    const { rows } = await client.query<EventRow>(text, [congress, ...after])
    yield* rows.map(storedEvent)
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = [last.stream, last.version]
  }
}

/** Every version of the row of one stream, given all its events. */
export function replayStream(
  congress: string,
  events: readonly StoredEvent[],
  project: Project,
): readonly ReplayedRow[] {
  const found = events.flatMap((event, place) => {
    const ends = events[place + 1]?.command !== event.command
    const asked = ends ? project(event.stream, events.slice(0, place + 1)) : null
    return asked ? [{ event, asked }] : []
  })
  return found.map(({ event, asked }, place) => ({
    view: asked.view,
    stream: event.stream,
    series: asked.number_series ?? null,
    fromSeq: event.seq,
    row: {
      ...rowColumns(asked),
      congress,
      id: event.stream,
      from_seq: event.seq,
      to_seq: found[place + 1]?.event.seq ?? null,
      version: event.version,
    },
  }))
}
