/** The trail of a matter in English sentences: what was done, as a predicate after the name of who did it. */
import { awaitsSession, type Limit } from '@luoshi/domain/matters/limit'
import { axes, axisLabels, type VerdictBallot } from '@luoshi/domain/verdicts/verdict'
import { approvingBodyLabels, type Approval } from '@luoshi/domain/people/approval'
import { chaseLevelLabels, measureLabels } from '@luoshi/domain/supervision/chase'
import { exitLabels } from '@luoshi/domain/opinions/exits'
import type { TrailEvent, TrailLook } from './trail-look.ts'

const by = ({ body, reference }: Approval) => `${approvingBodyLabels[body].en} (${reference})`
const files = (count: number) =>
  count === 0 ? '' : count === 1 ? ', with one file' : `, with ${count} files`

export function trailEn(event: TrailEvent, { name, day }: TrailLook): string {
  switch (event.type) {
    case 'OpinionRaised':
      return event.partOf === null
        ? 'put the opinion on record as raised'
        : 'put a part of a divided opinion on record'
    case 'OpinionExited':
      return `let the opinion leave as “${exitLabels[event.exit].en}”, agreed by ${by(event.approval)}; it does not count as satisfied`
    case 'OpinionSplit':
      return `divided the opinion into ${event.parts.length}, each a matter of its own`
    case 'MatterOpened':
      return event.unit === null
        ? 'opened the matter'
        : `opened the matter, proposed for ${name(event.unit)}`
    case 'MatterRedrafted':
      return event.unit === null
        ? 'changed the draft'
        : `changed the draft, proposed for ${name(event.unit)}`
    case 'MatterTookPart':
      return 'let this matter carry one part of the divided opinion'
    case 'MatterApproved':
      return `recorded the approval by ${by(event.approval)}`
    case 'MatterHandedOver':
      return `handed it to ${name(event.unit)}, ${name(event.official)} in charge, by letter ${event.letter}; ${dues(event, day)}`
    case 'MatterRecalled':
      return 'took the hand-over back; it waits to be handed over anew'
    case 'ReceiptSigned':
      return event.words ? `signed for it (${event.words.signer})` : 'signed for it'
    case 'ReassignmentAsked':
      return 'asked for reassignment'
    case 'ReassignmentRefused':
      return 'refused the reassignment; the unit keeps it'
    case 'ReassignmentGranted':
      return `reassigned it to ${name(event.unit)}, ${name(event.official)} in charge; ${dues(event, day)}`
    case 'LeadershipMet':
      return `recorded the leadership meeting of ${day(event.heldOn)}`
    case 'PlanSubmitted':
      return `submitted the plan, to be done by ${day(event.dueOn)}`
    case 'PlanAccepted':
      return 'accepted the plan'
    case 'PlanReturned':
      return 'returned the plan'
    case 'ProgressReported':
      return `reported progress${files(event.evidence.length)}`
    case 'ResultSubmitted':
      return `reported it done, class ${event.resultClass}${files(event.evidence.length)}`
    case 'ResultReturned':
      return 'returned the result'
    case 'MatterVerified':
      return `verified it on the spot: ${event.outcome === 'confirmed' ? 'confirmed' : 'not confirmed, sent back'}${files(event.evidence.length)}`
    case 'MatterJudged': {
      const found = axes.map((axis) => `${axisLabels[axis].en} ${event[axis].grade}`).join(', ')
      return `recorded the verdict of round ${event.round} (${event.session}): ${found}${basis(event.by)}`
    }
    case 'MatterReopened':
      return `${reopened[event.cause]}: round ${event.round} begins; ${dues(event, day)}${event.warned ? '; the chairs are told' : ''}`
    case 'ClosureObjected':
      return 'put an objection against striking it off on record'
    case 'ObjectionAnswered':
      return `answered objection ${event.objection + 1}`
    case 'MatterClosed':
      return `struck it off, agreed by ${by(event.approval)}`
    case 'LookedBack':
      return event.outcome === 'held' ? 'looked back: it has held' : 'looked back: it has relapsed'
    case 'MatterMerged':
      return `merged it into ${name(event.into)}, agreed by ${by(event.approval)}`
    case 'MatterExited':
      return `let it leave as “${exitLabels[event.exit].en}”, agreed by ${by(event.approval)}; it does not count as satisfied`
    case 'MatterCommitted':
      return `made it a commitment until ${day(event.until)}, agreed by ${by(event.approval)}`
    case 'DueExtended':
      return `extended the time limit to ${day(event.due)}, agreed by ${by(event.approval)}`
    case 'DueFollowedSession':
      return `moved the time limit to ${event.due === awaitsSession ? 'no day yet' : day(event.due)}: the session it ends at was ${event.why}`
    case 'ResponsibilityMoved':
      return `moved it to ${name(event.unit)}, ${name(event.official)} in charge, because ${event.cause === 'unitMerged' ? 'units merged' : 'the post changed hands'}`
    case 'MatterChased':
      return `chased: ${chaseLevelLabels[event.level].en.toLowerCase()}`
    case 'MatterEscalated':
      return `took a measure decided by ${by(event.approval)}: ${measureLabels[event.measure].en}`
  }
}

function basis(by: VerdictBallot | undefined): string {
  if (by?.basis !== 'report') return ''
  return by.excepted ? ' (the report as a whole; this one set apart)' : ' (the report as a whole)'
}

const reopened = {
  unsatisfied: 'not satisfied',
  conditional: 'basically satisfied, to be completed',
  relapsed: 'relapsed',
} as const

function dues(
  { due, planDue }: Readonly<{ due: Limit; planDue: Limit | null }>,
  day: TrailLook['day'],
): string {
  const by = (limit: Limit) =>
    limit === awaitsSession ? 'at a session without a day yet' : `by ${day(limit)}`
  const plan = planDue === null ? '' : `plan ${by(planDue)}, `
  return `${plan}result ${by(due)}`
}
