/**
 * Records of a campaign on the server: what a kind of record is to the store, how one is read, listed and written.
 * A kind brings its events, its `evolve` and its row; everything else is the same for all of them.
 */
import {
  isId,
  type CongressId,
  type Id,
  type MatterId,
  type RecordKind as KindName,
  type UnitId,
} from '@luoshi/domain/kernel/ids'
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { CommandType } from '@luoshi/domain/people/rights'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { readStream, type StoredEvent } from '@luoshi/ledger/log/read'
import type { RecordColumns, ViewRow } from '@luoshi/ledger/projections/view-row'
import { asJsonObject } from './as-json.ts'
import { alreadyDone, commit, write } from './commit.ts'
import { mayGive, type Asked, type Outcome, type World } from './context.ts'
import type { CongressDb } from './congress-db.ts'
import { recusalObstacle } from '../people/recused-from.ts'
import { rawEvent, type RawEvent } from './domain-event.ts'
import { forbidden, notFound, versionConflict, type Refused } from './refused.ts'

type AnyState = Readonly<{ status: string }>
type AnyEvent = Readonly<{ type: string }>

/** How a record is found; what a kind has no use for stays null. */
export type Found = Readonly<{ title: string }> & Partial<Omit<RecordColumns, 'kind' | 'status'>>

type Spec<Kind extends KindName, State extends AnyState, Event extends AnyEvent> = Readonly<{
  kind: Kind
  /** Every type of event of its streams: a reader stops at one it does not know. */
  events: Readonly<Record<Event['type'], true>>
  initial: State
  evolve: (state: State, event: Event) => State
  /** The row of a state; null while there is nothing on record. */
  row: (state: State) => Found | null
  /** The name of a series of numbers, when such records are numbered: `letters 2026`. */
  series?: (state: State) => string | undefined
}>

export type LoadedRecord<State> = Readonly<{ state: State; version: number }>

export type RecordKind<
  Kind extends KindName,
  State extends AnyState,
  Event extends AnyEvent,
> = Spec<Kind, State, Event> &
  Readonly<{
    of: (stored: readonly StoredEvent[]) => LoadedRecord<State>
    /** Throws at one it does not know. */
    eventsOf: (stored: readonly StoredEvent[]) => readonly Event[]
    project: (stored: readonly StoredEvent[]) => ViewRow | null
    load: (db: CongressDb, congress: CongressId, id: Id<Kind>) => Promise<LoadedRecord<State>>
    /** What a command writes to one record: its new events and the row that follows from them. */
    write: (id: Id<Kind>, before: LoadedRecord<State>, events: readonly Event[]) => StreamWrite
  }>

export function recordKind<
  const Kind extends KindName,
  State extends AnyState,
  Event extends AnyEvent,
>(spec: Spec<Kind, State, Event>): RecordKind<Kind, State, Event> {
  const known = (raw: RawEvent): raw is RawEvent & Event => Object.hasOwn(spec.events, raw.type)

  function eventsOf(stored: readonly StoredEvent[]): readonly Event[] {
    return stored.map((one) => {
      const event = rawEvent(one)
      if (!known(event)) throw new Error(`Unknown event ${one.type} at ${one.seq}`)
      return event
    })
  }

  function of(stored: readonly StoredEvent[]): LoadedRecord<State> {
    const state = eventsOf(stored).reduce(spec.evolve, spec.initial)
    return { state, version: stored.at(-1)?.version ?? 0 }
  }

  function rowOf(state: State): ViewRow | null {
    const found = spec.row(state)
    if (!found) return null
    const none = { appraisal: null, parent: null, unit: null, official: null }
    const columns = {
      ...none,
      on_day: null,
      due: null,
      ...found,
      kind: spec.kind,
      status: state.status,
      doc: asJsonObject(state),
    }
    const series = spec.series?.(state)
    return {
      view: 'record_view',
      columns,
      ...(series === undefined ? {} : { number_series: series }),
    }
  }

  return {
    ...spec,
    of,
    eventsOf,
    project: (stored) => rowOf(of(stored).state),
    load: async (db, congress, id) => of(await readStream(db.pool, congress, id)),
    write: (id, before, events) => {
      const after = events.reduce(spec.evolve, before.state)
      const row = rowOf(after)
      if (!row) throw new Error(`${events.at(-1)?.type ?? 'nothing'} left no ${spec.kind}`)
      return write(id, before.version, events, row)
    },
  }
}

export type RecordDone<Kind extends KindName> = Readonly<{ id: Id<Kind>; seq: number }>

type Step<Kind extends KindName, State, Event> = Asked &
  Readonly<{
    command: CommandType
    id: Id<Kind>
    /** The version the person was looking at; 0 for a record that is only now begun. */
    version: number
    /**
     * Whether the step means the same after what others have written since: two people at two desks do what each has to do
     * and neither is sent back. Absent: never. The rules judge the step by what stands there now, in any case.
     */
    isBeside?: (since: readonly Event[]) => boolean
    /** Whose business it is, for the roles that act for their own unit only. */
    unitOf?: (state: State) => UnitId | null
    /** The matters it is about, where the record belongs to no one appraisal: a recusal from theirs holds here, too. */
    mattersOf?: (state: State) => readonly MatterId[]
    decide: (state: State) => Result<readonly Event[], Refused> | Outcome<readonly Event[]>
    /** What else is written in the same commit, all of it or nothing. */
    also?: (events: readonly Event[]) => readonly StreamWrite[]
  }>

