/** What a survey found, once it is closed. Every share comes with its n and its interval; there is no other percentage. */
import type { Questionnaire } from '@luoshi/domain/surveys/questionnaire'
import { populationKinds, type Sampling } from '@luoshi/domain/surveys/population'
import { surveyStages } from '@luoshi/domain/surveys/survey'
import * as z from 'zod/mini'
import { day, domainValue, id } from './fields.ts'
import { endpoint } from './kit.ts'
import { workbookType } from './ledgers.ts'

/** Fractions of 1. `effective` null: everybody was asked. */
export const share = z.object({
  p: z.number(),
  n: z.int(),
  low: z.number(),
  high: z.number(),
  effective: z.nullable(z.number()),
})

/** `isEnough` false: not enough evidence to be read as a share. */
export const figure = z.object({ share, isEnough: z.boolean() })

const groupFigures = z.object({
  strata: z.readonly(z.array(z.string())),
  size: z.nullable(z.int()),
  answered: z.int(),
  options: z.readonly(z.array(z.object({ option: z.string(), n: z.int(), figure }))),
  /** Those who speak for the work among those who have an opinion. */
  rate: z.nullable(figure),
})

const questionFigures = z.object({
  key: z.string(),
  many: z.boolean(),
  /** Told group by group, for the whole, or not at all because a small group could be worked out. */
  detail: z.enum(['groups', 'whole', 'nothing']),
  isWeighted: z.boolean(),
  whole: z.nullable(groupFigures),
  groups: z.readonly(z.array(groupFigures)),
})

const populationFound = z.object({
  population: z.string(),
  kind: z.enum(populationKinds),
  name: z.string(),
  sampling: domainValue<Sampling>('How its people were chosen'),
  strata: z.readonly(z.array(z.object({ code: z.string(), name: z.string() }))),
  answered: z.int(),
  size: z.nullable(z.int()),
  smallest: z.int(),
  stands: z.boolean(),
  designEffect: z.number(),
  /** How it was weighted, or why it was not; empty where there is nothing to weight. */
  weighting: z.object({
    how: z.enum(['strata', 'margins', 'none']),
    words: z.object({ zh: z.string(), en: z.string() }),
  }),
  questions: z.readonly(z.array(questionFigures)),
})

export const surveyFound = z.object({
  id: id('survey'),
  title: z.string(),
  status: z.enum(['closed', 'published']),
  stage: z.enum(surveyStages),
  wave: z.int(),
  appraisal: id('appraisal'),
  from: day,
  closedOn: day,
  form: domainValue<Questionnaire>('The questions'),
  populations: z.readonly(z.array(populationFound)),
})

export type SurveyFound = z.infer<typeof surveyFound>

const params = z.object({ survey: id('survey') })

export const getSurveyResults = endpoint({
  method: 'GET',
  path: '/api/v1/surveys/:survey/results',
  summary: 'What a closed survey found, population by population, no group below the smallest',
  params,
  answer: surveyFound,
})

export const surveyWorkbook = endpoint({
  method: 'GET',
  path: '/api/v1/surveys/:survey/results.xlsx',
  summary: 'The same figures as a workbook',
  params,
  answer: z.string(),
  answers: workbookType,
})

export const surveyCsv = endpoint({
  method: 'GET',
  path: '/api/v1/surveys/:survey/results.csv',
  summary: 'The same figures as comma-separated values',
  params,
  answer: z.string(),
  answers: 'text/csv; charset=utf-8',
})
