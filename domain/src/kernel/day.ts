declare const dayMark: unique symbol
declare const instantMark: unique symbol

/** A calendar day in China, `2026-03-01`. Only {@link isDay} makes one. */
export type Day = string & { readonly [dayMark]: true }

/** A moment in UTC to the millisecond, `2026-03-01T08:00:00.000Z`. Only {@link isInstant} makes one. */
export type Instant = string & { readonly [instantMark]: true }

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Days of a month. `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0)
}

/** A day of the Gregorian calendar, written `2026-03-01`; 2026-02-29 is none. */
export function isDay(raw: string): raw is Day {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(raw)
  if (!parts) return false
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)
}

/** Exactly as `toISOString` writes it: UTC, three decimals, `Z`. */
export function isInstant(raw: string): raw is Instant {
  return (
    /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/.test(raw) &&
    isDay(raw.slice(0, 10))
  )
}

/** @throws when the text is no day: for days already known to be right, in code and tests. */
export function day(raw: string): Day {
  if (!isDay(raw)) throw new Error(`Not a day: ${raw}`)
  return raw
}

/** @throws when the text is no instant: for instants already known to be right, in code and tests. */
export function instant(raw: string): Instant {
  if (!isInstant(raw)) throw new Error(`Not an instant: ${raw}`)
  return raw
}

export type DayParts = Readonly<{ year: number; month: number; date: number }>

/** `month` and `date` count from 1. */
export function dayParts(one: Day): DayParts {
  return {
    year: Number(one.slice(0, 4)),
    month: Number(one.slice(5, 7)),
    date: Number(one.slice(8, 10)),
  }
}

/** @throws when there is no such day. */
export function dayFrom({ year, month, date }: DayParts): Day {
  const pad = (n: number, width: number) => String(n).padStart(width, '0')
  return day(`${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`)
}

/** Days since 1970-01-01, by Howard Hinnant's days_from_civil. */
export function dayNumber(one: Day): number {
  const { year, month, date } = dayParts(one)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The inverse of {@link dayNumber}. */
export function dayOfNumber(number: number): Day {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
  return dayFrom({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date })
}

/** Back in time where `days` is negative. */
export function addDays(one: Day, days: number): Day {
  return dayOfNumber(dayNumber(one) + days)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** 1 Monday to 7 Sunday (ISO 8601). */
export function weekday(one: Day): number {
  return ((((dayNumber(one) + 3) % 7) + 7) % 7) + 1
}

/** The day in China (UTC+8, no summer time since 1991) at a moment. */
export function dayInChina(moment: Instant): Day {
  const hour = Number(moment.slice(11, 13))
  const sameDay = day(moment.slice(0, 10))
  return hour >= 16 ? addDays(sameDay, 1) : sameDay
}
