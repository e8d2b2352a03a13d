/** Every formula against numbers that somebody else published. */
import { describe, expect, it } from 'vitest'
import { kishEffect, stratifiedVariance } from './design-effect.ts'
import { difference } from './difference.ts'
import { rake } from './rake.ts'
import { smallestChange } from './smallest-change.ts'
import { z95, type Share } from './share.ts'
import { finiteN, simpleShare, wilson } from './wilson.ts'

function share(hits: number, n: number): Share {
  const found = simpleShare(hits, n, null)
  if (!found) throw new Error('n is 0')
  return found
}

/** To the four places the tables print. */
const four = (value: number) => Math.round(value * 10_000) / 10_000 + 0

describe('one share', () => {
  it.each([
    // Newcombe 1998, Stat. Med. 17:857, Table I, method 3 (score).
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i: %d to %d', (hits, n, low, high) => {
    const found = share(hits, n)
    expect([four(found.low), four(found.high)]).toEqual([low, high])
  })

  it('of a finite population: 38 wrong addresses in 200 of 3042', () => {
    // Cochran, Sampling Techniques, 3rd ed. 1977, section 3.2: total 578, standard error 81.8.
    const effective = finiteN(200, 3042)
    if (effective === null) throw new Error('not everyone was asked')
    const p = 38 / 200
    expect(Math.round(3042 * p)).toBe(578)
    // Cochran divides by n-1 and by N; the score interval knows the variance by p alone: n and N-1.
    const unbiased = Math.sqrt(((p * (1 - p)) / effective) * (200 / 199) * (3041 / 3042))
    expect((3042 * unbiased).toFixed(1)).toBe('81.8')
  })

  it('is certain when everyone was asked', () => {
    expect(simpleShare(12, 30, 30)).toEqual({ p: 0.4, n: 30, low: 0.4, high: 0.4, effective: null })
  })
})

describe('two shares', () => {
  it.each([
    // Newcombe 1998, Stat. Med. 17:873, Table II, (a) to (h), method 10.
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i/%i and %i/%i: %d to %d apart', (a, m, b, n, low, high) => {
    const apart = difference(share(b, n), share(a, m))
    expect([four(apart.low), four(apart.high)]).toEqual([low, high])
  })

  it('the smallest change they can find', () => {
    // R, ?power.prop.test: p1 = .50, p2 = .75, power = .90 needs n = 76.7. The 90 % point is 1.281552.
    const found = smallestChange(
      0.5,
      { before: 76.7, after: 76.7 },
      { level: z95, power: 1.281_552 },
    )
    expect(found).toBeCloseTo(0.25, 4)
  })
})

describe('strata and weights', () => {
  it('women in seven learned societies', () => {
    // Lohr, Sampling: Design and Analysis, ACLS survey: share 0.2465, standard error 0.0071 (0.007118622).
    const strata = [
      { size: 9100, n: 636, p: 0.38 },
      { size: 1950, n: 451, p: 0.27 },
      { size: 5500, n: 481, p: 0.18 },
      { size: 10_850, n: 611, p: 0.19 },
      { size: 2100, n: 493, p: 0.36 },
      { size: 5500, n: 575, p: 0.13 },
      { size: 9000, n: 588, p: 0.26 },
    ]
    const share = strata.reduce((sum, { size, p }) => sum + (size * p) / 44_000, 0)
    expect(four(share)).toBe(0.2465)
    expect(Math.sqrt(stratifiedVariance(strata))).toBeCloseTo(0.007_118_622, 8)
  })

  it.each([
    // Kish 1965, section 11.7: half the people sampled k times as thinly cost (k-1)²/4k.
    [2, 1.125],
    [3, 4 / 3],
    [4, 1.5625],
    [5, 1.8],
    [10, 3.025],
  ])('weights of 1 and %i for halves of the people: %d', (k, effect) => {
    expect(
      kishEffect([
        { n: 1000 * k, weight: 1 },
        { n: 1000, weight: k },
      ]),
    ).toBeCloseTo(effect, 12)
  })

  it('raking of a four by four table', () => {
    // en.wikipedia.org/wiki/Iterative_proportional_fitting, Example 1, which stops at 0.04 % from its margins.
    const seen = [
      [40, 30, 20, 10],
      [35, 50, 100, 75],
      [30, 80, 70, 120],
      [20, 30, 40, 50],
    ]
    const cells = seen.flatMap((row, r) =>
      row.map((n, c) => ({ levels: { row: String(r), column: String(c) }, n })),
    )
    const raked = rake(cells, {
      row: { 0: 150, 1: 300, 2: 400, 3: 150 },
      column: { 0: 200, 1: 300, 2: 400, 3: 100 },
    })
    if (!raked.ok) throw new Error(raked.refusal.code)
    const published = [
      64.61, 46.28, 35.42, 3.83, 49.95, 68.15, 156.49, 25.37, 56.7, 144.4, 145.06, 53.76, 28.74,
      41.18, 63.03, 17.03,
    ]
    for (const [at, size] of raked.value.entries())
      expect(Math.abs(size - (published[at] ?? 0))).toBeLessThan(0.08)
  })

  it('raking says why it cannot', () => {
    const cells = [
      { levels: { town: 'a', age: 'young' }, n: 10 },
      { levels: { town: 'b', age: 'old' }, n: 10 },
    ]
    const faultOf = (margins: Parameters<typeof rake>[1]) => {
      const raked = rake(cells, margins)
      return raked.ok ? null : raked.refusal.code
    }
    const town = { a: 100, b: 100 }
    expect(faultOf({ town, age: { young: 100, old: 100 } })).toBeNull()
    expect(faultOf({ town, age: { young: 100, old: 90 } })).toBe('raking-margins-disagree')
    expect(faultOf({ town: { a: 200 } })).toBe('raking-level-unknown')
    expect(faultOf({ town: { ...town, c: 5 } })).toBe('raking-level-unanswered')
    expect(faultOf({ town, age: { young: 150, old: 50 } })).toBe('raking-not-converged')
    expect(faultOf({ town: { a: 1, b: 100 } })).toBe('raking-weights-uneven')
  })
})

it('an interval never leaves out the share itself', () => {
  for (const n of [1, 3, 30, 1e7])
    for (const p of [0, 1e-9, 0.5, 1]) {
      const { low, high } = wilson(p, n)
      expect(low <= p && p <= high && low >= 0 && high <= 1).toBe(true)
    }
})
