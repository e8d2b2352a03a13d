/** The successor is named after all: what the unit's head kept for him goes to him, with a list of their own. */
import type { Id, OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import type { KnownHandOver } from '@luoshi/domain/people/hand-over-list'
import { alreadyDone } from '../execute/commit.ts'
import {
  mayGive,
  oneMoment,
  todayOf,
  type Asked,
  type Outcome,
  type World,
} from '../execute/context.ts'
import { loadOfficial } from '../execute/load.ts'
import { oneAtATime } from '../execute/one-at-a-time.ts'
import { forbidden, notFound, refused, versionConflict } from '../execute/refused.ts'
import { drawHandOver } from './draw-hand-over.ts'
import { handOverKind } from './hand-over-kind.ts'
import { consequencesPassedOn } from './papers-of-who-leaves.ts'
import { commitMoves, movesOf, openMattersOf } from './move-matters.ts'
import { refusedByDirectory } from './register.ts'
import { movedBefore, officialWrite, type Moved } from './succession.ts'

export type NamingAsked = Asked &
  Readonly<{ handOver: Id<'handover'>; version: number; successor: OfficialId }>

export async function nameSuccessor(world: World, asked: NamingAsked): Outcome<Moved> {
  if (!mayGive(asked, 'NameSuccessor')) return forbidden()
  return oneAtATime(world.db, asked.by.congress, () => nameNow(oneMoment(world), asked))
}

async function nameNow(world: World, asked: NamingAsked): Outcome<Moved> {
  const { congress } = asked.by
  const repeated = await alreadyDone(world.db, asked)
  if (repeated) return accept(movedBefore(repeated))
  const list = await handOverKind.load(world.db, congress, asked.handOver)
  if (list.state.status === 'none') return notFound()
  if (list.version !== asked.version) return versionConflict()
  const { caretaker, followedBy, to: from } = list.state
  if (!caretaker || followedBy !== null || from.unit === null || from.official === null)
    return nothingKept()
  const { state } = await loadOfficial(world.db, congress, asked.successor)
  if (state.status !== 'inPost') return refusedByDirectory({ code: 'successor-not-active' })
  if (state.unit !== from.unit) return refusedByDirectory({ code: 'successor-elsewhere' })
  const to = { unit: from.unit, official: asked.successor }
  const kept = await stillKept(world, asked, list.state, from.official)
  const drawn = drawHandOver(world, { cause: 'succeeded', from, to, matters: kept })
  const move = { ...to, cause: 'postTransferred', reason: '接任人员已经确定' } as const
  const ids = kept.map(({ matter }) => matter)
  const moves = await movesOf(world, asked, ids, move)
  if (!moves.ok) return moves
  const followed = { type: 'HandOverFollowed', by: drawn.handOver } as const
  const own = [
    handOverKind.write(asked.handOver, list, [followed]),
    drawn.write,
    ...(await measuresKept(world, asked, list.state, to)),
    ...(await succeededWrite(world, asked, list.state)),
  ]
  const done = await commitMoves(world, asked, own, moves.value)
  return done.ok ? accept({ ...done.value, handOver: drawn.handOver }) : done
}

/** Of the list, what is open still and still with the caretaker. */
async function stillKept({ db }: World, { by }: Asked, { matters }: KnownHandOver, id: OfficialId) {
  const listed = new Set<string>(matters.map(({ matter }) => matter))
  const open = await openMattersOf(db, by.congress, { column: 'official', id })
  return open.filter(({ matter }) => listed.has(matter))
}

/** The measures that the head of the unit held for him. */
function measuresKept(
  world: World,
  { by }: Asked,
  { from }: KnownHandOver,
  to: Readonly<{ unit: UnitId; official: OfficialId }>,
) {
  if (from.official === null) return []
  const having = { column: 'keptFor', id: from.official } as const
  return consequencesPassedOn(world, by.congress, having, {
    from: to.unit,
    to: { ...to, keptFor: null },
  })
}

async function succeededWrite(
  world: World,
  { by, successor }: NamingAsked,
  { from }: KnownHandOver,
) {
  if (from.official === null) return []
  const left = await loadOfficial(world.db, by.congress, from.official)
  const event = { type: 'OfficialSucceeded', successor, on: todayOf(world) } as const
  return [officialWrite(from.official, left, [event])]
}

function nothingKept() {
  return refused(
    409,
    'successor-named-already',
    bilingual(
      '这份清单的接任人员已经确定。',
      '请刷新查看；人员再次变动的，请在述职人员名册中办理离任移交。',
      'The successor of this list is named already.',
      'Reload; a further change begins with the official in the directory.',
    ),
  )
}
