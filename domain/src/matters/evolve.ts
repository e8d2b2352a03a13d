/** What a matter becomes by what has happened. Never ignores an event, never looks back. */
import { erasedText } from '../kernel/words.ts'
import type { Day } from '../kernel/day.ts'
import { evidenceOf, type MatterEvent } from './events.ts'
import { evolveRound } from './evolve-round.ts'
import type { Limit } from './limit.ts'
import { currentRound, type Matter, type OpenedMatter, type Round } from './matter.ts'

const emptyRound = (number: number, startedOn: Day, due: Limit, planDue: Limit | null): Round => ({
  number,
  startedOn,
  due,
  planDue,
  meeting: null,
  plan: null,
  planAccepted: false,
  progress: [],
  submission: null,
  verification: null,
  verdict: null,
})

function opened(event: Extract<MatterEvent, { type: 'MatterOpened' }>): OpenedMatter {
  const { opinion, appraisal, phase, unit, on, words } = event
  return {
    status: 'drafted',
    opinion,
    appraisal,
    phase,
    title: words?.title ?? erasedText,
    text: words?.text ?? erasedText,
    ...(words?.noted ? { noted: words.noted } : {}),
    openedOn: on,
    unit,
    official: null,
    approval: null,
    handOver: null,
    reassignReason: null,
    rounds: [],
    extensions: 0,
    chases: [],
    escalations: [],
    commitment: null,
    lookBacks: [],
    objections: [],
    closure: null,
    mergedInto: null,
    exit: null,
    warned: false,
    evidence: [],
  }
}

export function evolveMatter(before: Matter, event: MatterEvent): Matter {
  if (event.type === 'MatterOpened') return opened(event)
  // The log begins every matter with MatterOpened; anything else first means a corrupt log.
  if (before.status === 'none') throw new Error(`${event.type} before MatterOpened`)
  return moved(before, event)
}

type Later = Exclude<MatterEvent, { type: 'MatterOpened' }>

