/**
 * One question asked of one population several times: whether it is better than at first, and whether what had become
 * better has gone back since (反弹). Only what was told is compared, and no two populations ever.
 *
 * Before is the first wave (the one said to be before the rectification, if there is one), after is the last.
 * Source: seed map S10; issue 6 point 6.
 */
import type { Figure } from '../results/population-results.ts'
import { effectOf, type Effect } from '../statistics/effect.ts'
import type { SurveyStage } from '../survey.ts'

export type WavePoint = Readonly<{
  wave: number
  stage: SurveyStage
  /** Null where too few answered for anything to be told. */
  figure: Figure | null
}>

export type SeriesEffect = Readonly<{
  /** Null until there are two waves to compare. */
  effect: Effect | null
  /** The wave that was better than the first one, and than the last one, too. */
  relapse: Readonly<{ wave: number; effect: Effect }> | null
}>

type Told = Readonly<{ wave: number; stage: SurveyStage; figure: Figure }>

export function seriesEffect(points: readonly WavePoint[], stands: boolean): SeriesEffect {
  const told = points
    .flatMap(({ wave, stage, figure }): readonly Told[] =>
      figure ? [{ wave, stage, figure }] : [],
    )
    .toSorted((a, b) => a.wave - b.wave)
  const first = told.find(({ stage }) => stage === 'before') ?? told[0]
  const last = told.at(-1)
  if (!first || !last || first.wave >= last.wave) return { effect: null, relapse: null }
  const compare = (one: Told, other: Told) => effectOf(one.figure.share, other.figure.share, stands)
  const between = told.filter(({ wave }) => wave > first.wave && wave < last.wave)
  const fallen = between
    .filter((one) => compare(first, one).verdict === 'improved')
    .map(({ wave, figure }) => ({
      wave,
      effect: effectOf(figure.share, last.figure.share, stands),
    }))
    .filter(({ effect }) => effect.verdict === 'worse')
  return { effect: compare(first, last), relapse: fallen.at(-1) ?? null }
}
