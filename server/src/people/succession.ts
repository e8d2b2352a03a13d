/**
 * Commitments outlive people: when a unit merges or an official leaves, every matter that is still owed goes to the
 * successor in the same commit, so nobody ever reads of a matter that nobody answers for.
 * Source: issue text “commitments outlive people”; domain.md §9.2 (transfer).
 */
import { dayInChina } from '@luoshi/domain/kernel/day'
import { isId, type MatterId, type OfficialId, type UnitId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { evolveMatter } from '@luoshi/domain/matters/evolve'
import { matterDecider } from '@luoshi/domain/matters/matter-decider'
import type { Matter } from '@luoshi/domain/matters/matter'
import { evolveOfficial, evolveUnit } from '@luoshi/domain/people/directory'
import { mergeUnit, transferOfficial } from '@luoshi/domain/people/directory-rules'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { alreadyDone, commit, write } from '../execute/commit.ts'
import {
  mayGive,
  oneMoment,
  todayOf,
  type Asked,
  type Outcome,
  type World,
} from '../execute/context.ts'
import { isOpened, loadMatter, loadOfficial, loadUnit } from '../execute/load.ts'
import { oneAtATime } from '../execute/one-at-a-time.ts'
import { forbidden, refusedByMatter, versionConflict } from '../execute/refused.ts'
import { matterRow, officialRow, unitRow } from '../execute/view-rows.ts'
import { refusedByDirectory } from './register.ts'
import { responsibleObstacle } from './responsible-obstacle.ts'

export type Moved = Readonly<{ moved: number; seq: number }>

type Responsible = Readonly<{ unit: UnitId; official: OfficialId }>

type Move = Responsible & Readonly<{ cause: 'unitMerged' | 'postTransferred'; reason: string }>

/** Most matters in one commit; the rest follow at once, in commits of their own. */
const mostInOneCommit = 500

export type MergeAsked = Asked &
  Readonly<{ unit: UnitId; version: number; into: UnitId; official: OfficialId }>

export async function mergeUnits(world: World, asked: MergeAsked): Outcome<Moved> {
  if (!mayGive(asked, 'MergeUnits')) return forbidden()
  return oneAtATime(world.db, asked.by.congress, () => mergeNow(oneMoment(world), asked))
}

async function mergeNow(world: World, asked: MergeAsked): Outcome<Moved> {
  const { congress } = asked.by
  const repeated = await alreadyDone(world.db, asked)
  if (repeated) return accept(movedBefore(repeated))
  const unit = await loadUnit(world.db, congress, asked.unit)
  if (unit.version !== asked.version) return versionConflict()
  const into = await loadUnit(world.db, congress, asked.into)
  const dates = { self: asked.unit, into: asked.into, today: todayOf(world) }
  const ruling = mergeUnit(unit.state, into.state, dates)
  if (!ruling.ok) return refusedByDirectory(ruling.refusal)
  const target = { unit: asked.into, official: asked.official }
  const obstacle = await responsibleObstacle(world.db, congress, target)
  if (!obstacle.ok) return obstacle
  const after = ruling.value.reduce(evolveUnit, unit.state)
  if (after.status === 'none') throw new Error('MergeUnits left no unit')
  const own = write(asked.unit, unit.version, ruling.value, unitRow(after))
  const move = { ...target, cause: 'unitMerged', reason: '承办单位合并' } as const
  return moveAll(world, asked, own, { column: 'unit', id: asked.unit }, move)
}

export type TransferAsked = Asked &
  Readonly<{ official: OfficialId; version: number; successor: OfficialId }>

export async function transferPost(world: World, asked: TransferAsked): Outcome<Moved> {
  if (!mayGive(asked, 'TransferOfficial')) return forbidden()
  return oneAtATime(world.db, asked.by.congress, () => transferNow(oneMoment(world), asked))
}

async function transferNow(world: World, asked: TransferAsked): Outcome<Moved> {
  const { congress } = asked.by
  const repeated = await alreadyDone(world.db, asked)
  if (repeated) return accept(movedBefore(repeated))
  const official = await loadOfficial(world.db, congress, asked.official)
  if (official.version !== asked.version) return versionConflict()
  const successor = await loadOfficial(world.db, congress, asked.successor)
  const ruling = transferOfficial(official.state, successor.state, {
    self: asked.official,
    successor: asked.successor,
    today: todayOf(world),
  })
  if (!ruling.ok) return refusedByDirectory(ruling.refusal)
  const after = ruling.value.reduce(evolveOfficial, official.state)
  if (after.status === 'none' || successor.state.status === 'none')
    throw new Error('TransferOfficial left nobody')
  const own = write(asked.official, official.version, ruling.value, officialRow(after))
  const target = { unit: successor.state.unit, official: asked.successor }
  const move = { ...target, cause: 'postTransferred', reason: '述职人员职务变动' } as const
  return moveAll(world, asked, own, { column: 'official', id: asked.official }, move)
}

type Owed = Readonly<{ column: 'unit' | 'official'; id: UnitId | OfficialId }>

async function moveAll(
  world: World,
  asked: Asked,
  own: StreamWrite,
  owed: Owed,
  move: Move,
): Outcome<Moved> {
  const matters = await mattersOwedBy(world, asked, owed)
  const writes: StreamWrite[] = []
  for (const matter of matters) {
    const moved = await moveOne(world, asked, matter, move)
    if (!moved.ok) return moved
    if (moved.value) writes.push(moved.value)
  }
  const first = await commit(world, asked, [own, ...writes.slice(0, mostInOneCommit)])
  if (!first.ok) return first
  let { seq } = first.value
  for (let at = mostInOneCommit; at < writes.length; at += mostInOneCommit) {
    const further = {
      by: asked.by,
      key: asked.key === undefined ? undefined : `${asked.key}/${at}`,
    }
    const rest = await commit(world, further, writes.slice(at, at + mostInOneCommit))
    if (!rest.ok) return rest
    ;({ seq } = rest.value)
  }
  return accept({ moved: writes.length, seq })
}

async function mattersOwedBy(
  { db }: World,
  { by }: Asked,
  { column, id }: Owed,
): Promise<readonly MatterId[]> {
  const rows = await db.rows<{ id: string }>(by.congress, {
    text: `select id from luoshi.matter_view where congress = $1 and ${column} = $2
      and to_seq is null and status not in ('merged', 'exited') order by number`,
    values: [by.congress, id],
  })
  return rows.flatMap(({ id: matter }) => (isId('matter', matter) ? [matter] : []))
}

/** A draft has only a proposed unit: it is redrafted, not moved. */
async function moveOne(
  world: World,
  { by }: Asked,
  id: MatterId,
  move: Move,
): Outcome<StreamWrite | null> {
  const { state, version } = await loadMatter(world.db, by.congress, id)
  if (!isOpened(state)) return accept(null)
  const at = world.now()
  const today = dayInChina(at)
  const decider = matterDecider(id, await world.policies.of(by.congress, state.appraisal))
  const command =
    state.status === 'drafted'
      ? ({ type: 'RedraftMatter', title: state.title, unit: move.unit, today } as const)
      : ({ type: 'MoveResponsibility', ...move, today } as const)
  // Approved, not yet handed over: its hand-over will name a unit that stands.
  if (state.status === 'approved') return accept(null)
  const ruling = decider.decide(state, command)
  if (!ruling.ok)
    return ruling.refusal.code === 'same-responsible'
      ? accept(null)
      : refusedByMatter(ruling.refusal)
  const after = ruling.value.reduce<Matter>(evolveMatter, state)
  if (!isOpened(after)) throw new Error('MoveResponsibility left no matter')
  return accept(write(id, version, ruling.value, matterRow(after, at)))
}

function movedBefore({
  seq,
  streams,
}: Readonly<{ seq: number; streams: readonly string[] }>): Moved {
  return { seq, moved: new Set(streams.filter((stream) => isId('matter', stream))).size }
}
