/**
 * How many people each stratum stands for: what the survey says, or what its margins make of it, from how many answered
 * in each stratum and from nothing that anybody answered. Where margins cannot be kept, nothing is weighted and the
 * reason is told: no figure is bent quietly.
 */
import { isFromList, type Population } from '../population.ts'
import { rake, type Margins, type RakingRefusal } from '../statistics/rake.ts'
import type { StratumCounts } from '../survey-counts.ts'
import type { Margin, Weighting } from '../weighting.ts'

export type WeightPlan = Readonly<{
  how: Weighting['type']
  /** People by stratum; null: as the survey says, where it says it. */
  raked: ReadonlyMap<string, number> | null
  refusal: RakingRefusal | null
}>

export const byStrata: WeightPlan = { how: 'strata', raked: null, refusal: null }
const unweighted: WeightPlan = { how: 'none', raked: null, refusal: null }

export function weightPlan(
  { weighting, sampling }: Pick<Population, 'weighting' | 'sampling'>,
  strata: readonly StratumCounts[],
): WeightPlan {
  if (!isFromList(sampling)) return unweighted
  switch (weighting?.type) {
    case undefined:
    case 'strata':
      return byStrata
    case 'none':
      return unweighted
    case 'margins': {
      const { margins } = weighting
      const cells = strata
        .filter(({ answered }) => answered > 0)
        .map(({ key, answered }) => ({ key, n: answered, levels: levelsOf(margins, key) }))
      const sizes = rake(cells, targetsOf(margins))
      if (!sizes.ok) return { ...unweighted, refusal: sizes.refusal }
      const raked = new Map(cells.map(({ key }, at) => [key, sizes.value[at] ?? 0]))
      return { how: 'margins', raked, refusal: null }
    }
  }
}

function levelsOf(margins: readonly Margin[], stratum: string): Readonly<Record<string, string>> {
  return Object.fromEntries(margins.map(({ code, of }) => [code, of[stratum] ?? '']))
}

/** By code: what a refusal names is looked up again where it is said. */
function targetsOf(margins: readonly Margin[]): Margins {
  return Object.fromEntries(
    margins.map(({ code: margin, levels }) => [
      margin,
      Object.fromEntries(levels.map(({ code, size }) => [code, size])),
    ]),
  )
}
