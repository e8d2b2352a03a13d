/**
 * Rule: a limit that ends at a session of the committee has no day while that session has none. It is 待定: shown with
 * the reason, after every limit that has a day, never late, never a cause for a light or a reminder. Nobody guesses.
 * Source: domain.md §10 (“at the next session” is a legal limit; start events), §12; 组织法 2022 art. 51.
 */
import { daysBetween, type Day } from '../kernel/day.ts'
import type { MatterStatus } from './matter.ts'

export const awaitsSession = 'awaitsSession'

/** The last day, or what its day still waits for. Only ever one thing today: a session without a day. */
export type Limit = Day | typeof awaitsSession

export const undeterminedWords = {
  zh: { short: '待定', why: '以常委会会议为期限，会议日期尚未确定；确定后即按会议日期计算。' },
  en: {
    short: 'Undetermined',
    why: 'It ends at a session of the Standing Committee that has no day yet; it will be that day.',
  },
} as const

/** The limit that a reckoned day is. */
export function limitOf(reckoned: Readonly<{ due: Day; awaitsSession: boolean }>): Limit {
  return reckoned.awaitsSession ? awaitsSession : reckoned.due
}

/** Null: 待定. */
export function dayOf(limit: Limit): Day | null {
  return limit === awaitsSession ? null : limit
}

/** As lists keep it: without a day before hand-over, and after it only while the limit is 待定. */
export function limitKept(day: Day | null, isOwed: boolean): Limit | null {
  return day ?? (isOwed ? awaitsSession : null)
}

/** What stands in the place of a day that an open matter has none of: nothing before hand-over, 待定 after it. */
export function undatedWords(status: MatterStatus): Readonly<{ zh: string; en: string }> {
  return status === 'drafted' || status === 'approved'
    ? { zh: '', en: '' }
    : { zh: undeterminedWords.zh.short, en: undeterminedWords.en.short }
}

/** Whether a day keeps within a limit; while the limit is open, every day does. */
export function isWithin(on: Day, limit: Limit): boolean {
  return limit === awaitsSession || on <= limit
}

/** The later of two limits: one without a day is not over before one with a day. */
export function laterLimit(one: Limit, other: Limit): Limit {
  if (one === awaitsSession || other === awaitsSession) return awaitsSession
  return one > other ? one : other
}

/** States in which a plan is what the unit owes. */
export const planOwed = [
  'issued',
  'misassigned',
  'received',
] as const satisfies readonly MatterStatus[]
/** States in which the result is. While a plan waits for the committee the unit is not late: the committee has the word. */
export const resultOwed = ['inProgress', 'committed'] as const satisfies readonly MatterStatus[]

export type Owing = Readonly<{
  status: MatterStatus
  due: Limit | null
  /** Null: no plan is owed in this round. */
  planDue: Limit | null
}>

export type Owed = Readonly<{ what: 'plan' | 'result'; limit: Limit }>

/**
 * What the unit owes next: the plan until it is in, then the result; the result also while only the plan's limit is open.
 * Null while others have the word.
 */
export function owedNext({ status, due, planDue }: Owing): Owed | null {
  switch (status) {
    case 'issued':
    case 'misassigned':
    case 'received':
      return planOrResult(planDue, due)
    case 'inProgress':
    case 'committed':
      return due === null ? null : { what: 'result', limit: due }
    case 'drafted':
    case 'approved':
    case 'planned':
    case 'submitted':
    case 'verified':
    case 'satisfied':
    case 'closed':
    case 'merged':
    case 'exited':
      return null
  }
}

function planOrResult(planDue: Limit | null, due: Limit | null): Owed | null {
  const plan = planDue !== null && (planDue !== awaitsSession || due === null || due === planDue)
  if (plan) return { what: 'plan', limit: planDue }
  return due === null ? null : { what: 'result', limit: due }
}

/** Whole days late; 0 when nothing is, and always while the limit is 待定. */
export function daysLate(owing: Owing, today: Day): number {
  const owed = owedNext(owing)
  const by = owed === null ? null : dayOf(owed.limit)
  return by === null ? 0 : Math.max(0, daysBetween(by, today))
}
