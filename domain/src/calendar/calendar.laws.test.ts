import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, dayParts, daysBetween, daysInMonth, type Day } from '../kernel/day.ts'
import { addMonths } from './add-months.ts'
import { addWorkdays, isRestDay, isWorkday, workdaysBetween } from './calendar.ts'
import { chinaCalendar as calendar } from './china-holidays.ts'
import { deadlineUnits } from './deadline.ts'
import { dueDay } from './due-day.ts'

/** From 2024 to 2028: announced years and open ones, with the turns between them. */
const days = fc.nat({ max: 1700 }).map((after) => addDays(day('2024-02-01'), after))
const counts = fc.integer({ min: 1, max: 40 })
const units = fc.constantFrom(...deadlineUnits)

function due(start: Day, count: number, unit: (typeof deadlineUnits)[number]) {
  return dueDay({ start, rule: { count, unit, from: 'receipt' }, calendar }).due
}

function between(from: Day, to: Day): number {
  return workdaysBetween(from, to, calendar)
}

/** The shipped years, said a second time. */
function known(one: Day): boolean {
  return one >= '2025-01-01' && one <= '2026-12-31'
}

describe('whatever the day and the limit', () => {
  it('it ends after its start, on a working day', () => {
    const law = fc.property(days, counts, units, (start, count, unit) => {
      const end = due(start, count, unit)
      expect(end > start).toBe(true)
      expect(isWorkday(end, calendar)).toBe(true)
    })
    fc.assert(law, { numRuns: 1000 })
  })

  it('in days, it moves only over rest days', () => {
    const law = fc.property(days, counts, (start, count) => {
      const [plain, end] = [addDays(start, count), due(start, count, 'day')]
      const moved = Array.from({ length: daysBetween(plain, end) }, (_, at) => addDays(plain, at))
      expect(daysBetween(start, end)).toBeGreaterThanOrEqual(count)
      expect(moved.every((one) => isRestDay(one, calendar))).toBe(true)
    })
    fc.assert(law, { numRuns: 1000 })
  })

  it('a longer limit never ends earlier, nor does one that starts later', () => {
    const law = fc.property(
      days,
      counts,
      units,
      fc.nat({ max: 40 }),
      (start, count, unit, more) => {
        expect(due(start, count + more, unit) >= due(start, count, unit)).toBe(true)
        expect(due(addDays(start, more), count, unit) >= due(start, count, unit)).toBe(true)
      },
    )
    fc.assert(law, { numRuns: 1000 })
  })

  it('working days are counted as they were added', () => {
    const law = fc.property(days, counts, (start, count) => {
      const end = addWorkdays(start, count, calendar)
      expect(workdaysBetween(start, end, calendar)).toBe(count)
      expect(workdaysBetween(start, addDays(end, -1), calendar)).toBe(count - 1)
      expect(due(start, count, 'workday')).toBe(end)
    })
    fc.assert(law, { numRuns: 500 })
  })

  it('working days of two stretches make those of the whole, in either direction', () => {
    const law = fc.property(days, days, days, (a, b, c) => {
      expect(between(a, b) + between(b, c)).toBe(between(a, c))
    })
    const sunday = day('2026-03-01')
    const examples: [Day, Day, Day][] = [[sunday, addDays(sunday, -1), sunday]]
    fc.assert(law, { numRuns: 200, examples })
  })

  it('months end on the corresponding date, or on the last of the month', () => {
    const law = fc.property(days, fc.integer({ min: -40, max: 40 }), (start, months) => {
      const [from, to] = [dayParts(start), dayParts(addMonths(start, months))]
      expect((to.year - from.year) * 12 + to.month - from.month).toBe(months)
      expect(to.date).toBe(Math.min(from.date, daysInMonth(to.year, to.month)))
    })
    fc.assert(law, { numRuns: 1000 })
  })

  it('it is provisional exactly when a year it hangs on is not announced', () => {
    const law = fc.property(days, counts, (start, count) => {
      const rule = { count, unit: 'day', from: 'receipt' } as const
      const { due, provisional, words } = dueDay({ start, rule, calendar })
      const open = !known(addDays(start, count)) || !known(due)
      expect(provisional).toBe(open)
      expect(words.zh.includes('暂按周末推算')).toBe(open)
    })
    fc.assert(law, { numRuns: 1000 })
  })
})
