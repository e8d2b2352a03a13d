/**
 * Rule: an approved matter is handed over to one unit and one official by a numbered letter; the unit signs for it, or
 * within the window sends a wrong assignment back with reasons; nobody re-routes on his own.
 * Source: domain.md §4 (承办单位), §6 misassignWindow, §9.1 (issued, received, misassigned); seed map S01, S05.
 */
import type { Day } from '../kernel/day.ts'
import { blank } from './guards.ts'
import type { Command } from './commands.ts'
import { awaitsSession, laterLimit, type Limit } from './limit.ts'
import { currentRound, type OpenedMatter } from './matter.ts'
import type { MatterPolicy } from './policy.ts'
import { rule, type Ruling } from './rule.ts'

export function handOverMatter(
  { unit, official, letter, today }: Command<'HandOverMatter'>,
  policy: MatterPolicy,
): Ruling {
  return rule(blank('评议意见书文号', letter), {
    type: 'MatterHandedOver',
    unit,
    official,
    letter: letter.trim(),
    round: 1,
    on: today,
    due: policy.reportDueFrom(today),
    planDue: policy.planDueFrom(today),
  })
}

/** The letter is taken back before anybody signed: the matter waits to be handed over anew, and its days begin anew. */
export function recallMatter({ reason, today }: Command<'RecallMatter'>): Ruling {
  return rule(blank('撤回理由', reason), {
    type: 'MatterRecalled',
    on: today,
    words: { reason },
  })
}

/** A limit that runs from receipt starts anew here, once; what was extended meanwhile is not cut short. */
export function signReceipt(
  matter: OpenedMatter,
  { signer, today }: Command<'SignReceipt'>,
  { fromReceipt, reportDueFrom, planDueFrom }: MatterPolicy,
): Ruling {
  const round = currentRound(matter)
  const later = (before: Limit | null | undefined, from: (start: Day) => Limit) => {
    const counted = from(today)
    return before ? laterLimit(before, counted) : counted
  }
  return rule(blank('签收人', signer), {
    type: 'ReceiptSigned',
    on: today,
    ...(fromReceipt.report && { due: later(round?.due, reportDueFrom) }),
    ...(fromReceipt.plan && { planDue: later(round?.planDue, planDueFrom) }),
    words: { signer: signer.trim() },
  })
}

export function askReassignment(
  matter: OpenedMatter,
  { reason, today }: Command<'AskReassignment'>,
  policy: MatterPolicy,
): Ruling {
  const until = matter.handOver ? policy.reassignUntil(matter.handOver.on) : today
  const late =
    until !== awaitsSession && today > until
      ? ({ code: 'reassign-window-passed', until, today } as const)
      : null
  return rule(blank('改办理由', reason) ?? late, {
    type: 'ReassignmentAsked',
    on: today,
    words: { reason },
  })
}

export function grantReassignment(
  { unit, official, reason, today }: Command<'GrantReassignment'>,
  policy: MatterPolicy,
): Ruling {
  return rule(blank('改办理由', reason), {
    type: 'ReassignmentGranted',
    unit,
    official,
    on: today,
    due: policy.reportDueFrom(today),
    planDue: policy.planDueFrom(today),
    words: { reason },
  })
}

export function reissueMatter(
  { unit, official, letter, reason, today }: Command<'ReissueMatter'>,
  policy: MatterPolicy,
): Ruling {
  return rule(blank('改办通知文号', letter) ?? blank('改办理由', reason), {
    type: 'ReassignmentGranted',
    unit,
    official,
    letter,
    on: today,
    due: policy.reportDueFrom(today),
    planDue: policy.planDueFrom(today),
    words: { reason },
  })
}

export function refuseReassignment({ reason, today }: Command<'RefuseReassignment'>): Ruling {
  return rule(blank('不同意改办的理由', reason), {
    type: 'ReassignmentRefused',
    on: today,
    words: { reason },
  })
}
