/**
 * Rule: a matter is struck off only when the latest verdict found all three axes satisfied, and only after approval.
 * A look-back may follow at any time; a relapse reopens the old matter, it never makes a new one.
 * Source: seed map S08, S09; domain.md §8.11 (销号审批表), §9.1 (closed, lookback); architecture.md (closure / lookBack).
 */
import type { Command } from '../matters/commands.ts'
import type { MatterEvent } from '../matters/events.ts'
import { badApproval, blank, firstOf } from '../matters/guards.ts'
import type { OpenedMatter, Round } from '../matters/matter.ts'
import type { MatterPolicy } from '../matters/policy.ts'
import { rule, type Ruling } from '../matters/rule.ts'

export function closeMatter(
  { objections }: OpenedMatter,
  round: Round,
  { approval, today }: Command<'CloseMatter'>,
  policy: MatterPolicy,
): Ruling {
  const from = round.verdict ? policy.closeFrom(round.verdict.on) : today
  const open = objections.filter(({ answer }) => answer === null).length
  const refusal = firstOf(
    today < from ? { code: 'publicity-running', from, today } : null,
    open > 0 ? { code: 'objection-open', open } : null,
    badApproval('closure', approval, today, policy),
  )
  return rule(refusal, { type: 'MatterClosed', round: round.number, on: today, approval })
}

export function lookBackAtMatter(
  round: Round,
  { outcome, findings, today }: Command<'LookBackAtMatter'>,
  policy: MatterPolicy,
): Ruling {
  const seen: MatterEvent = { type: 'LookedBack', on: today, outcome, words: { findings } }
  if (outcome === 'held') return rule(blank('回头看情况', findings), seen)
  const number = round.number + 1
  return rule(blank('回头看情况', findings), seen, {
    type: 'MatterReopened',
    round: number,
    cause: 'relapsed',
    on: today,
    due: policy.redoDueFrom(today),
    planDue: policy.planDueFrom(today),
    warned: number >= policy.warningRound,
  })
}
