/**
 * Months later: the corresponding date, or the month's last day where there is none.
 *
 * Source: 民法典第二百零二条.
 */
import { dayFrom, dayParts, daysInMonth, type Day } from '../kernel/day.ts'

export function addMonths(start: Day, months: number): Day {
  const { year, month, date } = dayParts(start)
  const index = year * 12 + (month - 1) + months
  const [newYear, newMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  const last = daysInMonth(newYear, newMonth)
  return dayFrom({ year: newYear, month: newMonth, date: Math.min(date, last) })
}
