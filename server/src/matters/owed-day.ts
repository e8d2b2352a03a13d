/** What the unit owes next, and by when: the plan until it is in, then the result. Nothing while others have the word. */
import { daysBetween, type Day } from '@luoshi/domain/kernel/day'
import type { MatterStatus } from '@luoshi/domain/matters/matter'

export const planOwed: readonly MatterStatus[] = ['issued', 'misassigned', 'received']
/** While a plan waits for the committee the unit is not late: the committee has the word. */
export const resultOwed: readonly MatterStatus[] = ['inProgress', 'committed']

type Dated = Readonly<{ status: MatterStatus; due: Day | null; planDue: Day | null }>

export function owedDay({ status, due, planDue }: Dated): Day | null {
  if (planOwed.includes(status)) return planDue ?? due
  return resultOwed.includes(status) ? due : null
}

/** Whole days late; 0 when nothing is. */
export function daysLate(matter: Dated, today: Day): number {
  const owed = owedDay(matter)
  return owed === null ? 0 : Math.max(0, daysBetween(owed, today))
}
