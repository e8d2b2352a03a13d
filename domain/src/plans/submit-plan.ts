/**
 * Rule: the unit's leadership meets first, then a plan is submitted with all four fixed things and three named people,
 * signed by the official in person; it is due within the round. The committee accepts it or returns it with comments.
 * Source: seed map S01, S03, S04, S05; domain.md §9.1 (planned, accepted).
 */
import type { Day } from '../kernel/day.ts'
import { blank, firstOf, future, nobody, past } from '../matters/guards.ts'
import type { Command } from '../matters/commands.ts'
import { awaitsSession, type Limit } from '../matters/limit.ts'
import type { OpenedMatter, Round } from '../matters/matter.ts'
import type { MatterRefusal } from '../matters/refusals.ts'
import { rule, type Ruling } from '../matters/rule.ts'
import { refuse } from '../kernel/result.ts'
import { completePlan, missingParts } from './plan.ts'

export function recordMeeting(
  round: Round,
  { heldOn, attended, resolved, today }: Command<'RecordMeeting'>,
): Ruling {
  const refusal = firstOf(
    future(heldOn, today),
    nobody('参加人员', attended),
    blank('研究意见', resolved),
  )
  return rule(refusal, {
    type: 'LeadershipMet',
    round: round.number,
    heldOn,
    words: { attended: attended.filter((name) => name.trim() !== ''), resolved },
  })
}

export function submitPlan(
  matter: OpenedMatter,
  round: Round,
  { plan: draft, signedBy, today }: Command<'SubmitPlan'>,
): Ruling {
  const plan = completePlan(draft)
  if (!plan) return refuse({ code: 'plan-incomplete', missing: missingParts(draft) })
  const met = matter.rounds.some(({ meeting }) => meeting !== null)
  const refusal = firstOf(
    met ? null : { code: 'meeting-not-recorded' },
    blank('述职人员签名', signedBy),
    past(plan.dueOn, today),
    beyond(plan.dueOn, round.due),
  )
  return rule(refusal, {
    type: 'PlanSubmitted',
    round: round.number,
    on: today,
    dueOn: plan.dueOn,
    words: { plan, signedBy: signedBy.trim() },
  })
}

/** While the limit of the round is 待定, any day keeps within it. */
function beyond(dueOn: Day, due: Limit): MatterRefusal | null {
  return due === awaitsSession || dueOn <= due ? null : { code: 'plan-after-due', dueOn, due }
}

export function acceptPlan(round: Round, { comments, today }: Command<'AcceptPlan'>): Ruling {
  return rule(null, { type: 'PlanAccepted', round: round.number, on: today, words: { comments } })
}

export function returnPlan(round: Round, { comments, today }: Command<'ReturnPlan'>): Ruling {
  return rule(blank('退回意见', comments), {
    type: 'PlanReturned',
    round: round.number,
    on: today,
    words: { comments },
  })
}
