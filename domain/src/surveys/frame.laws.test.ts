/**
 * Laws of a sample. Each failed once on a planted fault, named beside it.
 * Source: issue 6 point 2; domain.md §11; `draw-sample.ts`, `frame.ts`.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { below, commitmentOf } from '../appraisals/draw-lots.ts'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { sha256Hex } from '../kernel/sha256.ts'
import { decideFrame, frameSeed, type FrameCommand } from './decide-frame.ts'
import { drawnPlaces } from './draw-sample.ts'
import { evolveFrame, noFrame, strataOfDraw, type Frame } from './frame.ts'
import type { Population, Sampling, Stratum } from './population.ts'

const today = day('2026-03-02')
const [clerk, chair] = [idOf('account', 'account_clerk01'), idOf('account', 'account_chair01')]

const strataOf = (...quotas: readonly number[]): readonly Stratum[] =>
  quotas.map((quota, at) => ({ code: `s${at}`, name: `第${at}层`, size: null, quota }))

const seeds = (many: number, name: string) =>
  Array.from({ length: many }, (_, n) => sha256Hex(`${name} ${n}`))

/** How often each place comes in over many draws. */
function hitsOf(
  many: readonly string[],
  sampling: Sampling,
  strata: readonly Stratum[],
  lines: readonly string[],
): readonly number[] {
  const hits = lines.map(() => 0)
  for (const seed of many)
    for (const place of drawnPlaces(seed, sampling, strata, lines))
      hits[place] = (hits[place] ?? 0) + 1
  return hits
}

/** Five standard deviations of a binomial count: the seeds are fixed, so it holds always or never. */
function isFair(hits: number, draws: number, chance: number): boolean {
  return Math.abs(hits - draws * chance) < 5 * Math.sqrt(draws * chance * (1 - chance))
}

describe('every chance is equal', () => {
  const draws = 2_000
  const plain = Array.from({ length: 13 }, () => 's0')

  // Caught: the shuffle taking its partner from the whole list; a start below ⌊N/n⌋ without going round the end;
  // the last place never drawn.
  it.each<Sampling>([
    { type: 'random', count: 4 },
    { type: 'interval', most: 4 },
    { type: 'stratified' },
  ])('for each place, with %o', (sampling) => {
    const hits = hitsOf(seeds(draws, sampling.type), sampling, strataOf(4), plain)
    for (const one of hits)
      expect({ one, fair: isFair(one, draws, 4 / 13) }).toMatchObject({ fair: true })
  })

  // Caught: a draw by lot that takes neighbours (a random start and the next three): single chances are equal, pairs not.
  it('for each pair, by lot', () => {
    const pairs = new Map<string, number>()
    for (const seed of seeds(draws, 'pairs')) {
      const places = drawnPlaces(seed, { type: 'random', count: 4 }, strataOf(4), plain)
      for (const [at, one] of places.entries())
        for (const other of places.slice(at + 1)) {
          const name = `${one} ${other}`
          pairs.set(name, (pairs.get(name) ?? 0) + 1)
        }
    }
    expect(pairs.size).toBe((13 * 12) / 2)
    for (const hits of pairs.values()) expect(isFair(hits, draws, (4 * 3) / (13 * 12))).toBe(true)
  })

  // Caught: strata that share one seed, so that the same numbers come in everywhere.
  it('in each stratum by itself: who comes in of one tells nothing of another', () => {
    const lines = Array.from({ length: 20 }, (_, at) => (at < 10 ? 's0' : 's1'))
    const same = seeds(draws, 'strata').filter((seed) => {
      const [one = 0, other = 0] = drawnPlaces(seed, { type: 'stratified' }, strataOf(1, 1), lines)
      return other - 10 === one
    }).length
    expect(isFair(same, draws, 1 / 10)).toBe(true)
  })

  // Caught: numbers taken modulo the list without passing any over.
  it('also where the list does not divide the numbers: those at the end are passed over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 50_000 }), fc.nat(), (limit, low) => {
        const left = 2 ** 32 % limit
        fc.pre(left !== 0)
        const numbers = [2 ** 32 - left, 2 ** 32 - 1, low % limit]
        expect(below(limit, () => numbers.shift() ?? Number.NaN)).toBe(low % limit)
      }),
    )
  })
})

type Story = Readonly<{
  population: Population
  lines: readonly string[]
  kept: Readonly<{ secret: string; salt: string }>
  number: string
  listHash: string
}>

const word = fc.stringMatching(/^[0-9a-zA-Z]{4,20}$/)

const stories: fc.Arbitrary<Story> = fc
  .record({
    quotas: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4 }),
    sampling: fc.oneof(
      fc.record({ type: fc.constant('random' as const), count: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ type: fc.constant('interval' as const), most: fc.integer({ min: 1, max: 12 }) }),
      fc.constant({ type: 'stratified' as const }),
    ),
    places: fc.array(fc.nat({ max: 3 }), { minLength: 13, maxLength: 40 }),
    kept: fc.record({ secret: word, salt: word }),
    number: fc.stringMatching(/^[0-9a-zA-Z]{1,12}$/),
    list: fc.string(),
  })
  .map(({ quotas, sampling, places, kept, number, list }) => {
    const strata = strataOf(...quotas)
    const population: Population = {
      code: 'people',
      kind: 'residents',
      name: '居民',
      sizeSource: '',
      strata,
      sampling,
    }
    const lines = places.map((at) => `s${at % strata.length}`)
    return { population, lines, kept, number, listHash: sha256Hex(list) }
  })

