/** Series of one population together, those that stand for many first: populations are never read as one. */
import type { EffectSeries } from '@luoshi/server/contract/effects'

export type PopulationSeries = Readonly<{
  key: string
  name: string
  stands: boolean
  series: readonly EffectSeries[]
}>

export function byPopulation(all: readonly EffectSeries[]): readonly PopulationSeries[] {
  const groups = new Map<string, EffectSeries[]>()
  for (const one of all) {
    const key = `${one.survey} ${one.population}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups]
    .flatMap(([key, series]) => {
      const [first] = series
      return first ? [{ key, name: first.name, stands: first.stands, series }] : []
    })
    .toSorted((one, other) => Number(other.stands) - Number(one.stands))
}

export function seriesKey({ survey, population, question, points }: EffectSeries): string {
  return `${survey} ${population} ${question.key} ${points[0]?.wave}`
}
