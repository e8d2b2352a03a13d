import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewAtATime } from './few-at-a-time.ts'

const minute = 60_000

describe('how often one address may come', () => {
  it('is so many times within the minutes, and again when they are over', () => {
    const may = fewAtATime(2, 10)
    expect([may('a', 0), may('a', 1), may('a', 2), may('b', 3)]).toEqual([true, true, false, true])
    expect([may('a', 10 * minute - 1), may('a', 10 * minute)]).toEqual([false, true])
  })

  it('is not forgotten because many others came: only those not seen for longest make room', () => {
    const may = fewAtATime(1, 60, 100)
    may('busy', 0)
    for (let n = 0; n < 1000; n += 1) {
      expect(may(`other ${n}`, n)).toBe(true)
      // Whoever goes on trying stays known, and stays refused.
      expect(may('busy', n)).toBe(false)
    }
    expect(may('other 999', 1001)).toBe(false)
    expect(may('other 0', 1001)).toBe(true)
  })

  it('never lets one address do more than so many within the minutes, while it is among the last so many seen', () => {
    const comings = fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 3 * minute })), {
      maxLength: 80,
      size: 'max',
    })
    fc.assert(
      fc.property(comings, (drawn) => {
        const may = fewAtATime(3, 10, 5)
        const done: { who: number; at: number }[] = []
        let now = 0
        for (const [who, later] of drawn) {
          now += later
          const expected = done.filter((one) => one.who === who && now - one.at < 10 * minute)
          expect(may(String(who), now)).toBe(expected.length < 3)
          if (expected.length < 3) done.push({ who, at: now })
        }
      }),
    )
  })
})
