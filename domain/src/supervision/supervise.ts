/**
 * Rule: time limits are extended in writing with an approver, a limited number of times; late matters are chased up a
 * ladder; the chairs may take measures; responsibility moves with the post, never away from the matter.
 * Source: domain.md §6 (extension), §9.2 (transfer: inferred), §10 (ladder), §12; issue text “commitments outlive people”.
 */
import type { Day } from '../kernel/day.ts'
import type { Command } from '../matters/commands.ts'
import { badApproval, blank, firstOf } from '../matters/guards.ts'
import { awaitsSession, type Limit } from '../matters/limit.ts'
import type { OpenedMatter, Round } from '../matters/matter.ts'
import type { MatterPolicy } from '../matters/policy.ts'
import type { MatterRefusal } from '../matters/refusals.ts'
import { rule, type Ruling } from '../matters/rule.ts'

export function extendDue(
  matter: OpenedMatter,
  round: Round,
  { due, reason, approval, today }: Command<'ExtendDue'>,
  policy: MatterPolicy,
): Ruling {
  const refusal = firstOf(
    matter.extensions >= policy.maxExtensions
      ? { code: 'too-many-extensions', max: policy.maxExtensions }
      : null,
    outside(due, round.due, policy),
    blank('延期理由', reason),
    badApproval('extension', approval, today, policy),
  )
  return rule(refusal, {
    type: 'DueExtended',
    round: round.number,
    due,
    on: today,
    approval,
    words: { reason },
  })
}

/** What has no day yet (待定) cannot be extended: nobody knows by how much. */
function outside(due: Day, current: Limit, policy: MatterPolicy): MatterRefusal | null {
  if (current === awaitsSession) return { code: 'due-undetermined' }
  if (due <= current) return { code: 'due-not-later', due, current }
  const latest = policy.latestExtension(current)
  return due > latest ? { code: 'extension-over-cap', due, latest } : null
}

export function moveResponsibility(
  matter: OpenedMatter,
  command: Command<'MoveResponsibility'>,
): Ruling {
  const { unit, official, cause, reason, today } = command
  const same = matter.unit === unit && matter.official === official
  const refusal = firstOf(same ? { code: 'same-responsible' } : null, blank('变更原因', reason))
  return rule(refusal, {
    type: 'ResponsibilityMoved',
    unit,
    official,
    cause,
    on: today,
    words: { reason },
  })
}

export function chaseMatter({ level, text, today }: Command<'ChaseMatter'>): Ruling {
  return rule(blank('催办内容', text), { type: 'MatterChased', level, on: today, words: { text } })
}

export function escalateMatter(
  { measure, reason, approval, today }: Command<'EscalateMatter'>,
  policy: MatterPolicy,
): Ruling {
  const refusal = firstOf(blank('理由', reason), badApproval('escalation', approval, today, policy))
  return rule(refusal, { type: 'MatterEscalated', measure, on: today, approval, words: { reason } })
}
