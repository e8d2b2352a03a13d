import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commitmentOf } from '../appraisals/draw-lots.ts'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { decideFrame, frameSeed, type FrameCommand } from './decide-frame.ts'
import { drawnPlaces } from './draw-sample.ts'
import { evolveFrame, noFrame, type Frame } from './frame.ts'
import { explainFrameRefusal } from './frame-refusals.ts'
import type { Population, Sampling } from './population.ts'

const today = day('2026-03-02')
const [clerk, chair] = [idOf('account', 'account_clerk01'), idOf('account', 'account_chair01')]
const strata = [
  { code: 'town', name: '城区', size: 60, quota: 5 },
  { code: 'country', name: '乡镇', size: 140, quota: 10 },
]
const population: Population = {
  code: 'people',
  kind: 'residents',
  name: '居民',
  sizeSource: '',
  strata,
  sampling: { type: 'stratified' },
}
const lines = Array.from({ length: 200 }, (_, n) => (n < 60 ? 'town' : 'country'))
const listHash = 'a'.repeat(64)
const survey = idOf('survey', 'survey_a001')
const take = { type: 'TakeSurveyFrame', survey, population, lines, listHash, today } as const
const kept = { secret: 'harvest', salt: 'k3v9q0w2m5x8z1a4' }
const seal = { type: 'SealSurveyDraw', commitment: commitmentOf(kept), by: clerk, today } as const
const call = { type: 'CallSurveyNumber', number: '4721', by: chair, today } as const
const draw = { type: 'DrawSurveySample', ...kept, population, lines, today } as const

function after(...commands: readonly FrameCommand[]): Frame {
  return commands.reduce((frame, command) => {
    const ruling = decideFrame(frame, command)
    if (!ruling.ok) throw new Error(ruling.refusal.code)
    return ruling.value.reduce(evolveFrame, frame)
  }, noFrame)
}

function refusal(frame: Frame, command: FrameCommand): string | null {
  const ruling = decideFrame(frame, command)
  if (ruling.ok) return null
  expect(explainFrameRefusal(ruling.refusal).zh.fix.length).toBeGreaterThan(4)
  return ruling.refusal.code
}

describe('a sampling frame', () => {
  it('is sealed by one, called by another, drawn, and can be computed again', () => {
    const drawn = after(take, seal, call, draw)
    const seed = frameSeed(listHash, { ...kept, number: '4721' })
    expect(drawn).toMatchObject({
      status: 'drawn',
      drawn: [
        { code: 'town', n: 5 },
        { code: 'country', n: 10 },
      ],
      draw: { seed, number: '4721' },
    })
  })

  it('cannot be steered by whoever sealed it', () => {
    expect(refusal(after(take, seal), { ...call, by: clerk })).toBe('frame-called-by-sealer')
    expect(refusal(after(take, seal, call), { ...draw, secret: 'another' })).toBe(
      'frame-commitment-differs',
    )
    expect(refusal(after(take), call)).toBe('frame-wrong-status')
    expect(refusal(after(take, seal), { ...call, number: '王某 1' })).toBe('frame-number-wrong')
  })

  it('stands at once where everybody on it is asked', () => {
    const everybody = { ...population, sampling: { type: 'all' } as const }
    expect(after({ ...take, population: everybody })).toMatchObject({ status: 'drawn', draw: null })
    const few = { ...population, sampling: { type: 'interval', most: 300 } as const }
    expect(after({ ...take, population: few })).toMatchObject({ status: 'drawn', draw: null })
  })

  it('is taken only where people are chosen from a list, with strata that are known', () => {
    const open = { ...population, sampling: { type: 'open' } as const }
    expect(refusal(noFrame, { ...take, population: open })).toBe('frame-not-needed')
    expect(refusal(noFrame, { ...take, lines: [] })).toBe('frame-empty')
    expect(refusal(noFrame, { ...take, lines: ['town', 'hill'] })).toBe('frame-stratum-unknown')
  })

  it('has codes made once, for letters or messages only, and not after its names are gone', () => {
    const drawn = [take, seal, call, draw] as const
    const channel = {
      code: 'letters',
      kind: 'code',
      population: 'people',
      stratum: null,
      place: '',
    } as const
    const issue = { type: 'IssueSurveyCodes', channel, today } as const
    const erase = { type: 'EraseSurveyFrame', today } as const
    expect(refusal(after(...drawn, issue), issue)).toBe('frame-codes-issued')
    const paper = { ...issue, channel: { ...channel, kind: 'paper' as const } }
    expect(refusal(after(...drawn), paper)).toBe('frame-channel-without-codes')
    expect(refusal(after(...drawn, erase), issue)).toBe('frame-erased')
    expect(refusal(after(...drawn, erase), erase)).toBe('frame-erased')
  })
})

