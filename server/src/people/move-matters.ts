/** What somebody owes, listed and moved to who answers from now on. */
import { dayInChina, isDay } from '@luoshi/domain/kernel/day'
import {
  idOf,
  isId,
  type CongressId,
  type MatterId,
  type OfficialId,
  type UnitId,
} from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { evolveMatter } from '@luoshi/domain/matters/evolve'
import { matterDecider } from '@luoshi/domain/matters/matter-decider'
import { matterStatuses, type Matter } from '@luoshi/domain/matters/matter'
import type { ListedMatter } from '@luoshi/domain/people/hand-over-list'
import type { Reliance, StreamWrite } from '@luoshi/ledger/log/event'
import { commit, write } from '../execute/commit.ts'
import type { CongressDb } from '../execute/congress-db.ts'
import type { Asked, Outcome, World } from '../execute/context.ts'
import { isOpened, loadMatter } from '../execute/load.ts'
import { refusedByMatter } from '../execute/refused.ts'
import { matterRow } from '../execute/view-rows.ts'

type Responsible = Readonly<{ unit: UnitId; official: OfficialId }>

export type Move = Responsible &
  Readonly<{ cause: 'unitMerged' | 'postTransferred'; reason: string }>

/** Whose matters: of a unit, of an official, or of the whole congress. */
export type Owing =
  | Readonly<{ column: 'unit' | 'official'; id: UnitId | OfficialId }>
  | Readonly<{ column: 'all' }>

export type Listed = ListedMatter & Readonly<{ title: string }>

type Found = {
  id: string
  number: number
  status: string
  due: string | null
  title: string
}

/** Open matters that were handed over, by number: what a hand-over list shows. */
export async function openMattersOf(
  db: CongressDb,
  congress: CongressId,
  owing: Owing,
): Promise<readonly Listed[]> {
  const column = owing.column === 'all' ? null : owing.column
  const rows = await db.rows<Found>(congress, {
    text: `select id, number, status, due::text as due, title from luoshi.matter_view
      where congress = $1 and to_seq is null and round > 0
        and status not in ('drafted', 'approved', 'closed', 'merged', 'exited')
        and case $2::text when 'unit' then unit = $3 when 'official' then official = $3 else true end
      order by number`,
    values: [congress, column, owing.column === 'all' ? null : owing.id],
  })
  return rows.map(({ id, number, status, due, title }) => ({
    matter: idOf('matter', id),
    number,
    status: statusOf(status),
    due: due !== null && isDay(due) ? due : null,
    title,
  }))
}

function statusOf(raw: string) {
  const found = matterStatuses.find((one) => one === raw)
  if (!found) throw new Error(`Unknown status in matter_view: ${raw}`)
  return found
}

export async function mattersOwedBy(
  db: CongressDb,
  congress: CongressId,
  owing: Exclude<Owing, Readonly<{ column: 'all' }>>,
): Promise<readonly MatterId[]> {
  const rows = await db.rows<{ id: string }>(congress, {
    text: `select id from luoshi.matter_view where congress = $1 and ${owing.column} = $2
      and to_seq is null and status not in ('merged', 'exited') order by number`,
    values: [congress, owing.id],
  })
  return rows.flatMap(({ id: matter }) => (isId('matter', matter) ? [matter] : []))
}

export async function movesOf(
  world: World,
  asked: Asked,
  matters: readonly MatterId[],
  move: Move,
): Outcome<readonly StreamWrite[]> {
  const writes: StreamWrite[] = []
  for (const matter of matters) {
    const moved = await moveOne(world, asked, matter, move)
    if (!moved.ok) return moved
    if (moved.value) writes.push(moved.value)
  }
  return accept(writes)
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
  // Approved, not yet handed over: its hand-over will name a unit that stands.
  if (state.status === 'approved') return accept(null)
  const at = world.now()
  const today = dayInChina(at)
  const decider = matterDecider(id, await world.policies.of(by.congress, state.appraisal))
  const command =
    state.status === 'drafted'
      ? ({ type: 'RedraftMatter', title: state.title, unit: move.unit, today } as const)
      : ({ type: 'MoveResponsibility', ...move, today } as const)
  const ruling = decider.decide(state, command)
  if (!ruling.ok)
    return ruling.refusal.code === 'same-responsible'
      ? accept(null)
      : refusedByMatter(ruling.refusal)
  const after = ruling.value.reduce<Matter>(evolveMatter, state)
  if (!isOpened(after)) throw new Error('MoveResponsibility left no matter')
  return accept(write(id, version, ruling.value, matterRow(after, at)))
}

/** Most matters in one commit. */
const mostInOneCommit = 500

export type Moved = Readonly<{ moved: number; seq: number }>

/**
 * All in one commit; of more than fit, the first ones before it. The people's own change comes with the last, so that
 * at no position of the log a matter is left with somebody who is gone; and what was handed to them meanwhile refuses it.
 */
export async function commitMoves(
  world: World,
  asked: Asked,
  own: readonly StreamWrite[],
  moves: readonly StreamWrite[],
  leavers: readonly Reliance[] = [],
): Outcome<Moved> {
  const last = Math.max(0, moves.length - mostInOneCommit)
  for (let at = 0; at < last; at += mostInOneCommit) {
    const key = asked.key === undefined ? undefined : `${asked.key}/${at}`
    const until = Math.min(last, at + mostInOneCommit)
    const done = await commit(world, { by: asked.by, key }, moves.slice(at, until))
    if (!done.ok) return done
  }
  const done = await commit(world, asked, [...own, ...moves.slice(last)], leavers)
  return done.ok ? accept({ moved: moves.length, seq: done.value.seq }) : done
}
