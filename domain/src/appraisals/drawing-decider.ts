/** What may happen to a drawing next, and when its outcome follows. Source: see drawing.ts and draw-lots.ts. */
import type { Day } from '../kernel/day.ts'
import type { Decider } from '../kernel/decider.ts'
import type { Id } from '../kernel/ids.ts'
import type { ByType } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { approvalFault, type Approval } from '../people/approval.ts'
import { commitmentOf, drawLots, listHash, seedOf } from './draw-lots.ts'
import {
  evolveDrawing,
  noDrawing,
  type Candidate,
  type Drawing,
  type DrawingEvent,
  type OpenDrawing,
} from './drawing.ts'
import type { DrawingRefusal } from './drawing-refusals.ts'

export type DrawingCommand = ByType<{
  OpenDrawing: {
    title: string
    plan: Id<'yearplan'> | null
    candidates: readonly (Candidate & Readonly<{ label: string }>)[]
    count: number
    participants: readonly string[]
    today: Day
  }
  SealLot: { participant: number; commitment: string; today: Day }
  OpenLot: { participant: number; secret: string; salt: string; today: Day }
  DecideDrawing: { outcome: 'void' | 'goOn'; reason: string; approval: Approval; today: Day }
}>

type Ruling = Result<readonly DrawingEvent[], DrawingRefusal>

const hash = /^[0-9a-f]{64}$/
/** A line feed would make two different texts of one; a salt this long cannot be guessed. */
const plain = /^[^\n\r]{1,200}$/u
const salted = /^[0-9A-Za-z]{16,64}$/

export const drawingDecider: Decider<Drawing, DrawingCommand, DrawingEvent, DrawingRefusal> = {
  initial: noDrawing,
  decide: (drawing, command) => {
    if (command.type === 'OpenDrawing') return open(drawing, command)
    if (drawing.status !== 'committing' && drawing.status !== 'revealing')
      return refuse({ code: 'drawing-not-open' })
    switch (command.type) {
      case 'SealLot':
        return seal(drawing, command)
      case 'OpenLot':
        return openLot(drawing, command)
      case 'DecideDrawing':
        return settle(drawing, command)
    }
  },
  evolve: evolveDrawing,
}

type Told<Type extends DrawingCommand['type']> = Extract<DrawingCommand, Readonly<{ type: Type }>>

function open(drawing: Drawing, command: Told<'OpenDrawing'>): Ruling {
  if (drawing.status !== 'none') return refuse({ code: 'drawing-already-open' })
  const { plan, candidates, count, today: on } = command
  const title = command.title.trim()
  if (title === '') return refuse({ code: 'title-missing' })
  const labels = candidates.map(({ label }) => label.replaceAll(/\s+/gu, ' ').trim())
  if (count < 1 || count >= candidates.length)
    return refuse({ code: 'too-few-candidates', candidates: candidates.length, count })
  const twice = labels.find((label, index) => labels.indexOf(label) !== index)
  if (twice !== undefined) return refuse({ code: 'candidate-twice', label: twice })
  const participants = command.participants.map((name) => name.trim()).filter((name) => name !== '')
  if (new Set(participants).size < 2) return refuse({ code: 'too-few-participants' })
  return accept([
    {
      type: 'DrawingOpened',
      plan,
      candidates: candidates.map(({ unit, official }) => ({ unit, official })),
      listHash: listHash(labels),
      count,
      participants: participants.length,
      on,
      words: { title, labels, participants },
    },
  ])
}

function seal(drawing: OpenDrawing, command: Told<'SealLot'>): Ruling {
  const { participant, commitment, today: on } = command
  const one = drawing.participants[participant]
  if (!one || one.isLeftOut) return refuse({ code: 'no-such-participant' })
  if (one.commitment !== null) return refuse({ code: 'already-sealed' })
  if (!hash.test(commitment)) return refuse({ code: 'not-a-commitment' })
  return accept([{ type: 'LotSealed', participant, commitment, on }])
}

function openLot(drawing: OpenDrawing, command: Told<'OpenLot'>): Ruling {
  const { participant, secret, salt, today: on } = command
  if (drawing.status !== 'revealing') return refuse({ code: 'not-yet-all-sealed' })
  const one = drawing.participants[participant]
  if (!one || one.isLeftOut) return refuse({ code: 'no-such-participant' })
  if (one.opened !== null) return refuse({ code: 'already-opened' })
  if (!plain.test(secret) || !salted.test(salt)) return refuse({ code: 'secret-too-plain' })
  if (commitmentOf({ secret, salt }) !== one.commitment)
    return refuse({ code: 'commitment-differs', name: one.name })
  return accept(drawnIfComplete(drawing, { type: 'LotOpened', participant, secret, salt, on }, on))
}

function settle(drawing: OpenDrawing, command: Told<'DecideDrawing'>): Ruling {
  const { outcome, approval, today: on } = command
  const reason = command.reason.trim()
  if (reason === '') return refuse({ code: 'reason-missing' })
  if (approval.body !== 'chairs') return refuse({ code: 'decision-not-by-chairs' })
  const fault = approvalFault(approval, on)
  if (fault) return refuse({ code: 'approval-faulty', fault })
  const isSealing = drawing.status === 'committing'
  const without = drawing.participants.flatMap((one, place) => {
    const isMissing = isSealing ? one.commitment === null : one.opened === null
    return isMissing && !one.isLeftOut ? [place] : []
  })
  if (without.length === 0) return refuse({ code: 'nobody-missing' })
  const left = drawing.participants.filter(
    (one, place) => !one.isLeftOut && !without.includes(place),
  )
  if (outcome === 'goOn' && left.length === 0) return refuse({ code: 'nobody-left' })
  const decided = {
    type: 'DrawingDecided',
    outcome,
    without,
    approval,
    on,
    words: { reason },
  } as const
  return accept(outcome === 'void' ? [decided] : drawnIfComplete(drawing, decided, on))
}

/** The last one to open, or the decision to go on without, brings the outcome in the same act. */
function drawnIfComplete(
  drawing: OpenDrawing,
  event: DrawingEvent,
  on: Day,
): readonly DrawingEvent[] {
  const after = evolveDrawing(drawing, event)
  if (after.status !== 'revealing') return [event]
  const taking = after.participants.filter((one) => !one.isLeftOut)
  const opened = taking.flatMap((one) => (one.opened === null ? [] : [one.opened]))
  if (opened.length < taking.length) return [event]
  const seed = seedOf(after.listHash, opened)
  const chosen = drawLots(seed, after.candidates.length, after.count)
  return [event, { type: 'LotsDrawn', seed, chosen, on }]
}
