/** Weights chosen beforehand: by strata, by margins with their source, or none; and what margins that cannot hold say. */
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import type { Population } from './population.ts'
import { surveyResults } from './results/survey-results.ts'
import { weightingWords } from './results/weighting-words.ts'
import { reachShape, reachTexts, reachWith } from './survey-words.ts'
import { countAnswers, smallForm, type Person } from './testing/count-answers.ts'
import { weightingFault, type Margin, type Weighting } from './weighting.ts'
import { explainWeightingRefusal } from './weighting-refusals.ts'

/** Town and country, young and old: four cells of which only the sums are known. */
const codes = ['ty', 'to', 'cy', 'co']
const place: Margin = {
  code: 'place',
  name: '城乡',
  source: '2025年统计年鉴第23页',
  levels: [
    { code: 'town', name: '城镇', size: 600 },
    { code: 'country', name: '乡村', size: 400 },
  ],
  of: { ty: 'town', to: 'town', cy: 'country', co: 'country' },
}
const age: Margin = {
  code: 'age',
  name: '年龄',
  source: '第七次人口普查公报',
  levels: [
    { code: 'young', name: '六十岁以下', size: 700 },
    { code: 'old', name: '六十岁以上', size: 300 },
  ],
  of: { ty: 'young', to: 'old', cy: 'young', co: 'old' },
}

function people(weighting?: Weighting): Population {
  return {
    code: 'residents',
    kind: 'residents',
    name: '城乡居民',
    sizeSource: '',
    strata: codes.map((code) => ({ code, name: code, size: null, quota: 50 })),
    sampling: { type: 'stratified' },
    weighting,
  }
}

/** Of each cell so many satisfied and so many not. */
function answers(cells: Readonly<Record<string, readonly [number, number]>>): readonly Person[] {
  return Object.entries(cells).flatMap(([stratum, [yes, no]]) => [
    ...Array.from({ length: yes }, () => ({ stratum, answer: { duty: 'satisfied' } })),
    ...Array.from({ length: no }, () => ({ stratum, answer: { duty: 'dissatisfied' } })),
  ])
}

const even = { ty: [40, 10], to: [30, 20], cy: [20, 30], co: [10, 40] } as const
const byMargins = { type: 'margins', margins: [place, age] } as const

function found(weighting: Weighting | undefined, cells: Parameters<typeof answers>[0] = even) {
  const population = people(weighting)
  const counts = countAnswers(answers(cells), Object.fromEntries(codes.map((one) => [one, null])))
  const [result] = surveyResults(smallForm, [population], [counts], 10)
  if (!result) throw new Error('no result')
  const duty = result.questions.find(({ key }) => key === 'duty')
  return { result, duty, words: weightingWords(population, result.weighting) }
}

describe('margins', () => {
  it('of which only the sums are known weigh the answers, and say their source', () => {
    const { result, duty, words } = found(byMargins)
    // The cells become 420, 180, 280, 120: these margins are independent.
    const truth = (420 * 0.8 + 180 * 0.6 + 280 * 0.4 + 120 * 0.2) / 1000
    expect(duty).toMatchObject({ isWeighted: true, whole: { answered: 200 } })
    expect(duty?.whole?.rate?.share.p).toBeCloseTo(truth, 6)
    const { share } = duty?.whole?.rate ?? {}
    // Kish: (Σw)² / Σw² of fifty answers each.
    const squares = [420, 180, 280, 120].reduce((sum, one) => sum + one * one, 0) / 50
    expect(share?.effective).toBeCloseTo(1000 ** 2 / squares, 3)
    expect(result.designEffect).toBeCloseTo(200 / (1000 ** 2 / squares), 3)
    expect(words.zh).toBe(
      '按边际人数迭代加权：城乡（依据：2025年统计年鉴第23页），年龄（依据：第七次人口普查公报）。',
    )
  })

  it('that cannot hold weigh nothing, and the reason is told', () => {
    const { duty, words } = found(byMargins, { ...even, to: [0, 0], co: [0, 0] })
    expect(duty?.isWeighted).toBe(false)
    expect(duty?.whole?.rate?.share.p).toBeCloseTo(0.6, 10)
    expect(words.zh).toBe('没有加权：“年龄”中的“六十岁以上”没有人作答，边际人数无法满足。')
    const uneven = { ty: [90, 10], to: [1, 1], cy: [30, 20], co: [10, 40] } as const
    const few = {
      ...age,
      levels: age.levels.map((one, at) => ({ ...one, size: [990, 10][at] ?? 0 })),
    }
    expect(found({ type: 'margins', margins: [few] }, uneven).words.zh).toMatch(/^没有加权：/)
  })

  it('depend on who answered where, and never on what was answered', () => {
    const sizes = (cells: Parameters<typeof answers>[0]) =>
      found(byMargins, cells).result.designEffect
    expect(sizes({ ty: [10, 40], to: [20, 30], cy: [30, 20], co: [40, 10] })).toBe(sizes(even))
  })

  it('are not needed: by default the strata weigh, where their sizes are known; or nothing does', () => {
    expect(found(undefined).words.zh).toBe('各层人数不全，不加权。')
    expect(found({ type: 'none' }).words.zh).toBe('不加权，调查开始前已经确定。')
    expect(found({ type: 'none' }).duty?.isWeighted).toBe(false)
  })
})

describe('margins as they are entered', () => {
  const { levels } = place
  it.each([
    ['survey-margins-amount', []],
    ['survey-margins-amount', [place, place]],
    ['survey-margin-source-missing', [{ ...place, source: ' ' }]],
    ['survey-margin-level-wrong', [{ ...place, levels: levels.slice(0, 1) }]],
    ['survey-margin-level-wrong', [{ ...place, levels: [...levels, ...levels] }]],
    ['survey-margin-stratum-missing', [{ ...place, of: { ty: 'town' } }]],
    [
      'survey-margins-disagree',
      [place, { ...age, levels: levels.map((one) => ({ ...one, size: 7 })) }],
    ],
  ] as const)('are refused: %s', (code, margins) => {
    const shaped = margins.map((one) => (one.code === 'age' ? { ...one, of: place.of } : one))
    const fault = weightingFault(people({ type: 'margins', margins: shaped }))
    expect(fault?.code).toBe(code)
    if (fault) expect(explainWeightingRefusal(fault).zh.fix).toMatch(/。$/)
  })

  it('are kept with their words apart, and put together again', () => {
    const reach = {
      populations: [people(byMargins)],
      channels: [],
      from: day('2026-03-01'),
      until: day('2026-03-31'),
    }
    const shape = reachShape(reach)
    expect(JSON.stringify(shape)).not.toContain('年鉴')
    expect(reachWith(shape, reachTexts(reach))).toEqual(reach)
  })
})
