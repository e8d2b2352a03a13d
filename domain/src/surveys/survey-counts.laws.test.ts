import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addCounts, breachesOfCounts, type SurveyCounts } from './survey-counts.ts'

/** A lawful batch: every answer of it is thrown at the options one by one. */
const batch: fc.Arbitrary<SurveyCounts> = fc
  .array(
    fc.record({
      stratum: fc.constantFrom('城关', '北乡', '南乡'),
      service: fc.constantFrom('satisfied', 'dissatisfied', 'unknown', null),
      wants: fc.subarray(['hours', 'fees', 'manners']),
    }),
    { maxLength: 30 },
  )
  .map((answers) => countOf(answers))

const many = new Set(['wants'])
const nothing: SurveyCounts = { population: 'residents', strata: [] }

test('counting in batches is adding: in any order and any grouping the same, and lawful', () => {
  fc.assert(
    fc.property(batch, batch, batch, (a, b, c) => {
      expect(addCounts(addCounts(a, b), c)).toEqual(addCounts(a, addCounts(b, c)))
      expect(addCounts(a, b)).toEqual(addCounts(b, a))
      expect(addCounts(nothing, a)).toEqual(addCounts(a, nothing))
      expect(breachesOfCounts(addCounts(a, b), many)).toEqual([])
    }),
  )
})

test('a count that breaks a law is told by name', () => {
  const stratum = {
    key: '城关',
    populationSize: 900,
    answered: 10,
    cells: [
      { question: 'service', option: 'satisfied', n: 7 },
      { question: 'service', option: 'dissatisfied', n: 4 },
    ],
  }
  expect(breachesOfCounts({ population: 'residents', strata: [stratum] }, many)).toEqual([
    'stratum 城关: service answered by more than answered',
  ])
  expect(
    breachesOfCounts({ population: 'residents', strata: [stratum] }, new Set(['service'])),
  ).toEqual([])
  expect(
    breachesOfCounts(
      {
        population: 'residents',
        strata: [
          {
            ...stratum,
            cells: [
              { question: 'wants', option: 'fees', n: 11 },
              { question: 'wants', option: 'fees', n: -1 },
            ],
          },
          { ...stratum, cells: [] },
        ],
      },
      many,
    ),
  ).toEqual([
    'stratum 城关 twice',
    'stratum 城关: a number that is none',
    'stratum 城关: ["wants","fees"] twice',
    'stratum 城关: ["wants","fees"] chosen by more than answered',
  ])
})

type Thrown = Readonly<{ stratum: string; service: string | null; wants: readonly string[] }>

function countOf(answers: readonly Thrown[]): SurveyCounts {
  return answers
    .map((answer) => ({
      population: 'residents',
      strata: [
        {
          key: answer.stratum,
          populationSize: 1_000,
          answered: 1,
          cells: [
            ...(answer.service === null
              ? []
              : [{ question: 'service', option: answer.service, n: 1 }]),
            ...answer.wants.map((option) => ({ question: 'wants', option, n: 1 })),
          ],
        },
      ],
    }))
    .reduce(addCounts, nothing)
}
