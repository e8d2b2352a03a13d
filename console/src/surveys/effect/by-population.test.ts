import { idOf } from '@luoshi/domain/kernel/ids'
import type { EffectSeries } from '@luoshi/server/contract/effects'
import { expect, it } from 'vitest'
import { byPopulation } from './by-population.ts'

function series(population: string, key: string, stands: boolean): EffectSeries {
  return {
    survey: idOf('survey', 'survey_water00000000000000'),
    title: '供水',
    population,
    kind: 'residents',
    name: population,
    stands,
    matters: [],
    question: { key, zh: key, en: key },
    counted: { zh: '', en: '' },
    points: [],
    effect: null,
    steps: [],
    relapse: null,
  }
}

it('populations stay apart, and whoever came stands behind those who were drawn', () => {
  const told = byPopulation([
    series('others', 'q1', false),
    series('users', 'q1', true),
    series('others', 'q2', false),
  ])
  expect(told.map(({ name, stands, series: own }) => [name, stands, own.length])).toEqual([
    ['users', true, 1],
    ['others', false, 2],
  ])
})
