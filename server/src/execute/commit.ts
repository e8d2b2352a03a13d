/** Writes what a command decided, all of it or nothing; and recognises a command that was already done. */
import { accept } from '@luoshi/domain/kernel/result'
import type { NewEvent, Reliance, StreamWrite } from '@luoshi/ledger/log/event'
import type { ViewRow } from '@luoshi/ledger/projections/view-row'
import { asJsonObject } from './as-json.ts'
import type { CongressDb } from './congress-db.ts'
import type { Asked, Outcome, World } from './context.ts'
import { newCommandName } from './ids.ts'
import { refusedByLedger } from './refused-by-ledger.ts'

type AnyEvent = Readonly<{ type: string; words?: unknown }>

/** Facts apart from words, as the ledger keeps them. */
function newEvent({ type, words, ...facts }: AnyEvent): NewEvent {
  const kept = { type, facts: asJsonObject(facts) }
  return typeof words === 'object' && words !== null
    ? { ...kept, words: asJsonObject(words) }
    : kept
}

export function write(
  stream: string,
  expected: number,
  events: readonly AnyEvent[],
  row: ViewRow,
): StreamWrite {
  return { stream, expected, events: events.map(newEvent), row }
}

/** What a deputy does says for whom, in the event itself, so that no proof of it can leave that out. */
function onBehalf(one: StreamWrite, { by: { actingFor } }: Asked): StreamWrite {
  if (!actingFor) return one
  const onBehalfOf = actingFor.account
  const events = one.events.map((event) => ({ ...event, facts: { ...event.facts, onBehalfOf } }))
  return { ...one, events }
}

/** `numbers` that streams were given in this commit, by stream. `repeated`: nothing was written, it had been before. */
export type Done = Readonly<{
  seq: number
  repeated: boolean
  numbers: Readonly<Record<string, number>>
}>

/** The ledger's name of a command: the person's own key, so that two persons' keys never meet. */
export function commandName({ by, key }: Asked): string {
  return key === undefined ? newCommandName() : `${by.account}/${key}`
}

export async function commit(
  { append, now }: Pick<World, 'append' | 'now'>,
  asked: Asked,
  writes: readonly StreamWrite[],
  relies: readonly Reliance[] = [],
): Outcome<Done> {
  const { congress, account } = asked.by
  const command = commandName(asked)
  const told = writes.map((one) => onBehalf(one, asked))
  const done = await append({ congress, command, actor: account, at: now(), writes: told, relies })
  if (done.ok) return accept({ numbers: {}, ...done.value })
  return refusedByLedger(done.refusal)
}

export type Repeated = Readonly<{ seq: number; streams: readonly string[] }>

/** What a command of this key wrote earlier, or null when it is new. Costs nothing when no key was given. */
export async function alreadyDone(db: CongressDb, asked: Asked): Promise<Repeated | null> {
  if (asked.key === undefined) return null
  const { congress } = asked.by
  const rows = await db.rows<{ seq: number; stream: string }>(congress, {
    text: `select c.last_seq::float8 as seq, e.stream::text as stream
      from luoshi.ledger_commit c
      join luoshi.event e on e.congress = c.congress and e.seq between c.first_seq and c.last_seq
      where c.congress = $1 and c.command = $2 order by e.seq`,
    values: [congress, commandName(asked)],
  })
  const [first] = rows
  return first ? { seq: first.seq, streams: rows.map(({ stream }) => stream) } : null
}
