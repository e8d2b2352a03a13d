/**
 * A drawing of lots for whom to appraise: the list fixed and hashed, sealed secrets first, opened later, the outcome
 * computed by draw-lots.ts and kept with everything needed to compute it again.
 *
 *     none ──open──▸ committing ──everybody sealed──▸ revealing ──everybody opened──▸ drawn
 *                        └───── somebody does not: the chairs decide ─────┴──▸ goes on without, or void
 *
 * A drawing never ends silently: whoever does not seal or open stays named in it, with the chairs' decision.
 * Source: issue 3 item 3; domain.md §5 phase 0 (chosen by lot at the kick-off, S2; from a list, S15).
 */
import type { Day } from '../kernel/day.ts'
import type { Id, OfficialId, UnitId } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import type { Approval } from '../people/approval.ts'
import type { Opened } from './draw-lots.ts'

export type Candidate = Readonly<{ unit: UnitId; official: OfficialId | null }>

export type Participant = Readonly<{
  name: string
  /** SHA-256 of `secret:salt`, published before anybody opens. */
  commitment: string | null
  opened: Opened | null
  /** The chairs decided to go on without. */
  isLeftOut: boolean
}>

export type Decision = Readonly<{
  outcome: 'void' | 'goOn'
  /** Places of those who did not do their part, from 0. */
  without: readonly number[]
  approval: Approval
  reason: string
}>

type About = Readonly<{
  title: string
  plan: Id<'yearplan'> | null
  openedOn: Day
  candidates: readonly Candidate[]
  /** What the list says of each candidate; its hash is fixed. */
  labels: readonly string[]
  listHash: string
  count: number
  participants: readonly Participant[]
  decisions: readonly Decision[]
}>

export type Drawing = ByStatus<{
  none: Nothing
  committing: About
  revealing: About
  drawn: About & { seed: string; chosen: readonly number[]; drawnOn: Day }
  void: About
}>

export type OpenDrawing = Exclude<Drawing, Readonly<{ status: 'none' }>>

export type DrawingEvent = ByType<{
  DrawingOpened: {
    plan: Id<'yearplan'> | null
    candidates: readonly Candidate[]
    listHash: string
    count: number
    participants: number
    on: Day
    words: Words<{ title: string; labels: readonly string[]; participants: readonly string[] }>
  }
  LotSealed: { participant: number; commitment: string; on: Day }
  LotOpened: { participant: number; secret: string; salt: string; on: Day }
  DrawingDecided: {
    outcome: 'void' | 'goOn'
    without: readonly number[]
    approval: Approval
    on: Day
    words: Words<{ reason: string }>
  }
  LotsDrawn: { seed: string; chosen: readonly number[]; on: Day }
}>

export const noDrawing: Drawing = { status: 'none' }

export function evolveDrawing(before: Drawing, event: DrawingEvent): Drawing {
  if (event.type === 'DrawingOpened') {
    const { plan, candidates, listHash, count, on, words } = event
    const name = (place: number) => words?.participants[place] ?? erasedText
    return {
      status: 'committing',
      title: words?.title ?? erasedText,
      plan,
      openedOn: on,
      candidates,
      labels: words?.labels ?? candidates.map(() => erasedText),
      listHash,
      count,
      participants: Array.from({ length: event.participants }, (_, place) => ({
        name: name(place),
        commitment: null,
        opened: null,
        isLeftOut: false,
      })),
      decisions: [],
    }
  }
  if (before.status === 'none') throw new Error(`${event.type} before DrawingOpened`)
  switch (event.type) {
    case 'LotSealed': {
      const { commitment } = event
      return ready({ ...before, participants: changed(before, event.participant, { commitment }) })
    }
    case 'LotOpened': {
      const opened = { secret: event.secret, salt: event.salt }
      return { ...before, participants: changed(before, event.participant, { opened }) }
    }
    case 'DrawingDecided': {
      const { outcome, without, approval, words } = event
      const decision = { outcome, without, approval, reason: words?.reason ?? erasedText }
      const decisions = [...before.decisions, decision]
      const participants = before.participants.map((one, place) =>
        without.includes(place) ? { ...one, isLeftOut: true } : one,
      )
      const after = { ...before, decisions, participants }
      return outcome === 'void' ? { ...after, status: 'void' } : ready(after)
    }
    case 'LotsDrawn': {
      const { seed, chosen, on } = event
      return { ...before, status: 'drawn', seed, chosen, drawnOn: on }
    }
  }
}

/** Opening begins when everybody who still takes part has sealed. */
function ready(drawing: OpenDrawing): Drawing {
  const isSealed = drawing.participants.every((one) => one.isLeftOut || one.commitment !== null)
  return drawing.status === 'committing' && isSealed ? { ...drawing, status: 'revealing' } : drawing
}

function changed(
  { participants }: OpenDrawing,
  place: number,
  change: Partial<Participant>,
): readonly Participant[] {
  return participants.map((one, at) => (at === place ? { ...one, ...change } : one))
}
