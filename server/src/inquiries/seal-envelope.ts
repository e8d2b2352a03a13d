/**
 * What lies in envelopes, for those who may: the name of a protected source, each reading of which is on record; and
 * accusations, which go to the competent body with number and day and come back as an outcome. They become no opinion,
 * no matter, no figure and no row of any list that others read.
 * Source: domain.md §3.5, §13.
 */
import type { Envelope, EnvelopeCommand, Reading } from '@luoshi/domain/inquiries/envelope'
import type { AppraisalId, CongressId, Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { AccusationRow } from '../contract/inquiries.ts'
import { alreadyDone, commit } from '../execute/commit.ts'
import {
  mayGive,
  oneMoment,
  todayOf,
  type Asked,
  type Outcome,
  type World,
} from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { forbidden, notFound, versionConflict } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { accountNames } from '../people/account-names.ts'
import { recusalObstacle } from '../people/recused-from.ts'
import { envelopesAbout, loadEnvelope, sealInto, type LoadedEnvelope } from './envelopes.ts'
import { inquiryKind } from './inquiry-kinds.ts'
import { runningObstacle, sourceOf } from './record-inquiry.ts'

type Named = Readonly<{ name: string; on: Reading['on'] }>

type Opening = 'ReadSource' | 'NoteAccusation' | 'HandleAccusation'

/** Whoever also answers for a unit sees nothing sealed, whatever else she is. */
function mayOpen(asked: Asked, command: Opening) {
  const answers = asked.by.roles.some((role) => role === 'official' || role === 'unitStaff')
  return !answers && mayGive(asked, command)
}

function recusedFromIt(world: World, { by }: Asked, command: Opening, appraisal: AppraisalId) {
  return recusalObstacle(world, by, command, { unit: null, appraisal })
}

export async function readSource(
  at: World,
  asked: Asked & Readonly<{ inquiry: Id<'inquiry'> }>,
): Outcome<Readonly<{ name: string; readings: Named[] }>> {
  const world = oneMoment(at)
  if (!mayOpen(asked, 'ReadSource')) return forbidden()
  const { by, inquiry } = asked
  const sealed = await sourceOf(world, by.congress, inquiry)
  const about = await inquiryKind.load(world.db, by.congress, inquiry)
  if (sealed?.state.status !== 'source' || about.state.status === 'none') return notFound()
  const barred = await recusedFromIt(world, asked, 'ReadSource', about.state.appraisal)
  if (!barred.ok) return barred
  const { name } = sealed.state
  const read = await touch(world, asked, sealed, inquiry, {
    type: 'ReadEnvelope',
    by: by.account,
    today: todayOf(world),
  })
  if (!read.ok) return read
  return accept({ name, readings: await readingsOf(world, by, read.value.state) })
}

export async function noteAccusation(
  at: World,
  asked: Asked & Readonly<{ appraisal: AppraisalId; text: string }>,
): Outcome<Readonly<{ sealed: true }>> {
  const world = oneMoment(at)
  if (!mayOpen(asked, 'NoteAccusation')) return forbidden()
  const { by, appraisal, text } = asked
  if (await alreadyDone(world.db, asked)) return accept({ sealed: true })
  const running = await runningObstacle(world, by.congress, appraisal)
  if (!running.ok) return running
  const barred = await recusedFromIt(world, asked, 'NoteAccusation', appraisal)
  if (!barred.ok) return barred
  const empty = { id: newId('envelope'), state: { status: 'none' }, version: 0 } as const
  const command = { type: 'NoteAccusation', appraisal, text, today: todayOf(world) } as const
  const done = await touch(world, asked, empty, appraisal, command)
  return done.ok ? accept({ sealed: true }) : done
}

export async function listAccusations(
  world: World,
  by: Principal,
  appraisal: AppraisalId,
): Outcome<{ rows: AccusationRow[] }> {
  if (!mayOpen({ by }, 'HandleAccusation')) return forbidden()
  const barred = await recusedFromIt(world, { by }, 'HandleAccusation', appraisal)
  if (!barred.ok) return barred
  const rows: AccusationRow[] = []
  for (const found of await envelopesAbout(world.db, by.congress, appraisal)) {
    const row = await rowOf(world, by, found)
    if (row) rows.push(row)
  }
  return accept({ rows })
}

type OfAccusation = Asked & Readonly<{ envelope: Id<'envelope'>; version: number }>

export async function readAccusation(
  at: World,
  asked: OfAccusation,
): Outcome<Readonly<{ text: string; row: AccusationRow }>> {
  const world = oneMoment(at)
  if (!mayOpen(asked, 'HandleAccusation')) return forbidden()
  const found = await accusationOf(world, asked.by.congress, asked.envelope)
  if (!found) return notFound()
  const barred = await recusedFromIt(world, asked, 'HandleAccusation', found.state.appraisal)
  if (!barred.ok) return barred
  const text = found.state.status === 'noted' ? found.state.text : ''
  const command = { type: 'ReadEnvelope', by: asked.by.account, today: todayOf(world) } as const
  const read = await touch(world, asked, found, found.state.appraisal, command)
  if (!read.ok) return read
  const row = await rowOf(world, asked.by, read.value)
  return row ? accept({ text, row }) : notFound()
}

type Handling = Extract<EnvelopeCommand, Readonly<{ type: 'DivertAccusation' | 'RecordOutcome' }>>

export async function handleAccusation(
  at: World,
  asked: OfAccusation,
  command: Handling,
): Outcome<AccusationRow> {
  const world = oneMoment(at)
  if (!mayOpen(asked, 'HandleAccusation')) return forbidden()
  const found = await accusationOf(world, asked.by.congress, asked.envelope)
  if (!found) return notFound()
  const barred = await recusedFromIt(world, asked, 'HandleAccusation', found.state.appraisal)
  if (!barred.ok) return barred
  if (!(await alreadyDone(world.db, asked)) && found.version !== asked.version)
    return versionConflict()
  const done = await touch(world, asked, found, found.state.appraisal, command)
  if (!done.ok) return done
  const row = await rowOf(world, asked.by, done.value)
  return row ? accept(row) : notFound()
}

async function touch(
  world: World,
  asked: Asked,
  before: LoadedEnvelope,
  about: string,
  command: EnvelopeCommand,
): Outcome<LoadedEnvelope> {
  const { congress } = asked.by
  if (!(await alreadyDone(world.db, asked))) {
    const write = await sealInto(world, congress, before, about, command)
    if (!write.ok) return write
    const done = await commit(world, asked, [write.value])
    if (!done.ok) return done
  }
  return accept(await loadEnvelope(world.db, congress, before.id))
}

type Accusation = Extract<Envelope, Readonly<{ appraisal: AppraisalId }>>

async function accusationOf({ db }: World, congress: CongressId, id: Id<'envelope'>) {
  const { state, version } = await loadEnvelope(db, congress, id)
  return isAccusation(state) ? { id, state, version } : null
}

const isAccusation = (state: Envelope): state is Accusation => 'appraisal' in state

async function rowOf(
  world: World,
  by: Principal,
  { id, state, version }: LoadedEnvelope,
): Promise<AccusationRow | null> {
  if (!isAccusation(state)) return null
  const { status, notedOn } = state
  const isDiverted = status !== 'noted'
  return {
    id,
    version,
    status,
    notedOn,
    route: isDiverted ? state.route : null,
    reference: isDiverted ? state.reference : null,
    divertedOn: isDiverted ? state.divertedOn : null,
    outcome: status === 'answered' ? state.outcome : null,
    answeredOn: status === 'answered' ? state.answeredOn : null,
    readings: await readingsOf(world, by, state),
  }
}

async function readingsOf({ db }: World, by: Principal, state: Envelope): Promise<Named[]> {
  if (state.status === 'none') return []
  const { readings } = state
  const names = await accountNames(
    db,
    by.congress,
    readings.map((one) => one.by),
  )
  return readings.map((one) => ({ name: names.get(one.by) ?? '', on: one.on }))
}
