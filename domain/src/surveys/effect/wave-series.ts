/**
 * One question asked of one population several times: whether it is better than at first, what became of it from wave to
 * wave, and whether what had become better has gone back since (反弹). Only what was told is compared, and no two
 * populations ever.
 *
 * Before is the first wave (the one said to be before the rectification, if there is one), after is the last. A wave that
 * asks an earlier one again is held against that one, any other against the wave before it.
 * Source: seed map S10; issue 6 point 6.
 */
import type { Figure } from '../results/population-results.ts'
import { effectOf, type Effect } from '../statistics/effect.ts'
import type { SurveyStage } from '../survey.ts'

export type WavePoint = Readonly<{
  wave: number
  stage: SurveyStage
  /** The wave whose questions it asks again; null in the first, and where it was not noted. */
  again: number | null
  /** Null where too few answered for anything to be told. */
  figure: Figure | null
}>

/** One wave against an earlier one. */
export type WaveStep = Readonly<{ from: number; to: number; effect: Effect }>

export type SeriesEffect = Readonly<{
  /** Null until there are two waves to compare. */
  effect: Effect | null
  /** Every wave after the first, in their order: a relapse that has been mended since is in it, too. */
  steps: readonly WaveStep[]
  /** The wave that was better than the first one, and than the last one, too. */
  relapse: Readonly<{ wave: number; effect: Effect }> | null
}>

type Told = WavePoint & Readonly<{ figure: Figure }>

export function seriesEffect(points: readonly WavePoint[], stands: boolean): SeriesEffect {
  const told = points
    .flatMap((point): readonly Told[] => (point.figure ? [{ ...point, figure: point.figure }] : []))
    .toSorted((a, b) => a.wave - b.wave)
  const compare = (one: Told, other: Told) => effectOf(one.figure.share, other.figure.share, stands)
  const steps = told.flatMap((to, at) => {
    const asked = told.find(({ wave }) => wave === to.again && wave < to.wave)
    const from = asked ?? told[at - 1]
    return from ? [{ from: from.wave, to: to.wave, effect: compare(from, to) }] : []
  })
  const first = told.find(({ stage }) => stage === 'before') ?? told[0]
  const last = told.at(-1)
  if (!first || !last || first.wave >= last.wave) return { effect: null, steps, relapse: null }
  const fallen = told
    .filter(({ wave }) => wave > first.wave && wave < last.wave)
    .filter((one) => compare(first, one).verdict === 'improved')
    .map((one) => ({ wave: one.wave, effect: compare(one, last) }))
    .filter(({ effect }) => effect.verdict === 'worse')
  return { effect: compare(first, last), steps, relapse: fallen.at(-1) ?? null }
}
