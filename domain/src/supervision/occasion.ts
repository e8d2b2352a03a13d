/**
 * Rule: a time limit is told of when its days of reminder begin and once more on the last day; what is late, on the first
 * day and then every week; what is silent, when the alarm goes and then every month. Each of these occasions is told once.
 *
 * Source: domain.md §10 (提前N天提醒 → 到期 → 逾期); how often is not established anywhere (inferred).
 */
import { daysBetween, type Day } from '../kernel/day.ts'
import type { Watching } from './four-checks.ts'

export type OwedCause = 'due' | 'late' | 'silent'

/** `days`: until it is owed, days late, or days without an entry. */
export type Occasion = Readonly<{ cause: OwedCause; days: number; name: string }>

/** The name of the occasion: told once for each name. */
export function occasionOf(cause: OwedCause, days: number): string {
  switch (cause) {
    case 'due':
      return days <= 1 ? 'last' : 'soon'
    case 'late':
      return `late${Math.floor((days - 1) / 7)}`
    case 'silent':
      return `silent${Math.floor(days / 30)}`
  }
}

/** What a day counts from: the day something is owed, or the day its unit last acted. */
export type CountedFrom = 'owed' | 'acted'

/** Of one day that is counted from, occasions follow one another and none comes back. Null: nothing to tell. */
export function occasionOn(
  today: Day,
  from: CountedFrom,
  since: Day,
  { remindDays, silenceDays }: Watching,
): Occasion | null {
  const occasion = (cause: OwedCause, days: number): Occasion => {
    return { cause, days, name: occasionOf(cause, days) }
  }
  const gone = daysBetween(since, today)
  switch (from) {
    case 'owed': {
      if (gone > 0) return occasion('late', gone)
      const left = daysBetween(today, since)
      return left <= remindDays ? occasion('due', left) : null
    }
    case 'acted':
      return gone > silenceDays ? occasion('silent', gone) : null
  }
}
