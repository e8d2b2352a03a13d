/** Small tests that many rules of a matter share. Each answers the refusal, or null. */
import type { Day } from '../kernel/day.ts'
import { approvalFault, type Approval } from '../people/approval.ts'
import type { MatterPolicy } from './policy.ts'
import type { MatterRefusal } from './refusals.ts'

/** `field`: the name of the field in Chinese, as the page has it. */
export function blank(field: string, text: string): MatterRefusal | null {
  return text.trim() === '' ? { code: 'text-missing', field } : null
}

/** Refused when not one of the names says anything. */
export function nobody(field: string, names: readonly string[]): MatterRefusal | null {
  return names.some((name) => name.trim() !== '') ? null : { code: 'nobody-named', field }
}

/** Refused when the day is after today; today itself is none. */
export function future(day: Day, today: Day): MatterRefusal | null {
  return day > today ? { code: 'day-in-the-future', day, today } : null
}

/** Refused when the day is before today; today itself is none. */
export function past(day: Day, today: Day): MatterRefusal | null {
  return day < today ? { code: 'day-in-the-past', day, today } : null
}

/** Refused when that body may not approve this by the county’s rule book, without a reference, or dated after today. */
export function badApproval(
  purpose: keyof MatterPolicy['mayApprove'],
  approval: Approval,
  today: Day,
  { mayApprove }: Pick<MatterPolicy, 'mayApprove'>,
): MatterRefusal | null {
  const allowed = mayApprove[purpose]
  if (!allowed.includes(approval.body)) {
    return { code: 'body-may-not-approve', body: approval.body, allowed }
  }
  switch (approvalFault(approval, today)) {
    case 'reference-missing':
      return { code: 'approval-reference-missing' }
    case 'in-the-future':
      return { code: 'day-in-the-future', day: approval.on, today }
    case null:
      return null
  }
}

/** The first refusal of several, or null when none refuses. */
export function firstOf(...found: readonly (MatterRefusal | null)[]): MatterRefusal | null {
  return found.find((one) => one !== null) ?? null
}
