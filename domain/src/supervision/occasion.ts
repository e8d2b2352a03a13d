/**
 * Rule: a time limit is told of when its days of reminder begin and once more on the last day; what is late, on the first
 * day and then every week; what is silent, when the alarm goes and then every month. Each of these occasions is told once.
 *
 * Source: domain.md §10 (提前N天提醒 → 到期 → 逾期); how often is not established anywhere (inferred).
 */
export type OwedCause = 'due' | 'late' | 'silent'

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
