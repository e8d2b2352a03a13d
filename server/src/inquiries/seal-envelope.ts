/**
 * What lies in envelopes, for those who may: the name of a protected source, each reading of which is on record; and
 * accusations, which go to the competent body with number and day and come back as an outcome. They become no opinion,
 * no matter, no figure and no row of any list that others read.
 * Source: domain.md §3.5, §13.
 */
import type { EnvelopeCommand } from '@luoshi/domain/inquiries/envelope'
import type { AppraisalId, Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { AccusationRow } from '../contract/sealed.ts'
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
import { oneAtATime } from '../execute/one-at-a-time.ts'
import { forbidden, notFound, versionConflict } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { recusalObstacle } from '../people/recused-from.ts'
import { accusationOf, accusationRows, readingsOf, type Named } from './accusation-rows.ts'
import { loadEnvelope, refusedByInquiry, sealInto, type LoadedEnvelope } from './envelopes.ts'
import { inquiryKind } from './inquiry-kinds.ts'
import { runningObstacle, sourceOf } from './record-inquiry.ts'

export type Opening = 'ReadSource' | 'NoteAccusation' | 'HandleAccusation' | 'EraseSealed'

/** Whoever also answers for a unit sees nothing sealed, whatever else she is. */
export function mayOpen(asked: Asked, command: Opening) {
  const answers = asked.by.roles.some((role) => role === 'official' || role === 'unitStaff')
  return !answers && mayGive(asked, command)
}

export function recusedFromIt(
  world: World,
  { by }: Asked,
  command: Opening,
  appraisal: AppraisalId,
) {
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
  if (!sealed || about.state.status === 'none') return notFound()
  const barred = await recusedFromIt(world, asked, 'ReadSource', about.state.appraisal)
  if (!barred.ok) return barred
  // Erased by law: who read it stays, the name is gone.
  if (sealed.state.status !== 'source') return refusedByInquiry({ code: 'nothing-to-read' })
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
  return accept({ rows: await accusationRows(world, by, appraisal) })
}

export type OfAccusation = Asked & Readonly<{ envelope: Id<'envelope'>; version: number }>

export async function readAccusation(
  at: World,
  asked: OfAccusation,
): Outcome<Readonly<{ text: string; row: AccusationRow }>> {
  const world = oneMoment(at)
  if (!mayOpen(asked, 'HandleAccusation')) return forbidden()
  const found = await accusationOf(world, asked.by.congress, asked.envelope)
  if (!found) return notFound()
  const { appraisal } = found
  const barred = await recusedFromIt(world, asked, 'HandleAccusation', appraisal)
  if (!barred.ok) return barred
  const text = found.state.status === 'noted' ? found.state.text : ''
  const command = { type: 'ReadEnvelope', by: asked.by.account, today: todayOf(world) } as const
  const read = await touch(world, asked, found, appraisal, command)
  return read.ok ? withRow(world, asked, appraisal, (row) => ({ text, row })) : read
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
  const { appraisal } = found
  const barred = await recusedFromIt(world, asked, 'HandleAccusation', appraisal)
  if (!barred.ok) return barred
  if (!(await alreadyDone(world.db, asked)) && found.version !== asked.version)
    return versionConflict()
  const done =
    found.state.status === 'passedOn' && command.type === 'RecordOutcome'
      ? await hearOutcome(world, asked, appraisal, command)
      : await touch(world, asked, found, appraisal, command)
  return done.ok ? withRow(world, asked, appraisal, (row) => row) : done
}

/** In an envelope of its own: a second touch of the first would tell in the log that it was no reply. One at a time. */
function hearOutcome(
  world: World,
  asked: OfAccusation,
  appraisal: AppraisalId,
  { outcome, on, today }: Extract<Handling, { type: 'RecordOutcome' }>,
): Outcome<LoadedEnvelope> {
  const of = asked.envelope
  return oneAtATime(world.db, asked.by.congress, async () => {
    const known = await accusationRows(world, asked.by, appraisal)
    const before = known.find(({ id }) => id === of)
    if (before && before.outcome !== null && !(await alreadyDone(world.db, asked)))
      return refusedByInquiry({ code: 'already-recorded' })
    const empty = { id: newId('envelope'), state: { status: 'none' }, version: 0 } as const
    const command = { type: 'HearOutcome', of, appraisal, outcome, on, today } as const
    return touch(world, asked, empty, appraisal, command)
  })
}

async function withRow<Shown>(
  world: World,
  { by, envelope }: OfAccusation,
  appraisal: AppraisalId,
  shown: (row: AccusationRow) => Shown,
): Outcome<Shown> {
  const row = (await accusationRows(world, by, appraisal)).find(({ id }) => id === envelope)
  return row ? accept(shown(row)) : notFound()
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
    const write = sealInto(before, about, command)
    if (!write.ok) return write
    const done = await commit(world, asked, [write.value])
    if (!done.ok) return done
  }
  return accept(await loadEnvelope(world.db, congress, before.id))
}