describe('codes that are not known to have been sent', () => {
  const drawn = [take, seal, call, draw] as const
  const channel = {
    code: 'sms',
    kind: 'sms',
    population: 'people',
    stratum: null,
    place: '',
  } as const
  const issue = { type: 'IssueSurveyCodes', channel, today } as const
  const remake = { type: 'RemakeSurveyCodes', unsent: ['town', 'town'], today } as const

  it('are made anew for those people only, and it is on record how many', () => {
    const [, again, ...more] = knownCodes(after(...drawn, issue, remake))
    expect(again).toMatchObject({ channel: 'sms', anew: true })
    expect(again?.strata.find(({ code }) => code === 'town')?.n).toBe(2)
    expect(more).toEqual([])
  })

  it('are made for nobody else: not before the first, not when all were sent, not without names', () => {
    expect(refusal(after(...drawn), remake)).toBe('frame-wrong-status')
    expect(refusal(after(...drawn, issue), { ...remake, unsent: [] })).toBe('frame-all-sent')
    const erase = { type: 'EraseSurveyFrame', today } as const
    expect(refusal(after(...drawn, issue, erase), remake)).toBe('frame-erased')
  })
})

it('people who are drawn and being asked are not exchanged for others', () => {
  expect(refusal(noFrame, { ...take, isDrawnAndAsked: true })).toBe('frame-being-asked')
})

describe('letters that were lost', () => {
  const drawn = [take, seal, call, draw] as const
  const channel = {
    code: 'letters',
    kind: 'code',
    population: 'people',
    stratum: null,
    place: '',
  } as const
  const issue = { type: 'IssueSurveyCodes', channel, today } as const
  const replace = { type: 'ReplaceSurveyCodes', areUsed: false, today } as const

  it('have their codes made void and new for everybody drawn, as often as it happens', () => {
    const [now, ...before] = knownCodes(after(...drawn, issue, replace, replace))
    expect(before).toEqual([])
    expect(now).toMatchObject({ channel: 'letters', instead: true })
    expect(now?.strata).toEqual(knownCodes(after(...drawn, issue))[0]?.strata)
  })

  it('stay as they are once a code was used, before there are any, and without names', () => {
    expect(refusal(after(...drawn, issue), { ...replace, areUsed: true })).toBe('frame-codes-used')
    expect(refusal(after(...drawn), replace)).toBe('frame-wrong-status')
    const erase = { type: 'EraseSurveyFrame', today } as const
    expect(refusal(after(...drawn, issue, erase), replace)).toBe('frame-erased')
  })
})

function knownCodes(frame: Frame) {
  if (frame.status === 'none') throw new Error('No list')
  return frame.codes
}

describe('a sample', () => {
  const samplings = fc.oneof(
    fc.record({ type: fc.constant('random' as const), count: fc.integer({ min: 1, max: 90 }) }),
    fc.record({ type: fc.constant('interval' as const), most: fc.integer({ min: 1, max: 90 }) }),
    fc.constantFrom<Sampling>({ type: 'all' }, { type: 'stratified' }),
  )
  const lists = fc.array(fc.constantFrom('town', 'country'), { minLength: 1, maxLength: 80 })

  it('names each place at most once, as many as were asked for, the same for the same seed', () => {
    fc.assert(
      fc.property(fc.string(), samplings, lists, (seed, sampling, list) => {
        const places = drawnPlaces(seed, sampling, strata, list)
        expect(new Set(places).size).toBe(places.length)
        expect(places.every((one) => one >= 0 && one < list.length)).toBe(true)
        const most =
          sampling.type === 'random'
            ? sampling.count
            : sampling.type === 'interval'
              ? sampling.most
              : list.length
        if (sampling.type !== 'stratified') expect(places.length).toBe(Math.min(most, list.length))
        expect(drawnPlaces(seed, sampling, strata, list)).toEqual(places)
      }),
    )
  })

  it('at equal intervals gives every place the same chance', () => {
    // All starts: each of N = 11 places is drawn by exactly n = 4 of the 11 starts.
    const list = Array.from({ length: 11 }, () => 'town')
    const hits = new Map<number, number>()
    const starts = new Map<string, readonly number[]>()
    for (let n = 0; starts.size < 11; n += 1) {
      const places = drawnPlaces(`seed${n}`, { type: 'interval', most: 4 }, strata, list)
      starts.set(JSON.stringify(places), places)
      if (n > 2000) break
    }
    for (const place of [...starts.values()].flat()) hits.set(place, (hits.get(place) ?? 0) + 1)
    expect(new Set(hits.values()).size).toBe(1)
    for (const places of starts.values()) {
      const gaps = places.map(
        (one, at) => ((places[at + 1] ?? (places[0] ?? 0) + 11) - one + 11) % 11,
      )
      expect(gaps.every((gap) => gap === 2 || gap === 3)).toBe(true)
    }
  })
})
