import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '@luoshi/domain/kernel/day'
import { closedUntil, later, lockoutRule } from './lockout.ts'

const start = instant('2026-11-02T01:00:00.000Z')
const at = (...minutes: number[]) => minutes.toReversed().map((minute) => later(start, minute))

describe('a door', () => {
  it('stays open after four failures', () => {
    expect(closedUntil(at(0, 1, 2, 3), later(start, 3), lockoutRule)).toBeNull()
  })

  it('closes at the fifth within 15 minutes, for 15 minutes from that one', () => {
    const failures = at(0, 1, 2, 3, 14)
    expect(closedUntil(failures, later(start, 14), lockoutRule)).toBe(later(start, 29))
    expect(closedUntil(failures, later(start, 29), lockoutRule)).toBeNull()
  })

  it('stays open when five are further apart', () => {
    expect(closedUntil(at(0, 1, 2, 3, 15), later(start, 15), lockoutRule)).toBeNull()
  })

  it('never lets more than five failures through in any 15 minutes, whoever tries whenever', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 240 }), { minLength: 20, maxLength: 60 })
    const law = fc.property(gaps, (seconds) => {
      let now = start
      const failures: (typeof start)[] = []
      for (const gap of seconds) {
        now = later(now, gap / 60)
        if (closedUntil(failures, now, lockoutRule) === null) failures.unshift(now)
        const recent = failures.filter((one) => one > later(now, -15))
        expect(recent.length).toBeLessThanOrEqual(5)
      }
    })
    fc.assert(law, { numRuns: 200 })
  })
})
