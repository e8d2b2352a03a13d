/**
 * Rule: an approved matter is handed over to one unit and one official by a numbered letter; the unit signs for it. How
 * it asks for another unit is `reassignment.ts`.
 * Source: domain.md §4 (承办单位), §9.1 (issued, received); seed map S01, S05.
 */
import type { Day } from '../kernel/day.ts'
import { blank } from './guards.ts'
import type { Command } from './commands.ts'
import { laterLimit, type Limit } from './limit.ts'
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
export function recallMatter(
  { handOver }: OpenedMatter,
  { reason, today }: Command<'RecallMatter'>,
): Ruling {
  const isSigned = handOver !== null && handOver.signedOn !== null
  const signed = { code: 'wrong-status', wanted: ['issued'], actual: 'received' } as const
  return rule(isSigned ? signed : blank('撤回理由', reason), {
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
