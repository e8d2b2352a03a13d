/** What a round becomes by what is put on record in it. */
import { erasedText } from '../kernel/words.ts'
import type { Plan } from '../plans/plan.ts'
import { evidenceOf, type MatterEvent } from './events.ts'
import type { Round } from './matter.ts'

type RoundEvent = Extract<
  MatterEvent,
  {
    type:
      | 'LeadershipMet'
      | 'PlanSubmitted'
      | 'PlanAccepted'
      | 'PlanReturned'
      | 'ProgressReported'
      | 'ResultSubmitted'
      | 'MatterVerified'
      | 'MatterJudged'
      | 'MatterCommitted'
      | 'DueExtended'
      | 'DueFollowedSession'
  }
>

/** A plan whose words were erased still says when it is due. */
function erasedPlan(dueOn: Plan['dueOn']): Plan {
  const person = { name: erasedText, post: erasedText }
  return {
    analysis: erasedText,
    task: erasedText,
    measures: [erasedText],
    dueOn,
    oversees: person,
    leads: person,
    does: person,
  }
}

export function evolveRound(round: Round, event: RoundEvent): Round {
  switch (event.type) {
    case 'LeadershipMet': {
      const { heldOn, words } = event
      const meeting = {
        heldOn,
        attended: words?.attended ?? [erasedText],
        resolved: words?.resolved ?? erasedText,
      }
      return { ...round, meeting }
    }
    case 'PlanSubmitted':
      return { ...round, plan: event.words?.plan ?? erasedPlan(event.dueOn), planAccepted: false }
    case 'PlanAccepted':
      return { ...round, planAccepted: true }
    case 'PlanReturned':
      return { ...round, planAccepted: false }
    case 'ProgressReported': {
      const { on, evidence, words } = event
      const entry = {
        on,
        text: words?.text ?? erasedText,
        evidence: evidenceOf(evidence, words?.files),
      }
      return { ...round, progress: [...round.progress, entry] }
    }
    case 'ResultSubmitted': {
      const { on, resultClass, evidence, words } = event
      const submission = {
        on,
        resultClass,
        answer: words?.answer ?? erasedText,
        signedBy: words?.signedBy ?? erasedText,
        evidence: evidenceOf(evidence, words?.files),
      }
      return { ...round, submission, verification: null }
    }
    case 'MatterVerified': {
      const { on, outcome, raiserView, evidence, words } = event
      const verification = {
        on,
        outcome,
        raiserView,
        place: words?.place ?? erasedText,
        findings: words?.findings ?? erasedText,
        verifiers: words?.verifiers ?? [erasedText],
        evidence: evidenceOf(evidence, words?.files),
      }
      return { ...round, verification }
    }
    case 'MatterJudged': {
      const { on, session, attendance, measures, timeliness, quality, outcome, words } = event
      const by = event.by && { by: event.by }
      const reasons = words?.reasons ?? erasedText
      return {
        ...round,
        verdict: {
          on,
          session,
          attendance,
          measures,
          timeliness,
          quality,
          outcome,
          reasons,
          ...by,
        },
      }
    }
    case 'MatterCommitted':
      return { ...round, due: event.until }
    case 'DueExtended':
      return { ...round, due: event.due }
    case 'DueFollowedSession':
      return { ...round, due: event.due, planDue: event.planDue }
  }
}
