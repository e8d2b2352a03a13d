/** What the pages of a survey read. */
import type { Id } from '@luoshi/domain/kernel/ids'
import { getSurvey, listSurveys } from '@luoshi/server/contract/surveys'
import { queryOptions } from '@tanstack/react-query'
import { ask } from '../api/server.ts'

type Which = Readonly<{ appraisal?: Id<'appraisal'> }>

export const surveysQuery = (which: Which = {}) =>
  queryOptions({
    queryKey: ['surveys', 'list', which.appraisal ?? ''],
    queryFn: () => ask(listSurveys, { query: which }),
  })

export const surveyQuery = (survey: Id<'survey'>) =>
  queryOptions({
    queryKey: ['surveys', survey],
    queryFn: () => ask(getSurvey, { params: { survey } }),
  })

/** The first words of the keys that a step on a survey makes stale. */
export const surveyChanges: readonly string[] = ['surveys']