function moved(matter: OpenedMatter, event: Later): OpenedMatter {
  switch (event.type) {
    case 'MatterRedrafted':
      return { ...matter, unit: event.unit, title: event.words?.title ?? erasedText }
    case 'MatterTookPart':
      return {
        ...matter,
        opinion: event.opinion,
        title: event.words?.title ?? erasedText,
        text: event.words?.text ?? erasedText,
      }
    case 'MatterApproved':
      return { ...matter, status: 'approved', approval: event.approval }
    case 'MatterHandedOver': {
      const { unit, official, letter, on, due, planDue } = event
      const handOver = { letter, on, signedBy: null, signedOn: null }
      return {
        ...matter,
        status: 'issued',
        unit,
        official,
        handOver,
        rounds: [emptyRound(1, on, due, planDue)],
      }
    }
    case 'MatterRecalled': {
      const none = { official: null, handOver: null, reassignReason: null, rounds: [] }
      return { ...matter, ...none, status: 'approved' }
    }
    case 'ReceiptSigned': {
      const signedBy = event.words?.signer ?? erasedText
      const handOver = matter.handOver && { ...matter.handOver, signedBy, signedOn: event.on }
      return { ...countedAnew(matter, event), status: 'received', handOver }
    }
    case 'ReassignmentAsked':
      return { ...matter, status: 'misassigned', reassignReason: event.words?.reason ?? erasedText }
    case 'ReassignmentRefused':
      return {
        ...matter,
        status: 'received',
        reassignReason: null,
        ...(matter.handOver?.signedOn ? { reassignRefused: true } : {}),
      }
    case 'ReassignmentGranted': {
      const { unit, official, on, due, planDue } = event
      const rounds = [emptyRound(1, on, due, planDue)]
      const before = matter.handOver
      const letter = event.letter ?? before?.letter
      const anew = { on, signedBy: null, signedOn: null }
      const handOver = letter === undefined ? before : { letter, ...anew }
      return { ...matter, status: 'issued', unit, official, handOver, reassignReason: null, rounds }
    }
    case 'MatterReopened': {
      const { round, on, due, planDue, cause, warned } = event
      const status = cause === 'conditional' ? 'inProgress' : 'received'
      const last = currentRound(matter)
      const kept = cause === 'conditional' && last ? { plan: last.plan, planAccepted: true } : {}
      const next = { ...emptyRound(round, on, due, planDue), ...kept }
      return {
        ...matter,
        status,
        warned,
        extensions: 0,
        closure: null,
        rounds: [...matter.rounds, next],
      }
    }
    case 'ClosureObjected': {
      const { on, words } = event
      const text = words?.text ?? erasedText
      const objection = { on, text, from: words?.from ?? erasedText, answer: null }
      return { ...matter, objections: [...matter.objections, objection] }
    }
    case 'ObjectionAnswered': {
      const { objection: place, on, words } = event
      const answer = { on, text: words?.answer ?? erasedText }
      const objections = matter.objections.map((one, at) =>
        at === place ? { ...one, answer } : one,
      )
      return { ...matter, objections }
    }
    case 'MatterClosed':
      return { ...matter, status: 'closed', closure: { on: event.on, approval: event.approval } }
    case 'LookedBack': {
      const { on, outcome, words } = event
      return {
        ...matter,
        lookBacks: [...matter.lookBacks, { on, outcome, findings: words?.findings ?? erasedText }],
      }
    }
    case 'MatterMerged':
      return { ...matter, status: 'merged', mergedInto: event.into }
    case 'MatterExited': {
      const { exit, approval, words } = event
      return {
        ...matter,
        status: 'exited',
        exit: { exit, approval, reason: words?.reason ?? erasedText },
      }
    }
    case 'MatterCommitted': {
      const { until, approval, words } = event
      const commitment = { until, approval, stages: words?.stages ?? erasedText }
      return { ...inRound({ ...matter, commitment }, event), status: 'committed' }
    }
    case 'DueExtended':
      return { ...inRound(matter, event), extensions: matter.extensions + 1 }
    case 'DueFollowedSession':
      return inRound(matter, event)
    case 'ResponsibilityMoved':
      return { ...matter, unit: event.unit, official: event.official }
    case 'MatterChased': {
      const { on, level, words } = event
      return {
        ...matter,
        chases: [...matter.chases, { on, level, text: words?.text ?? erasedText }],
      }
    }
    case 'MatterEscalated': {
      const { on, measure, approval, words } = event
      const step = { on, measure, approval, reason: words?.reason ?? erasedText }
      return { ...matter, escalations: [...matter.escalations, step] }
    }
    case 'LeadershipMet':
      return inRound(matter, event)
    case 'PlanSubmitted':
      return { ...inRound(matter, event), status: 'planned' }
    case 'PlanAccepted':
      return { ...inRound(matter, event), status: 'inProgress' }
    case 'PlanReturned':
      return { ...inRound(matter, event), status: 'received' }
    case 'ProgressReported':
    case 'ResultSubmitted':
    case 'MatterVerified': {
      const evidence = [...matter.evidence, ...evidenceOf(event.evidence, event.words?.files)]
      const moved = { ...inRound(matter, event), evidence }
      if (event.type === 'ResultSubmitted') return { ...moved, status: 'submitted' }
      if (event.type === 'ProgressReported') return moved
      return { ...moved, status: event.outcome === 'confirmed' ? 'verified' : 'inProgress' }
    }
    case 'ResultReturned':
      return { ...matter, status: 'inProgress' }
    case 'MatterJudged':
      return { ...inRound(matter, event), status: event.satisfied ? 'satisfied' : 'verified' }
  }
}

/** Limits that run from receipt. Records from before they were counted so leave the days as they stood. */
function countedAnew(
  matter: OpenedMatter,
  { due, planDue }: Readonly<{ due?: Limit; planDue?: Limit }>,
): OpenedMatter {
  const last = currentRound(matter)
  if (!last) return matter
  const round = { ...last, due: due ?? last.due, planDue: planDue ?? last.planDue }
  return { ...matter, rounds: [...matter.rounds.slice(0, -1), round] }
}

/** The matter with its current round changed by the event. */
function inRound(matter: OpenedMatter, event: Parameters<typeof evolveRound>[1]): OpenedMatter {
  const last = currentRound(matter)
  if (!last) throw new Error(`${event.type} outside any round`)
  return { ...matter, rounds: [...matter.rounds.slice(0, -1), evolveRound(last, event)] }
}
