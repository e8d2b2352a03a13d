/** What a matter owes next and how urgent it is: red late, amber within seven days, green later. Source: ecosystem.md §8.18. */
import { daysBetween, type Day } from '@luoshi/domain/kernel/day'
import { dayOf, owedNext, type Owing } from '@luoshi/domain/matters/limit'
import { limitSent } from '@luoshi/server/contract/limit'
import type { MatterRow } from '@luoshi/server/contract/matter-row'

export type DueLight = 'red' | 'amber' | 'green' | 'none'

export type Due = Readonly<{
  light: DueLight
  /** Whole days left; negative when late; null when nothing is owed, or its limit is 待定. */
  left: number | null
  on: Day | null
  what: 'plan' | 'result'
  /** 待定: something is owed, and its limit has no day yet. */
  isOpen: boolean
}>

const nothing: Due = { light: 'none', left: null, on: null, what: 'result', isOpen: false }

/** Within this many days a date is soon. */
export const soonDays = 7

export function dueOf(owing: Owing, today: Day): Due {
  const owed = owedNext(owing)
  if (owed === null) return nothing
  const { what, limit } = owed
  const on = dayOf(limit)
  if (on === null) return { ...nothing, what, isOpen: true }
  const left = daysBetween(today, on)
  const light = left < 0 ? 'red' : left <= soonDays ? 'amber' : 'green'
  return { light, left, on, what, isOpen: false }
}

type Sent = Pick<
  MatterRow,
  'status' | 'due' | 'dueUndetermined' | 'planDue' | 'planDueUndetermined'
>

/** The limits of a row of a list, as the rules know them. */
export function owingOf(row: Sent): Owing {
  return {
    status: row.status,
    due: limitSent(row.due, row.dueUndetermined),
    planDue: limitSent(row.planDue, row.planDueUndetermined),
  }
}
