/** Which days are worked: the announced holidays and make-up days where known, else Monday to Friday. */
import { addDays, dayParts, daysBetween, weekday, type Day } from '../kernel/day.ts'
import type { HolidayYear } from './holiday-year.ts'

/** Made from {@link HolidayYear}s by {@link calendarOf}; a later row for the same year replaces an earlier. */
export type Calendar = Readonly<{
  years: ReadonlySet<number>
  rest: ReadonlyMap<Day, string>
  work: ReadonlySet<Day>
}>

export function calendarOf(rows: readonly HolidayYear[]): Calendar {
  const latest = [...new Map(rows.map((row) => [row.year, row])).values()]
  const rest = latest.flatMap(({ holidays }) => holidays.flatMap((one) => daysOff(one)))
  return {
    years: new Set(latest.map(({ year }) => year)),
    rest: new Map(rest),
    work: new Set(latest.flatMap(({ workdays }) => workdays)),
  }
}

function daysOff({ name, from, to }: HolidayYear['holidays'][number]): readonly [Day, string][] {
  const length = daysBetween(from, to) + 1
  return Array.from({ length }, (_, at): [Day, string] => [addDays(from, at), name])
}

/** False for a year whose holidays are not announced yet: what is said of it holds 暂按周末推算. */
export function isAnnounced(one: Day, { years }: Calendar): boolean {
  return years.has(dayParts(one).year)
}

/** An announced holiday, or a weekend that no notice made a working day. */
export function isRestDay(one: Day, { rest, work }: Calendar): boolean {
  if (work.has(one)) return false
  return rest.has(one) || weekday(one) > 5
}

export function isWorkday(one: Day, calendar: Calendar): boolean {
  return !isRestDay(one, calendar)
}

/** 春节, 周六 …: why a day is off, or undefined when it is worked. */
export function restName(one: Day, calendar: Calendar): string | undefined {
  if (isWorkday(one, calendar)) return undefined
  return calendar.rest.get(one) ?? (weekday(one) === 6 ? '周六' : '周日')
}

/** The day itself when it is worked, else the first one after it. */
export function nextWorkday(one: Day, calendar: Calendar): Day {
  return isRestDay(one, calendar) ? nextWorkday(addDays(one, 1), calendar) : one
}

/** The day itself when it is worked, else the last one before it. */
export function lastWorkday(one: Day, calendar: Calendar): Day {
  return isRestDay(one, calendar) ? lastWorkday(addDays(one, -1), calendar) : one
}

/** The working day that is `count` working days after `start`, which itself does not count. */
export function addWorkdays(start: Day, count: number, calendar: Calendar): Day {
  let [here, left] = [start, count]
  while (left > 0) {
    here = addDays(here, 1)
    if (isWorkday(here, calendar)) left -= 1
  }
  return here
}

/** Working days after `from`, up to and with `to`; negative when `to` is earlier, as {@link daysBetween}. */
export function workdaysBetween(from: Day, to: Day, calendar: Calendar): number {
  if (to < from) return 0 - workdaysBetween(to, from, calendar)
  const length = daysBetween(from, to)
  const days = Array.from({ length }, (_, at) => addDays(from, at + 1))
  return days.filter((one) => isWorkday(one, calendar)).length
}
