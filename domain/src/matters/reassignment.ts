/**
 * Rule: a unit that holds a matter to be no business of its own asks, with reasons and within the county's window, that
 * it be given to another unit (改办). The window runs from hand-over or from receipt, as the rule book says; to sign for
 * the matter does not end it. The committee grants or refuses; what was refused stays and is not asked again. Nobody
 * re-routes on his own.
 *
 * Source: domain.md §4 (承办单位), §6 misassignWindow, §9.1 (misassigned). From hand-over: 河南办法第十四条 (L13),
 * 重庆条例第十六条 (L9); from receipt: 青岛条例第十九条 (L15), 上海规定第十四条 (L17), 浙江规定第十四条 (L18). Refused:
 * “未同意退回的，承办单位应当继续办理” (L15). That a plan handed in ends it, too, is inferred: with it the unit has taken
 * the matter on and the committee has the word; when the plan is returned, the unit may ask while the window runs.
 */
import type { Day } from '../kernel/day.ts'
import type { Command } from './commands.ts'
import { blank } from './guards.ts'
import { awaitsSession, type Limit } from './limit.ts'
import type { OpenedMatter } from './matter.ts'
import type { MatterPolicy } from './policy.ts'
import type { MatterRefusal } from './refusals.ts'
import { rule, type Ruling } from './rule.ts'

type WindowPolicy = Pick<MatterPolicy, 'fromReceipt' | 'reassignUntil'>

/** The last day of the window; null while it has not begun: it runs from receipt, and nobody has signed. */
export function reassignmentWindow(
  { handOver }: Pick<OpenedMatter, 'handOver'>,
  { fromReceipt, reassignUntil }: WindowPolicy,
): Limit | null {
  if (handOver === null) return null
  if (!fromReceipt.reassign) return reassignUntil(handOver.on)
  return handOver.signedOn === null ? null : reassignUntil(handOver.signedOn)
}

/** Why no other unit may be asked for now, of a matter that is issued or received; null: it may. */
export function reassignmentBar(
  matter: OpenedMatter,
  policy: WindowPolicy,
  today: Day,
): MatterRefusal | null {
  if (wasRefused(matter)) return { code: 'reassign-refused-before' }
  if (matter.rounds.length > 1) return { code: 'reassign-after-verdict' }
  const until = reassignmentWindow(matter, policy)
  const isOver = until !== null && until !== awaitsSession && today > until
  return isOver ? { code: 'reassign-window-passed', until, today } : null
}

/** A matter comes to be received by a signature or, unsigned, by the refusal of a request made before it. */
function wasRefused({ status, handOver, reassignRefused }: OpenedMatter): boolean {
  return reassignRefused === true || (status === 'received' && handOver?.signedOn === null)
}

export function askReassignment(
  matter: OpenedMatter,
  { reason, today }: Command<'AskReassignment'>,
  policy: MatterPolicy,
): Ruling {
  return rule(blank('改办理由', reason) ?? reassignmentBar(matter, policy, today), {
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
