/**
 * One matter as the database tells it in one piece of text: its events, what stands beside it, who is recused from it
 * (luoshi.matter_look in `0171-session-and-first-look.sql`). Read once a request, with the session where that is known.
 */
import type { CongressId, MatterId, OpinionId } from '@luoshi/domain/kernel/ids'
import type { ToldEvent } from '@luoshi/ledger/log/stored-event'
import type { Ahead } from '../execute/ahead.ts'
import type { CongressDb } from '../execute/congress-db.ts'
import type { Principal } from '../identity/principal.ts'
import type { RecusedNames } from '../people/recused-from.ts'

/** Another matter, as far as its line in the lineage goes. */
export type Neighbour = Readonly<{
  id: string
  number: number | null
  title: string
  unit: string | null
  round: number
}>

export type Beside = Readonly<{
  number: number
  appraisal: Readonly<{ title: string; phase: string }>
  /** Of all units, officials and accounts the events speak of, by id. */
  names: Readonly<Record<string, string>>
  into: Neighbour | null
  from: readonly Neighbour[]
  siblings: readonly Neighbour[]
  /** The one it carries, then those it was a part of, nearest first. */
  opinions: readonly Readonly<{ id: string; doc: unknown }>[]
}>

export type MatterSeen = Readonly<{
  events: readonly ToldEvent[]
  beside: Beside
  recused: readonly RecusedNames[]
}>

/** One list each, in the order of versions. */
type Columns = readonly [
  seq: readonly number[],
  version: readonly number[],
  type: readonly string[],
  actor: readonly string[],
  at: readonly string[],
  facts: readonly ToldEvent['facts'][],
  words: readonly ToldEvent['words'][],
]

type Looking = Readonly<{ by: Principal; matter: MatterId; ahead?: Ahead | null | undefined }>

/** The matter with all that stands beside it now; null when there is none. */
export async function seeMatter(
  db: CongressDb,
  { by, matter, ahead }: Looking,
): Promise<MatterSeen | null> {
  const text =
    ahead?.wanted === 'matter' && ahead.which === matter
      ? ahead.found
      : await look(db, by.congress, matter)
  if (text === null) return null
  const told: Readonly<{ events: Columns; beside: Beside; recused: readonly RecusedNames[] }> =
    JSON.parse(text)
  return { ...told, events: eventsOf(told.events) }
}

async function look(db: CongressDb, congress: CongressId, matter: MatterId) {
  const [row] = await db.rows<{ found: string | null }>(congress, {
    name: 'matter-look',
    text: 'select luoshi.matter_look($1, true, true) as found',
    values: [matter],
  })
  return row?.found ?? null
}

/** `recused` is null where it was not looked for. */
export type StepSeen = Readonly<{
  events: readonly ToldEvent[]
  recused: readonly RecusedNames[] | null
}>

/** What a step is decided on, when this request has it already; null when it has not. */
export function seenAhead(ahead: Ahead | null | undefined, matter: MatterId): StepSeen | null {
  if (ahead?.wanted !== 'step' || ahead.which !== matter) return null
  if (ahead.found === null) return { events: [], recused: null }
  const told: Readonly<{ events: Columns; recused?: readonly RecusedNames[] }> = JSON.parse(
    ahead.found,
  )
  return { events: eventsOf(told.events), recused: told.recused ?? null }
}

function eventsOf([seqs, versions, types, actors, ats, facts, words]: Columns) {
  return seqs.map((seq, place): ToldEvent => {
    const [version, type, actor] = [versions[place], types[place], actors[place]]
    const [at, own] = [ats[place], facts[place]]
    if (!version || !type || actor === undefined || at === undefined || !own)
      throw new Error('matter_look told lists of different length')
    return { seq, version, type, actor, at, facts: own, words: words[place] ?? null }
  })
}

export type Around = Readonly<{
  matter: MatterId
  opinion: OpinionId
  mergedInto: MatterId | null
  units: readonly string[]
  officials: readonly string[]
  accounts: readonly string[]
}>

/** What stood beside a matter that carried this opinion and followed that matter. */
export async function besideMatter(
  db: CongressDb,
  congress: CongressId,
  { matter, opinion, mergedInto, units, officials, accounts }: Around,
): Promise<Beside> {
  const [row] = await db.rows<{ found: string }>(congress, {
    name: 'beside-matter',
    text: 'select luoshi.matter_beside($1, $2, $3, $4, $5, $6) as found',
    values: [matter, opinion, mergedInto, units, officials, accounts],
  })
  if (!row) throw new Error('matter_beside told nothing')
  const beside: Beside = JSON.parse(row.found)
  return beside
}
