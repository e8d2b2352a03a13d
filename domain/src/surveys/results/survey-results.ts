/** What a survey found: each population apart from the others, from its counts and from what the survey says of it. */
import type { InStratum } from '../frame.ts'
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
  invited: readonly Invited[] = [],
): readonly PopulationResults[] {
  return populations.map((population) => {
    const own = counts.find((one) => one.population === population.code)
    const all = countsOfPopulation(population, own, invited)
    const told = protectCounts(all, form, smallest)
    const plan = weightPlan(population, all.strata)
    return populationResults(told, form, isFromList(population.sampling), plan)
  })
}

/** How many of a population are asked by name, in each of its strata. */
export type Invited = Readonly<{ population: string; strata: readonly InStratum[] }>

/** All its strata with their sizes, those in which nobody answered as well. */
export function countsOfPopulation(
  { code, strata }: Population,
  counts: SurveyCounts | undefined,
  invited: readonly Invited[] = [],
): SurveyCounts {
  const list = invited.find((one) => one.population === code)?.strata
  const known = new Set(strata.map((stratum) => stratum.code))
  const strange = counts?.strata.filter(({ key }) => !known.has(key)) ?? []
  const named = strata.map((stratum) => {
    const found = counts?.strata.find(({ key }) => key === stratum.code)
    const { answered, cells } = found ?? { answered: 0, cells: [] }
    const asked = list && { invited: list.find((one) => one.code === stratum.code)?.n ?? 0 }
    return { key: stratum.code, populationSize: stratum.size, ...asked, answered, cells }
  })
  return { population: code, strata: [...named, ...strange] }
}
