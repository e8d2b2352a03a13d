/**
 * Rule: a matter may follow another one (merged), leave by a lawful exit, or become a commitment across years; each
 * with a reason and an approver. An exit is visible for ever and never counts as satisfied.
 * Source: architecture.md (lineage); domain.md §9.1 (merged, diverted, committed, explained).
 */
import type { MatterId } from '../kernel/ids.ts'
import { badApproval, blank, firstOf, past } from './guards.ts'
import type { Command } from './commands.ts'
import type { MatterPolicy } from './policy.ts'
import { rule, type Ruling } from './rule.ts'

export function mergeMatter(
  self: MatterId,
  command: Command<'MergeMatter'>,
  policy: MatterPolicy,
): Ruling {
  const { into, reason, approval, today } = command
  const refusal = firstOf(
    into === self ? { code: 'merge-into-itself' } : null,
    blank('归并理由', reason),
    badApproval('exit', approval, today, policy),
  )
  return rule(refusal, { type: 'MatterMerged', into, on: today, approval, words: { reason } })
}

export function exitMatter(
  { exit, reason, approval, today }: Command<'ExitMatter'>,
  policy: MatterPolicy,
): Ruling {
  const refusal = firstOf(blank('理由', reason), badApproval('exit', approval, today, policy))
  return rule(refusal, { type: 'MatterExited', exit, on: today, approval, words: { reason } })
}

export function commitMatter(
  { until, stages, approval, today }: Command<'CommitMatter'>,
  policy: MatterPolicy,
): Ruling {
  const refusal = firstOf(
    past(until, today),
    blank('阶段目标', stages),
    badApproval('extension', approval, today, policy),
  )
  return rule(refusal, { type: 'MatterCommitted', until, on: today, approval, words: { stages } })
}
