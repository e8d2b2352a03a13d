import { describe, expect, it } from 'vitest'
import { day, weekday } from '../kernel/day.ts'
import { calendarOf, isRestDay, isWorkday, restName, workdaysBetween } from './calendar.ts'
import { chinaCalendar, chinaHolidays } from './china-holidays.ts'
import { checkHolidayYear } from './holiday-year.ts'

describe('the shipped years', () => {
  it.each(chinaHolidays)('$year holds together', (year) => {
    expect(checkHolidayYear(JSON.parse(JSON.stringify(year)))).toEqual({ ok: true, value: year })
  })

  it('make up only on weekends', () => {
    const madeUp = chinaHolidays.flatMap(({ workdays }) => workdays)
    expect(madeUp.every((one) => weekday(one) > 5)).toBe(true)
  })

  it('give 28 days of holidays in 2025 and 33 in 2026', () => {
    const daysOff = chinaHolidays.map((row) => calendarOf([row]).rest.size)
    expect(daysOff).toEqual([28, 33])
  })

  it.each([
    ['2025-01-26', false],
    ['2025-10-08', true],
    ['2026-01-02', true],
    ['2026-01-04', false],
    ['2026-02-24', false],
    ['2026-10-10', false],
    ['2026-10-11', true],
    ['2027-01-02', true],
    ['2027-01-04', false],
  ])('%s is a rest day: %s', (one, rest) => {
    expect(isRestDay(day(one), chinaCalendar)).toBe(rest)
  })

  it('name why a day is off', () => {
    expect(restName(day('2026-02-17'), chinaCalendar)).toBe('春节')
    expect(restName(day('2026-03-01'), chinaCalendar)).toBe('周日')
    expect(restName(day('2026-03-02'), chinaCalendar)).toBeUndefined()
  })

  it('have 248 working days in 2025 and 2026 each', () => {
    expect(workdaysBetween(day('2024-12-31'), day('2025-12-31'), chinaCalendar)).toBe(248)
    expect(workdaysBetween(day('2025-12-31'), day('2026-12-31'), chinaCalendar)).toBe(248)
  })
})

describe('a county that mends a year', () => {
  const mended = {
    year: 2026,
    source: '本县通知',
    holidays: [{ name: '停办公', from: '2026-03-02', to: '2026-03-03' }],
    workdays: ['2026-03-07'],
  }

  it('replaces the shipped one', () => {
    const year = checkHolidayYear(mended)
    if (!year.ok) throw new Error(year.refusal.code)
    const calendar = calendarOf([...chinaHolidays, year.value])
    expect(isRestDay(day('2026-03-02'), calendar)).toBe(true)
    expect(isWorkday(day('2026-03-07'), calendar)).toBe(true)
    expect(isWorkday(day('2026-10-01'), calendar)).toBe(true)
    expect(isRestDay(day('2025-10-01'), calendar)).toBe(true)
  })

  it.each([
    [{ ...mended, workdays: ['2026-03-02'] }, 'workday-is-holiday'],
    [{ ...mended, workdays: ['2027-03-06'] }, 'holiday-outside-year'],
    [
      { ...mended, holidays: [{ name: 'x', from: '2026-03-03', to: '2026-03-02' }] },
      'holiday-backwards',
    ],
    [
      { ...mended, holidays: [{ name: 'x', from: '2026-02-30', to: '2026-03-02' }] },
      'holiday-year-unreadable',
    ],
    [{ ...mended, year: '2026' }, 'holiday-year-unreadable'],
    [{ ...mended, workdays: undefined }, 'holiday-year-unreadable'],
    [null, 'holiday-year-unreadable'],
  ])('is refused %j as %s', (raw, code) => {
    expect(checkHolidayYear(raw)).toMatchObject({ ok: false, refusal: { code } })
  })
})
