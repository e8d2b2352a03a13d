/**
 * What strangers are given of a closed survey, to count it again by themselves: its questions, whom it asked, what may be
 * told of the answers, the figures made of that, and the root of every batch of answers as the ledger holds it.
 *
 * No rows, and no hash of a row: who knows the number of one answer could try what it hashes to. What may be told is the
 * same for everybody, at any time and in any form. Source: docs/decisions/0011-what-strangers-get-of-a-survey.md.
 */
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import { isFromList, type Population } from '../population.ts'
import type { Questionnaire } from '../questionnaire.ts'
import { populationResults, type PopulationResults } from '../results/population-results.ts'
import { protectCounts, type ProtectedCounts } from '../results/protect-counts.ts'
import { countsOfPopulation, type Invited } from '../results/survey-results.ts'
import { weightPlan } from '../results/weight-plan.ts'
import type { SurveyTaken } from '../answer-batch.ts'
import type { SurveyCounts } from '../survey-counts.ts'

export const surveyFileKind = 'luoshi-survey/v1'

export type FileBatch = Readonly<{
  of: 'answers' | 'texts'
  number: number
  rows: number
  /** SHA-256, in hex. */
  root: string
}>

export type FilePopulation = Readonly<{
  population: Population
  /** How many answered in each stratum; only where raking needs it. */
  reached: readonly Readonly<{ stratum: string; answered: number }>[] | null
  told: ProtectedCounts
  results: PopulationResults
}>

export type SurveyFile = Readonly<{
  kind: typeof surveyFileKind
  survey: Id<'survey'>
  from: Day
  closedOn: Day
  wave: number
  form: Questionnaire
  /** What the questions were frozen to. */
  hash: string
  smallest: number
  taken: SurveyTaken
  batches: readonly FileBatch[]
  populations: readonly FilePopulation[]
}>

export function filePopulation(
  form: Questionnaire,
  population: Population,
  counts: SurveyCounts | undefined,
  smallest: number,
  invited: readonly Invited[] = [],
): FilePopulation {
  const all = countsOfPopulation(population, counts, invited)
  const told = protectCounts(all, form, smallest)
  const isRaked = population.weighting?.type === 'margins'
  const reached = isRaked
    ? all.strata.map(({ key, answered }) => ({ stratum: key, answered }))
    : null
  return { population, reached, told, results: resultsFrom(form, { population, reached, told }) }
}

/** From what the file tells and from nothing else. */
export function resultsFrom(
  form: Questionnaire,
  { population, reached, told }: Omit<FilePopulation, 'results'>,
): PopulationResults {
  const strata = (reached ?? []).map(({ stratum, answered }) => ({
    key: stratum,
    populationSize: null,
    answered,
    cells: [],
  }))
  const plan = weightPlan(population, strata)
  return populationResults(told, form, isFromList(population.sampling), plan)
}
