/**
 * Commitments outlive people: when a unit merges or an official leaves, every matter that is still owed goes to the
 * successor in the same commit, with the list both sides sign; so nobody ever reads of a matter that nobody answers for.
 * Source: issue text “commitments outlive people”; domain.md §9.2 (transfer).
 */
import { isId, type Id, type OfficialId, type UnitId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import {
  evolveOfficial,
  evolveUnit,
  type Official,
  type OfficialEvent,
  type Post,
  type Unit,
  type UnitEvent,
} from '@luoshi/domain/people/directory'
import {
  mergeUnit,
  reappointOfficial,
  transferOfficial,
} from '@luoshi/domain/people/directory-rules'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { alreadyDone, write, type Repeated } from '../execute/commit.ts'
import {
  mayGive,
  oneMoment,
  todayOf,
  type Asked,
  type Outcome,
  type World,
} from '../execute/context.ts'
import { loadOfficial, loadUnit, type Loaded } from '../execute/load.ts'
import { oneAtATime } from '../execute/one-at-a-time.ts'
import { forbidden, versionConflict } from '../execute/refused.ts'
import { officialRow, unitRow } from '../execute/view-rows.ts'
import { drawHandOver } from './draw-hand-over.ts'
import { consequencesPassedOn, papersOfMerging } from './papers-of-who-leaves.ts'
import { peopleOfUnit } from './people-of-unit.ts'
import { commitMoves, mattersOwedBy, movesOf, openMattersOf } from './move-matters.ts'
import { refusedByDirectory } from './register.ts'
import { responsibleObstacle } from './responsible-obstacle.ts'

export type Moved = Readonly<{ moved: number; seq: number; handOver: Id<'handover'> | null }>

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
  const to = { unit: asked.into, official: asked.official }
  const obstacle = await responsibleObstacle(world.db, congress, to)
  if (!obstacle.ok) return obstacle
  const owing = { column: 'unit', id: asked.unit } as const
  const matters = await openMattersOf(world.db, congress, owing)
  const head = unit.state.status === 'none' ? null : unit.state.head
  const from = { unit: asked.unit, official: head }
  const drawn = drawHandOver(world, { cause: 'merged', from, to, matters })
  const people = await peopleOfUnit(world, congress, asked)
  const move = { ...to, cause: 'unitMerged', reason: '承办单位合并' } as const
  const moves = await movesOf(world, asked, await mattersOwedBy(world.db, congress, owing), move)
  if (!moves.ok) return moves
  const passing = { from: asked.unit, to: asked.into, official: asked.official }
  const papers = await papersOfMerging(world, congress, passing)
  const own = [unitWrite(asked.unit, unit, ruling.value), ...people, ...papers, drawn.write]
  const leavers = [{ leaver: asked.unit, column: 'unit' }] as const
  const done = await commitMoves(world, asked, own, moves.value, leavers)
  return done.ok ? accept({ ...done.value, handOver: drawn.handOver }) : done
}

export type TransferAsked = Asked &
  Readonly<{
    official: OfficialId
    version: number
    /** Null: not named yet; the head of the unit answers until then. */
    successor: OfficialId | null
    /** The post he goes to, where the congress keeps it. */
    to?: Post | undefined
  }>

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
  const gone = await leaving(world, asked, official.state)
  if (!gone.ok) return gone
  const { events, next, caretaker, unit, unitWrites } = gone.value
  const to = { unit, official: next }
  const owing = { column: 'official', id: asked.official } as const
  const matters = await openMattersOf(world.db, congress, owing)
  const from = { unit, official: asked.official }
  const drawn = drawHandOver(world, { cause: 'transferred', from, to, caretaker, matters })
  const reason = caretaker
    ? '述职人员离任，接任人员确定前由主持工作的负责人负责'
    : '述职人员职务变动'
  const move = { ...to, cause: 'postTransferred', reason } as const
  const moves = await movesOf(world, asked, await mattersOwedBy(world.db, congress, owing), move)
  if (!moves.ok) return moves
  const heir = { unit, official: next, keptFor: caretaker ? asked.official : null }
  const having = { column: 'holder', id: asked.official } as const
  const passing = { from: unit, to: heir }
  const papers = await consequencesPassedOn(world, congress, having, passing)
  const his = officialWrite(asked.official, official, events)
  const own = [his, ...unitWrites, ...papers, drawn.write]
  const leavers = [{ leaver: asked.official, column: 'official' }] as const
  const done = await commitMoves(world, asked, own, moves.value, leavers)
  return done.ok ? accept({ ...done.value, handOver: drawn.handOver }) : done
}

type Gone = Readonly<{
  events: readonly OfficialEvent[]
  next: OfficialId
  caretaker: boolean
  unit: UnitId
  unitWrites: readonly StreamWrite[]
}>

/** He leaves, the successor or the unit's head takes over, and the post of head goes along. */
async function leaving(world: World, asked: TransferAsked, official: Official): Outcome<Gone> {
  const { congress } = asked.by
  if (official.status !== 'inPost') return refusedByDirectory({ code: 'official-not-in-post' })
  const home = await loadUnit(world.db, congress, official.unit)
  const known = async (id: OfficialId | null) =>
    id === null ? null : { id, official: (await loadOfficial(world.db, congress, id)).state }
  const headId = home.state.status === 'active' ? home.state.head : null
  const [successor, head] = [await known(asked.successor), await known(headId)]
  const today = todayOf(world)
  const ruling = transferOfficial(official, { self: asked.official, successor, head, today })
  if (!ruling.ok) return refusedByDirectory(ruling.refusal)
  const [left] = ruling.value
  if (left?.type !== 'OfficialLeft') throw new Error('TransferOfficial let nobody leave')
  const further = await reappointed(world, asked, ruling.value.reduce(evolveOfficial, official))
  if (!further.ok) return further
  const wasHead = headId === asked.official
  const named = { type: 'UnitHeadNamed', official: left.successor, on: today } as const
  return accept({
    events: [...ruling.value, ...further.value],
    next: left.successor,
    caretaker: left.caretaker === true,
    unit: official.unit,
    unitWrites: wasHead ? [unitWrite(official.unit, home, [named])] : [],
  })
}

async function reappointed(
  world: World,
  { by, to }: TransferAsked,
  left: Official,
): Outcome<readonly OfficialEvent[]> {
  if (to === undefined) return accept([])
  const home = await loadUnit(world.db, by.congress, to.unit)
  const ruling = reappointOfficial(left, home.state, to, todayOf(world))
  return ruling.ok ? ruling : refusedByDirectory(ruling.refusal)
}

export function unitWrite(
  id: UnitId,
  { state, version }: Loaded<Unit>,
  events: readonly UnitEvent[],
): StreamWrite {
  const after = events.reduce(evolveUnit, state)
  if (after.status === 'none') throw new Error('No unit is left')
  return write(id, version, events, unitRow(after))
}

export function officialWrite(
  id: OfficialId,
  { state, version }: Loaded<Official>,
  events: readonly OfficialEvent[],
): StreamWrite {
  const after = events.reduce(evolveOfficial, state)
  if (after.status === 'none') throw new Error('No official is left')
  return write(id, version, events, officialRow(after))
}

export function movedBefore({ seq, streams }: Repeated): Moved {
  const handOver = streams.find((stream) => isId('handover', stream))
  return {
    seq,
    moved: new Set(streams.filter((stream) => isId('matter', stream))).size,
    handOver: handOver !== undefined && isId('handover', handOver) ? handOver : null,
  }
}
