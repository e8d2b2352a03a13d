/**
 * A sample that nobody can steer: of closed matters due for a look-back (回头看), or of matters in rectification for a spot
 * check (抽查). The list is fixed and the clerk’s secret sealed by its hash; then somebody else calls a word; then the
 * secret is opened and the places follow. Anyone can compute them again (`appraisals/draw-lots.ts`).
 *
 *     none ─seal─▸ sealed ─call (another person)─▸ called ─draw─▸ drawn ─assign, record─▸ drawn
 *                     └──────── void (reason) ◂──────┘
 *
 * Source: domain.md §9.1 (lookback: sampled or scheduled), §14 (look-back scheduling); S15 (drawn by lot).
 */
import type { Day } from '../kernel/day.ts'
import type { AccountId, MatterId } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { erasedText, type Words } from '../kernel/words.ts'

export const samplePurposes = ['lookBack', 'spotCheck'] as const

export type SamplePurpose = (typeof samplePurposes)[number]

export const samplePurposeLabels: Readonly<
  Record<SamplePurpose, Readonly<{ zh: string; en: string }>>
> = {
  lookBack: { zh: '回头看', en: 'Look-back' },
  spotCheck: { zh: '抽查', en: 'Spot check' },
}

/** In a look-back: it held, or it relapsed. In a spot check: it is as reported, or it is not. */
export const sampleOutcomes = ['held', 'relapsed', 'asReported', 'notAsReported'] as const

export type SampleOutcome = (typeof sampleOutcomes)[number]

export const outcomesOf: Readonly<Record<SamplePurpose, readonly SampleOutcome[]>> = {
  lookBack: ['held', 'relapsed'],
  spotCheck: ['asReported', 'notAsReported'],
}

export const sampleOutcomeLabels: Readonly<
  Record<SampleOutcome, Readonly<{ zh: string; en: string }>>
> = {
  held: { zh: '没有反弹', en: 'It held' },
  relapsed: { zh: '出现反弹', en: 'It relapsed' },
  asReported: { zh: '与报告一致', en: 'As reported' },
  notAsReported: { zh: '与报告不符', en: 'Not as reported' },
}

export type SampleCandidate = Readonly<{ matter: MatterId; number: number }>

export type SampleTask = Readonly<{
  matter: MatterId
  /** Who goes there; null until somebody was asked. */
  person: string | null
  result: Readonly<{ outcome: SampleOutcome; on: Day; findings: string }> | null
}>

type About = Readonly<{
  purpose: SamplePurpose
  candidates: readonly SampleCandidate[]
  listHash: string
  count: number
  commitment: string
  sealedBy: AccountId
  sealedOn: Day
}>

type Called = About & Readonly<{ word: string; calledBy: AccountId }>

export type Sample = ByStatus<{
  none: Nothing
  sealed: About
  called: Called
  drawn: Called & {
    secret: string
    salt: string
    seed: string
    drawnOn: Day
    tasks: readonly SampleTask[]
  }
  void: About & { reason: string }
}>

export type KnownSample = Exclude<Sample, { status: 'none' }>

export type SampleEvent = ByType<{
  SampleSealed: About
  SampleWordCalled: { word: string; calledBy: AccountId; on: Day }
  SampleDrawn: {
    secret: string
    salt: string
    seed: string
    /** Places in the list, from 0, in the order drawn. */
    chosen: readonly number[]
    on: Day
  }
  SampleVoided: { on: Day; words: Words<{ reason: string }> }
  SampleTaskAssigned: { matter: MatterId; on: Day; words: Words<{ person: string }> }
  SampleTaskDone: {
    matter: MatterId
    outcome: SampleOutcome
    on: Day
    words: Words<{ findings: string }>
  }
}>

export function evolveSample(before: Sample, event: SampleEvent): Sample {
  if (event.type === 'SampleSealed') {
    const { purpose, candidates, listHash, count, commitment, sealedBy, sealedOn } = event
    const about = { purpose, candidates, listHash, count, commitment, sealedBy, sealedOn }
    return { status: 'sealed', ...about }
  }
  if (before.status === 'none') throw new Error(`${event.type} before SampleSealed`)
  switch (event.type) {
    case 'SampleWordCalled':
      return { ...before, status: 'called', word: event.word, calledBy: event.calledBy }
    case 'SampleDrawn':
      return drawn(before, event)
    case 'SampleVoided':
      return { ...before, status: 'void', reason: event.words?.reason ?? erasedText }
    case 'SampleTaskAssigned': {
      const person = event.words?.person ?? erasedText
      return changed(before, event.matter, { person })
    }
    case 'SampleTaskDone': {
      const { outcome, on, words } = event
      const result = { outcome, on, findings: words?.findings ?? erasedText }
      return changed(before, event.matter, { result })
    }
  }
}

function drawn(before: KnownSample, event: Extract<SampleEvent, { type: 'SampleDrawn' }>): Sample {
  if (before.status !== 'called') throw new Error('SampleDrawn before SampleWordCalled')
  const { secret, salt, seed, chosen, on: drawnOn } = event
  const tasks = chosen.flatMap((place) => {
    const candidate = before.candidates[place]
    return candidate ? [{ matter: candidate.matter, person: null, result: null }] : []
  })
  return { ...before, status: 'drawn', secret, salt, seed, drawnOn, tasks }
}

function changed(sample: KnownSample, matter: MatterId, change: Partial<SampleTask>): Sample {
  if (sample.status !== 'drawn') throw new Error('A task before the sample was drawn')
  const tasks = sample.tasks.map((one) => (one.matter === matter ? { ...one, ...change } : one))
  return { ...sample, tasks }
}
