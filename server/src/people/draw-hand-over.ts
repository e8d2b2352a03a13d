/** The hand-over list that goes with a change of people, in the same commit. */
import type { Id } from '@luoshi/domain/kernel/ids'
import {
  noHandOver,
  type HandOverCause,
  type ListedMatter,
  type Side,
} from '@luoshi/domain/people/hand-over-list'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { todayOf, type World } from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { handOverKind } from './hand-over-kind.ts'
import type { Listed } from './move-matters.ts'

export type Drawing = Readonly<{
  cause: HandOverCause
  from: Side
  to: Side
  caretaker?: boolean
  term?: Id<'term'>
  matters: readonly Listed[]
}>

export type Drawn = Readonly<{ handOver: Id<'handover'>; write: StreamWrite }>

export function drawHandOver(world: World, drawing: Drawing): Drawn {
  const { cause, from, to, caretaker = false, term = null } = drawing
  const matters: readonly ListedMatter[] = drawing.matters.map(
    ({ matter, number, status, due }) => ({ matter, number, status, due }),
  )
  const words = { titles: drawing.matters.map(({ title }) => title) }
  const facts = { cause, on: todayOf(world), from, to, caretaker, term, matters }
  const handOver = newId('handover')
  const write = handOverKind.write(handOver, { state: noHandOver, version: 0 }, [
    { type: 'HandOverDrawn', ...facts, words },
  ])
  return { handOver, write }
}