function after(commands: readonly FrameCommand[]): Frame {
  return commands.reduce((frame, command) => {
    const ruling = decideFrame(frame, command)
    if (!ruling.ok) throw new Error(ruling.refusal.code)
    return ruling.value.reduce(evolveFrame, frame)
  }, noFrame)
}

/** @param atDraw What the survey says of the population when the draw is made. */
function drawn(story: Story, atDraw: Population): Frame {
  const { population, lines, kept, number, listHash } = story
  const survey = idOf('survey', 'survey_a001')
  return after([
    { type: 'TakeSurveyFrame', survey, population, lines, listHash, today },
    { type: 'SealSurveyDraw', commitment: commitmentOf(kept), by: clerk, today },
    { type: 'CallSurveyNumber', number, by: chair, today },
    { type: 'DrawSurveySample', ...kept, population: atDraw, lines, today },
  ])
}

describe('a draw', () => {
  // Caught: a seed without the called number; a seed without the list; counts of another list than the drawn one.
  it('can be computed again by anyone from what is published, and from nothing else', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { population, lines, kept, number, listHash } = story
        const frame = drawn(story, population)
        if (frame.status !== 'drawn') throw new Error('Not drawn')
        const text = `${listHash}\n${kept.secret}:${kept.salt}\n${number}:called\n`
        expect(frame.draw?.seed).toBe(sha256Hex(text))
        const strata = strataOfDraw(frame, [])
        const places = drawnPlaces(sha256Hex(text), frame.sampling, strata, lines)
        for (const { code, n } of frame.drawn)
          expect(places.filter((place) => lines[place] === code)).toHaveLength(n)
        expect(frame.drawn.reduce((sum, { n }) => sum + n, 0)).toBe(places.length)
      }),
    )
  })

  // Caught: quotas read from the survey at the draw, when secret and number are known to whoever draws.
  it('takes as many as was said when the list was taken, whatever the survey says meanwhile', () => {
    fc.assert(
      fc.property(stories, fc.nat({ max: 9 }), (story, more) => {
        const { population } = story
        const strata = population.strata.map((one) => ({ ...one, quota: (one.quota ?? 0) + more }))
        const changed: Population = { ...population, strata, sampling: { type: 'all' } }
        expect(drawn(story, changed)).toEqual(drawn(story, population))
      }),
    )
  })

  // Caught: what is opened not held against what was sealed; not in every case.
  it('is opened by what was sealed, to the letter', () => {
    fc.assert(
      fc.property(stories, word, word, (story, secret, salt) => {
        fc.pre(secret !== story.kept.secret && salt !== story.kept.salt)
        for (const wrong of [
          { ...story.kept, secret },
          { ...story.kept, salt },
        ]) {
          const { population, lines, kept, number, listHash } = story
          const survey = idOf('survey', 'survey_a001')
          const called = after([
            { type: 'TakeSurveyFrame', survey, population, lines, listHash, today },
            { type: 'SealSurveyDraw', commitment: commitmentOf(kept), by: clerk, today },
            { type: 'CallSurveyNumber', number, by: chair, today },
          ])
          const ruling = decideFrame(called, {
            type: 'DrawSurveySample',
            ...wrong,
            population,
            lines,
            today,
          })
          expect(ruling.ok).toBe(false)
        }
      }),
      { numRuns: 50 },
    )
  })

  // Caught: a seed without the number; a seed without the list.
  it('is another one as soon as anything in it is: list, secret, salt or number', () => {
    const told = { secret: 'harvest', salt: 'k3v9q0w2m5x8z1a4', number: '4721' }
    const list = 'a'.repeat(64)
    const all = [
      frameSeed(list, told),
      frameSeed('b'.repeat(64), told),
      frameSeed(list, { ...told, secret: 'harvesT' }),
      frameSeed(list, { ...told, salt: 'k3v9q0w2m5x8z1a5' }),
      frameSeed(list, { ...told, number: '4722' }),
    ]
    expect(new Set(all).size).toBe(all.length)
  })

  // Caught: codes that are out not asked for.
  it('is not made from another list once codes of the first are out', () => {
    fc.assert(
      fc.property(stories, ({ population, lines, listHash }) => {
        const survey = idOf('survey', 'survey_a001')
        const told = { survey, population, lines, listHash, today }
        const ruling = decideFrame(noFrame, { type: 'TakeSurveyFrame', ...told, codesAreOut: true })
        expect(ruling).toMatchObject({ ok: false, refusal: { code: 'frame-codes-out' } })
      }),
      { numRuns: 10 },
    )
  })
})
