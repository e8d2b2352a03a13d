/** A stream as it stands in the log, oldest first; up to a position when a past moment is asked for. */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { CongressDb } from './congress-db.ts'

export type Stored = Readonly<{
  seq: number
  version: number
  type: string
  actor: string
  at: string
  facts: string
  /** The words as JSON; null when there were none or they were erased. */
  words: string | null
}>

/** An event put together again; the rules' own guards say which it is. */
export type StoredEvent = Readonly<{ type: string; [key: string]: unknown }>

const columns = `e.seq::float8 as seq, e.version, e.type::text as type, e.actor::text as actor,
  e.at::text as at, e.facts, w.body as words`

export async function readStream(
  db: CongressDb,
  congress: CongressId,
  stream: string,
): Promise<readonly Stored[]> {
  return db.rows<Stored>(congress, {
    name: 'read-stream',
    text: `select ${columns} from luoshi.event e
      left join luoshi.event_words w on w.congress = e.congress and w.seq = e.seq
      where e.congress = $1 and e.stream = $2 order by e.version`,
    values: [congress, stream],
  })
}

export async function readStreamUpTo(
  db: CongressDb,
  congress: CongressId,
  stream: string,
  seq: number,
): Promise<readonly Stored[]> {
  const all = await readStream(db, congress, stream)
  return all.filter((one) => one.seq <= seq)
}

export function eventOf({ type, facts, words }: Stored): StoredEvent {
  const kept: unknown = JSON.parse(facts)
  const said: unknown = words === null ? null : JSON.parse(words)
  return { ...(typeof kept === 'object' ? kept : {}), type, words: said }
}
