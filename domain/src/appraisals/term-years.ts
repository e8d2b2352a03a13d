/**
 * The years of a term that are planned in it: those of which more than half lies between its first and its last day. A
 * term that begins and ends in January has no plan for the January it ends in.
 *
 * Source: domain.md §5 phase 0 (届内规划: once per term, in annual lists).
 */
import { dayFrom, dayParts, daysBetween, type Day } from '../kernel/day.ts'

export function yearsOfTerm({
  from,
  until,
}: Readonly<{ from: Day; until: Day }>): readonly number[] {
  const [first, last] = [dayParts(from).year, dayParts(until).year]
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  return years.filter((year) => {
    const [start, end] = [
      dayFrom({ year, month: 1, date: 1 }),
      dayFrom({ year, month: 12, date: 31 }),
    ]
    const whole = daysBetween(start, end) + 1
    const own = daysBetween(from > start ? from : start, until < end ? until : end) + 1
    return own * 2 > whole
  })
}
