import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  day,
  dayInChina,
  dayNumber,
  dayOfNumber,
  instant,
  isDay,
  isInstant,
  weekday,
} from './day.ts'

describe('a day', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', ''])(
    'is not %s',
    (raw) => {
      expect(isDay(raw)).toBe(false)
    },
  )

  it('knows leap days', () => {
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29')
    expect(addDays(day('2026-02-28'), 1)).toBe('2026-03-01')
  })

  it('agrees with the calendar of the machine, for 400 years', () => {
    const law = fc.property(fc.integer({ min: -36_500, max: 110_000 }), (number) => {
      const there = new Date(number * 86_400_000).toISOString().slice(0, 10)
      expect(dayOfNumber(number)).toBe(there)
      expect(dayNumber(day(there))).toBe(number)
      expect(weekday(day(there)) % 7).toBe(new Date(number * 86_400_000).getUTCDay())
    })
    fc.assert(law, { numRuns: 1000 })
  })

  it('begins at 16:00 UTC in China', () => {
    expect(dayInChina(instant('2026-12-31T15:59:59.999Z'))).toBe('2026-12-31')
    expect(dayInChina(instant('2026-12-31T16:00:00.000Z'))).toBe('2027-01-01')
  })

  it('takes an instant only in one form', () => {
    expect(isInstant('2026-03-01T08:00:00Z')).toBe(false)
    expect(isInstant('2026-03-01T24:00:00.000Z')).toBe(false)
  })
})
