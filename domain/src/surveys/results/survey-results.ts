/** What a survey found: each population apart from the others, from its counts and from what the survey says of it. */
import { isFromList, type Population } from '../population.ts'
import type { Questionnaire } from '../questionnaire.ts'
import type { SurveyCounts } from '../survey-counts.ts'
import { populationResults, type PopulationResults } from './population-results.ts'
import { protectCounts } from './protect-counts.ts'
import { weightPlan } from './weight-plan.ts'

export function surveyResults(
  form: Questionnaire,
  populations: readonly Population[],
  counts: readonly SurveyCounts[],
  smallest: number,
): readonly PopulationResults[] {
  return populations.map((population) => {
    const own = counts.find((one) => one.population === population.code)
    const all = countsOfPopulation(population, own)
    const told = protectCounts(all, form, smallest)
    const plan = weightPlan(population, all.strata)
    return populationResults(told, form, isFromList(population.sampling), plan)
  })
}

/** All its strata with their sizes, those in which nobody answered as well. */
export function countsOfPopulation(
  { code, strata }: Population,
  counts: SurveyCounts | undefined,
): SurveyCounts {
  const known = new Set(strata.map((stratum) => stratum.code))
  const strange = counts?.strata.filter(({ key }) => !known.has(key)) ?? []
  const named = strata.map((stratum) => {
    const found = counts?.strata.find(({ key }) => key === stratum.code)
    const { answered, cells } = found ?? { answered: 0, cells: [] }
    return { key: stratum.code, populationSize: stratum.size, answered, cells }
  })
  return { population: code, strata: [...named, ...strange] }
}
