import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, type Day } from '../kernel/day.ts'
import { isWorkday, workdaysBetween } from './calendar.ts'
import { chinaCalendar as calendar } from './china-holidays.ts'
import { countDeadline, countedUnits, type CountedUnit } from './count-deadline.ts'

const count = (from: string, n: number, unit: CountedUnit, rollOver = true) =>
  countDeadline({ from: day(from), count: n, unit, calendar, rollOver })

const days: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 600 })
  .map((n) => addDays(day('2025-01-02'), n))

describe('a counted time limit', () => {
  it('names the holidays and weekends that working days went over, and counts a make-up Saturday', () => {
    const counted = count('2026-09-30', 5, 'working')
    expect(counted.date).toBe('2026-10-13')
    expect(counted.skipped.map(({ date }) => date)).toEqual([
      '2026-10-01',
      '2026-10-02',
      '2026-10-03',
      '2026-10-04',
      '2026-10-05',
      '2026-10-06',
      '2026-10-07',
      '2026-10-11',
    ])
    expect(counted.skipped[0]?.why).toBe('国庆节')
  })

  it('of days names only those its end moved over', () => {
    expect(count('2026-09-20', 12, 'natural')).toMatchObject({
      date: '2026-10-08',
      counted: 12,
      skipped: [
        { date: '2026-10-02' },
        { date: '2026-10-03' },
        { date: '2026-10-04' },
        { date: '2026-10-05' },
        { date: '2026-10-06' },
        { date: '2026-10-07' },
      ],
    })
  })

  it('of months ends on the last day of a month that has no such date', () => {
    expect(count('2026-05-31', 1, 'month').date).toBe('2026-06-30')
    expect(count('2027-11-30', 3, 'month').date).toBe('2028-02-29')
  })

  it('stays on a rest day where the county says so, and then nothing was gone over', () => {
    const stays = count('2026-09-20', 12, 'natural', false)
    expect(stays).toMatchObject({ date: '2026-10-02', skipped: [] })
    expect(stays.rule.zh).toContain('不顺延')
  })

  it('says that it may move when the holidays of a year are not published', () => {
    expect(count('2026-12-28', 10, 'working').uncertain).toBe(true)
    expect(count('2026-11-02', 10, 'working').uncertain).toBe(false)
  })

  it('law: the date is never a rest day, and never before the days are full', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(...countedUnits),
        (from, n, unit) => {
          const { date } = countDeadline({ from, count: n, unit, calendar, rollOver: true })
          expect(isWorkday(date, calendar)).toBe(true)
          if (unit === 'natural') expect(date >= addDays(from, n)).toBe(true)
          if (unit === 'working') expect(workdaysBetween(from, date, calendar)).toBe(n)
        },
      ),
    )
  })

  it('law: what was skipped of working days is every rest day on the way, and only those', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const { date, skipped } = countDeadline({
          from,
          count: n,
          unit: 'working',
          calendar,
          rollOver: true,
        })
        const rest: Day[] = []
        for (let one = addDays(from, 1); one < date; one = addDays(one, 1))
          if (!isWorkday(one, calendar)) rest.push(one)
        expect(skipped.map((one) => one.date)).toEqual(rest)
      }),
    )
  })
})
