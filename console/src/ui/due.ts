/** What a matter owes next and how urgent it is: red late, amber within seven days, green later. Source: ecosystem.md §8.18. */
import { daysBetween, type Day } from '@luoshi/domain/kernel/day'
import type { MatterStatus } from '@luoshi/domain/matters/matter'

export type DueLight = 'red' | 'amber' | 'green' | 'none'

export type Due = Readonly<{
  light: DueLight
  /** Whole days left; negative when late; null when nothing is owed. */
  left: number | null
  on: Day | null
  what: 'plan' | 'result'
}>

const nothing: Due = { light: 'none', left: null, on: null, what: 'result' }

/** Within this many days a date is soon. */
export const soonDays = 7

type Owing = Readonly<{
  status: MatterStatus
  due: Day | null
  planDue: Day | null
}>

function owes(status: MatterStatus): 'plan' | 'result' | null {
  switch (status) {
    case 'issued':
    case 'misassigned':
    case 'received':
      return 'plan'
    case 'inProgress':
    case 'committed':
      return 'result'
    case 'drafted':
    case 'approved':
    // A plan that waits for the committee is not the unit's delay.
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

/** The plan is owed until it is in, then the result; once that is reported, nothing is owed by the unit. */
export function dueOf({ status, due, planDue }: Owing, today: Day): Due {
  const step = owes(status)
  if (step === null) return nothing
  const what = step === 'plan' && planDue !== null ? 'plan' : 'result'
  const on = what === 'plan' ? planDue : due
  if (on === null) return nothing
  const left = daysBetween(today, on)
  const light = left < 0 ? 'red' : left <= soonDays ? 'amber' : 'green'
  return { light, left, on, what }
}