/** Two who do the same at once meet only in the log: whoever comes second looks again, so often in all. */
const mostLooks = 4

/** One command on one record: who may, whether it was done before, load, decide, append. */
export function takeRecordStep<
  Kind extends KindName,
  State extends AnyState,
  Event extends AnyEvent,
>(
  world: World,
  kind: RecordKind<Kind, State, Event>,
  step: Step<Kind, State, Event>,
): Outcome<RecordDone<Kind>> {
  return lookAndTake(world, kind, step, mostLooks)
}

async function lookAndTake<Kind extends KindName, State extends AnyState, Event extends AnyEvent>(
  world: World,
  kind: RecordKind<Kind, State, Event>,
  step: Step<Kind, State, Event>,
  looks: number,
): Outcome<RecordDone<Kind>> {
  const { id } = step
  const before =
    step.version === 0
      ? { state: kind.initial, version: 0 }
      : await kind.load(world.db, step.by.congress, id)
  const unit = step.unitOf?.(before.state) ?? null
  if (!mayGive(step, step.command, unit)) return forbidden()
  const barred = await recusedHere(world, kind, step, before.state)
  if (!barred.ok) return barred
  const repeated = await alreadyDone(world.db, step)
  const first = repeated?.streams.find((one): one is Id<Kind> => one.startsWith(`${kind.kind}_`))
  if (repeated) return accept({ id: first ?? id, seq: repeated.seq })
  if (step.version > 0 && before.version === 0) return notFound()
  if (before.version !== step.version && !(await isBesideOthers(world, kind, step, before.version)))
    return versionConflict()
  const ruling = await step.decide(before.state)
  if (!ruling.ok) return ruling
  // A rule that sees nothing to do (the same word twice) leaves the log as it is.
  if (ruling.value.length === 0) return accept({ id, seq: 0 })
  if (before.version === 0) {
    // Only now a record that is begun says which appraisal it belongs to.
    const begun = ruling.value.reduce(kind.evolve, before.state)
    const kept = await recusedHere(world, kind, step, begun)
    if (!kept.ok) return kept
  }
  const writes = [kind.write(id, before, ruling.value), ...(step.also?.(ruling.value) ?? [])]
  const done = await commit(world, step, writes)
  if (done.ok) return accept({ id, seq: done.value.seq })
  const isOvertaken = done.refusal.code === 'version-conflict' && step.isBeside !== undefined
  return isOvertaken && looks > 1 ? lookAndTake(world, kind, step, looks - 1) : done
}

/** Whether all that was written since the person looked leaves the step as it is. */
async function isBesideOthers<
  Kind extends KindName,
  State extends AnyState,
  Event extends AnyEvent,
>(
  { db }: World,
  kind: RecordKind<Kind, State, Event>,
  { by, id, version, isBeside }: Step<Kind, State, Event>,
  current: number,
): Promise<boolean> {
  if (!isBeside || version === 0 || version > current) return false
  const stored = await readStream(db.pool, by.congress, id)
  const since = stored.filter((one) => one.version > version && one.version <= current)
  return isBeside(kind.eventsOf(since))
}

function recusedHere<Kind extends KindName, State extends AnyState, Event extends AnyEvent>(
  world: World,
  kind: RecordKind<Kind, State, Event>,
  { by, command, unitOf, mattersOf }: Step<Kind, State, Event>,
  state: State,
): Outcome<true> {
  const belongsTo = kind.row(state)?.appraisal ?? null
  const appraisal = belongsTo !== null && isId('appraisal', belongsTo) ? belongsTo : null
  const unit = unitOf?.(state) ?? null
  return recusalObstacle(world, by, command, { unit, appraisal, matters: mattersOf?.(state) ?? [] })
}

export type RecordRow = Readonly<{
  id: string
  version: number
  number: number | null
  status: string
  title: string
  doc: unknown
}>

/** Records as they stand now, newest first: `of` names the appraisal, the parent or nothing (all of the kind). */
export async function listRecords(
  db: CongressDb,
  congress: CongressId,
  kind: KindName,
  of: Readonly<{ appraisal?: string; parent?: string; status?: string }> = {},
  limit = 500,
): Promise<readonly RecordRow[]> {
  return db.rows<RecordRow>(congress, {
    text: `select id, version, number, status, title, doc from luoshi.record_view
      where congress = $1 and kind = $2 and to_seq is null
        and ($3::text is null or appraisal = $3) and ($4::text is null or parent = $4)
        and ($5::text is null or status = $5)
      order by on_day desc nulls last, id desc limit $6`,
    values: [congress, kind, of.appraisal ?? null, of.parent ?? null, of.status ?? null, limit],
  })
}
