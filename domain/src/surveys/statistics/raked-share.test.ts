/**
 * Raked surveys of towns where the young and the country answer less: the interval contains the truth as it promises, where
 * the share of whoever happened to answer does not. `SURVEY_COVERAGE=10000` does it ten thousand times.
 */
import { expect, it } from 'vitest'
import { chanceFrom } from '../testing/simulate.ts'
import { rake } from './rake.ts'
import { rakedShare } from './raked-share.ts'
import { simpleShare } from './wilson.ts'

const times = Number(process.env['SURVEY_COVERAGE'] ?? 400)

/** People of each cell, how many of a hundred answer, and how many of a hundred are satisfied. */
const cells = [
  { levels: { place: 'town', age: 'young' }, size: 5000, answer: 20, satisfied: 55 },
  { levels: { place: 'town', age: 'old' }, size: 1500, answer: 60, satisfied: 85 },
  { levels: { place: 'country', age: 'young' }, size: 2500, answer: 10, satisfied: 40 },
  { levels: { place: 'country', age: 'old' }, size: 1000, answer: 30, satisfied: 70 },
] as const

const margins = {
  place: { town: 6500, country: 3500 },
  age: { young: 7500, old: 2500 },
}

/** So many are asked; whoever is asked answers or does not. */
function survey(asked: number, chance: () => number) {
  const drawn = cells.map((cell) => ({ cell, n: 0, hits: 0 }))
  for (let at = 0; at < asked; at += 1) {
    let place = chance() * 10_000
    const one = drawn.find(({ cell }) => (place -= cell.size) < 0) ?? drawn[0]
    if (!one || chance() * 100 >= one.cell.answer) continue
    one.n += 1
    if (chance() * 100 < one.cell.satisfied) one.hits += 1
  }
  return drawn
}

it('a raked interval contains the truth in 95 % of surveys, and the unweighted one does not', () => {
  const chance = chanceFrom(20_261_127)
  const truth = cells.reduce((sum, { size, satisfied }) => sum + size * satisfied, 0) / 1_000_000
  const held = { raked: 0, plain: 0 }
  for (let time = 0; time < times; time += 1) {
    const drawn = survey(2_000, chance)
    const sizes = rake(
      drawn.map(({ cell, n }) => ({ levels: cell.levels, n })),
      margins,
    )
    if (!sizes.ok) throw new Error(sizes.refusal.code)
    const found = rakedShare(
      drawn.map(({ n, hits }, at) => ({ size: sizes.value[at] ?? 0, answered: n, base: n, hits })),
    )
    const sum = (of: 'n' | 'hits') => drawn.reduce((all, one) => all + one[of], 0)
    const plain = simpleShare(sum('hits'), sum('n'), null)
    if (found && found.low <= truth && truth <= found.high) held.raked += 1
    if (plain && plain.low <= truth && truth <= plain.high) held.plain += 1
  }
  const slack = times >= 10_000 ? 0 : 4 * Math.sqrt((0.95 * 0.05) / times)
  if (times >= 10_000) console.info(`raked ${held.raked / times}, unweighted ${held.plain / times}`)
  expect(held.raked / times).toBeGreaterThanOrEqual(0.93 - slack)
  expect(held.raked / times).toBeLessThanOrEqual(0.98 + slack)
  expect(held.plain / times).toBeLessThan(0.5)
})

it('weighs alike what has no weights, and says nothing of nobody', () => {
  const block = { size: null, answered: 40, base: 40, hits: 30 }
  expect(rakedShare([block, block])).toEqual(simpleShare(60, 80, null))
  expect(rakedShare([{ ...block, base: 0, hits: 0 }])).toBeNull()
})
