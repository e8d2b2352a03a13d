import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reaches } from './reaches.ts'
import { comparators, type Share } from './rule.ts'
import { weightedPercent, weightedReaches, type Weighed } from './weighted.ts'

const part = fc
  .record({
    whole: fc.integer({ min: 1, max: 40 }),
    of: fc.nat({ max: 40 }),
    weight: fc.integer({ min: 1, max: 100 }),
  })
  .map(({ whole, of, weight }): Weighed => ({ amount: of % (whole + 1), whole, weight }))
const parts = fc.array(part, { minLength: 1, maxLength: 6 })
const share = fc
  .constantFrom<readonly [number, number]>([1, 2], [2, 3], [4, 5], [70, 100])
  .map(([numerator, denominator]): Share => ({ numerator, denominator, zh: '', en: '' }))
const comparator = fc.constantFrom(...comparators)

describe('shares that are added up by their weights', () => {
  it('are the plain share where there is one', () => {
    fc.assert(
      fc.property(part, share, comparator, (one, line, by) => {
        expect(weightedReaches([one], line, by)).toBe(reaches(one, line, by))
      }),
    )
  })

  it('reach a line where every part does, and miss it where every part does', () => {
    fc.assert(
      fc.property(parts, share, comparator, (all, line, by) => {
        const each = all.map((one) => reaches(one, line, by))
        const sum = weightedReaches(all, line, by)
        if (each.every(Boolean)) expect(sum).toBe(true)
        if (each.every((one) => !one)) expect(sum).toBe(false)
      }),
    )
  })

  it('do not depend on the order of the parts, nor on the unit of the weights', () => {
    fc.assert(
      fc.property(
        parts,
        share,
        comparator,
        fc.integer({ min: 2, max: 50 }),
        (all, line, by, times) => {
          const scaled = all.toReversed().map((one) => ({ ...one, weight: one.weight * times }))
          expect(weightedReaches(scaled, line, by)).toBe(weightedReaches(all, line, by))
          expect(weightedPercent(scaled)).toBe(weightedPercent(all))
        },
      ),
    )
  })

  it('never fall by one more vote, wherever it is cast', () => {
    fc.assert(
      fc.property(parts, fc.nat({ max: 5 }), share, comparator, (all, at, line, by) => {
        const place = at % all.length
        const more = all.map((one, index) =>
          index === place ? { ...one, amount: Math.min(one.whole, one.amount + 1) } : one,
        )
        if (weightedReaches(all, line, by)) expect(weightedReaches(more, line, by)).toBe(true)
      }),
    )
  })

  it('are decided on whole numbers where print would round them onto the line', () => {
    const nearly = [
      { amount: 499_999, whole: 1_000_000, weight: 99 },
      { amount: 1, whole: 2, weight: 1 },
    ]
    const half: Share = { numerator: 1, denominator: 2, zh: '半数', en: 'half' }
    expect(weightedPercent(nearly)).toBe('50.00%')
    expect(weightedReaches(nearly, half, 'ge')).toBe(false)
  })
})
