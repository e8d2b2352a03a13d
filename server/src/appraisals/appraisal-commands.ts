/** Opening an appraisal with its rule book frozen in, moving it on, and archiving it when nothing is owed any more. */
import { noAppraisal, type Appraisal } from '@luoshi/domain/appraisals/appraisal'
import {
  appraisalDecider,
  type AppraisalCommand,
} from '@luoshi/domain/appraisals/appraisal-decider'
import type { Phase } from '@luoshi/domain/appraisals/phases'
import {
  isId,
  type AppraisalId,
  type Id,
  type OfficialId,
  type UnitId,
} from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { alreadyDone, commit, write } from '../execute/commit.ts'
import { mayGive, todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { loadAppraisal, loadUnit } from '../execute/load.ts'
import { forbidden, notFound, refusedByAppraisal, versionConflict } from '../execute/refused.ts'
import { appraisalRow } from '../execute/view-rows.ts'
import { recusalObstacle } from '../people/recused-from.ts'
import { responsibleObstacle } from '../people/responsible-obstacle.ts'
import { chosenBook } from '../rule-books/county-books.ts'
import { noSuchRuleBook } from '../rule-books/no-such-rule-book.ts'
import { guideOf } from './read-guide.ts'

export type AppraisalDone = Readonly<{ appraisal: AppraisalId; seq: number }>

export type Opening = Readonly<{
  title: string
  unit: UnitId
  official: OfficialId
  /** The key of a shipped profile, or the id of the county's version in force. */
  ruleBook: string
  session: string
}>

/** Where an appraisal comes from: the plan it fulfils, and what is written there in the same commit. */
export type FromPlan = Readonly<{
  plan: Id<'yearplan'>
  mark: (appraisal: AppraisalId) => Outcome<StreamWrite>
}>

export async function openAppraisal(
  world: World,
  asked: Asked & Readonly<{ opening: Opening; from?: FromPlan }>,
): Outcome<AppraisalDone> {
  if (!mayGive(asked, 'OpenAppraisal')) return forbidden()
  const repeated = await alreadyDone(world.db, asked)
  const first = repeated?.streams.find((stream) => isId('appraisal', stream))
  if (repeated && first !== undefined && isId('appraisal', first))
    return accept({ appraisal: first, seq: repeated.seq })
  const chosen = await chosenBook(world.db, asked.by.congress, asked.opening.ruleBook)
  if (!chosen) return noSuchRuleBook()
  const obstacle = await responsibleObstacle(world.db, asked.by.congress, asked.opening)
  if (!obstacle.ok) return obstacle
  const command = {
    ...asked.opening,
    ruleBook: chosen.book,
    bookVersion: chosen.version,
    plan: asked.from?.plan ?? null,
    type: 'OpenAppraisal',
    today: todayOf(world),
  } as const
  const appraisal = newId('appraisal')
  const marked = asked.from ? await asked.from.mark(appraisal) : null
  if (marked && !marked.ok) return marked
  const also = marked ? [marked.value] : []
  return decideAndWrite(world, asked, appraisal, noAppraisal, 0, command, also)
}

type Existing = Asked & Readonly<{ appraisal: AppraisalId; version: number }>

export async function enterPhase(
  world: World,
  asked: Existing & Readonly<{ phase: Phase }>,
): Outcome<AppraisalDone> {
  return stepOnAppraisal(world, { ...asked, told: { type: 'EnterPhase', phase: asked.phase } })
}

export async function archiveAppraisal(world: World, asked: Existing): Outcome<AppraisalDone> {
  if (!mayGive(asked, 'ArchiveAppraisal')) return forbidden()
  const found = await guideOf(world, asked.by.congress, asked.appraisal)
  if (!found) return notFound()
  const { missing } = found.guide
  const openMatters = found.matters.open
  return onExisting(world, asked, {
    type: 'ArchiveAppraisal',
    openMatters,
    missing,
    today: todayOf(world),
  })
}

type Undated<Command> = Command extends unknown ? Omit<Command, 'today'> : never

type StepsHere = Exclude<
  AppraisalCommand,
  Readonly<{ type: 'OpenAppraisal' | 'ArchiveAppraisal' | 'ResumeAppraisal' }>
>

/** The unit is not said: it is the appraised one, or the one that it became. */
type Resuming = Omit<
  Extract<AppraisalCommand, Readonly<{ type: 'ResumeAppraisal' }>>,
  'today' | 'unit'
>

/** Any step of a running appraisal that needs no figures of other things. */
export async function stepOnAppraisal(
  world: World,
  asked: Existing & Readonly<{ told: Undated<StepsHere> | Resuming }>,
): Outcome<AppraisalDone> {
  const { told } = asked
  if (!mayGive(asked, told.type)) return forbidden()
  if (told.type === 'ResumeAppraisal') {
    const { state } = await loadAppraisal(world.db, asked.by.congress, asked.appraisal)
    if (state.status === 'none') return notFound()
    const unit = await standingUnit(world, asked, state.unit)
    // Whoever answers from now on must be in post, in the unit that is appraised.
    const answering = { unit, official: told.official }
    const obstacle = await responsibleObstacle(world.db, asked.by.congress, answering)
    if (!obstacle.ok) return obstacle
    return onExisting(world, asked, { ...told, unit, today: todayOf(world) })
  }
  return onExisting(world, asked, { ...told, today: todayOf(world) })
}

/** The unit itself, or the one it merged into at last; a unit merges only into one that stands, so there is no circle. */
async function standingUnit(
  { db }: Pick<World, 'db'>,
  { by }: Asked,
  unit: UnitId,
): Promise<UnitId> {
  const { state } = await loadUnit(db, by.congress, unit)
  return state.status === 'merged' ? standingUnit({ db }, { by }, state.into) : unit
}

async function onExisting(
  world: World,
  asked: Existing,
  command: AppraisalCommand,
): Outcome<AppraisalDone> {
  const repeated = await alreadyDone(world.db, asked)
  if (repeated) return accept({ appraisal: asked.appraisal, seq: repeated.seq })
  const { state, version } = await loadAppraisal(world.db, asked.by.congress, asked.appraisal)
  if (state.status === 'none') return notFound()
  const on = { unit: null, appraisal: asked.appraisal }
  const barred = await recusalObstacle(world, asked.by, command.type, on)
  if (!barred.ok) return barred
  if (version !== asked.version) return versionConflict()
  return decideAndWrite(world, asked, asked.appraisal, state, version, command)
}

async function decideAndWrite(
  world: World,
  asked: Asked,
  appraisal: AppraisalId,
  state: Appraisal,
  version: number,
  command: AppraisalCommand,
  also: readonly StreamWrite[] = [],
): Outcome<AppraisalDone> {
  const ruling = appraisalDecider.decide(state, command)
  if (!ruling.ok) return refusedByAppraisal(ruling.refusal)
  const after = ruling.value.reduce(appraisalDecider.evolve, state)
  if (after.status === 'none') throw new Error(`${command.type} left no appraisal`)
  const done = await commit(world, asked, [
    write(appraisal, version, ruling.value, appraisalRow(after)),
    ...also,
  ])
  return done.ok ? accept({ appraisal, seq: done.value.seq }) : done
}
