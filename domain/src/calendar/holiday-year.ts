/**
 * One year's public holidays and make-up working days, as the State Council's office announces them each autumn.
 * A county may add or mend a year: it is plain data, and {@link checkHolidayYear} reads it back.
 */
import { dayParts, isDay, type Day } from '../kernel/day.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'

/** Days off from `from` to `to`, both included, weekends among them. */
export type Holiday = Readonly<{ name: string; from: Day; to: Day }>

export type HolidayYear = Readonly<{
  year: number
  /** The notice it comes from. */
  source: string
  holidays: readonly Holiday[]
  /** Saturdays and Sundays that are worked. */
  workdays: readonly Day[]
}>

export type HolidayYearRefusal = ByCode<{
  'holiday-year-unreadable': Nothing
  'holiday-outside-year': { year: number; day: Day }
  'holiday-backwards': { name: string }
  'workday-is-holiday': { day: Day }
}>

export function checkHolidayYear(raw: unknown): Result<HolidayYear, HolidayYearRefusal> {
  if (!isHolidayYear(raw)) return refuse({ code: 'holiday-year-unreadable' })
  const { year, holidays, workdays } = raw
  const every = [...holidays.flatMap(({ from, to }) => [from, to]), ...workdays]
  const outside = every.find((one) => dayParts(one).year !== year)
  if (outside) return refuse({ code: 'holiday-outside-year', year, day: outside })
  const backwards = holidays.find(({ from, to }) => to < from)
  if (backwards) return refuse({ code: 'holiday-backwards', name: backwards.name })
  const both = workdays.find((one) => holidays.some(({ from, to }) => from <= one && one <= to))
  return both ? refuse({ code: 'workday-is-holiday', day: both }) : accept(raw)
}

function isHolidayYear(raw: unknown): raw is HolidayYear {
  if (typeof raw !== 'object' || raw === null) return false
  if (!('year' in raw && 'source' in raw && 'holidays' in raw && 'workdays' in raw)) return false
  const { year, source, holidays, workdays } = raw
  if (!Number.isSafeInteger(year) || typeof source !== 'string') return false
  if (!Array.isArray(holidays) || !Array.isArray(workdays)) return false
  return holidays.every((one) => isHoliday(one)) && workdays.every((one) => isDayText(one))
}

function isHoliday(raw: unknown): boolean {
  if (typeof raw !== 'object' || raw === null) return false
  if (!('name' in raw && 'from' in raw && 'to' in raw)) return false
  return typeof raw.name === 'string' && isDayText(raw.from) && isDayText(raw.to)
}

function isDayText(raw: unknown): boolean {
  return typeof raw === 'string' && isDay(raw)
}
