/** A closed survey as strangers count it again: what may be told and the roots of its batches, no rows. */
import { surveyFileKind } from '@luoshi/domain/surveys/published/survey-file'
import * as z from 'zod/mini'
import { day, id, sha256 } from './fields.ts'
import { endpoint } from './kit.ts'
import { answerKey, code, population, questionnaire } from './survey-form.ts'

const people = z.int().check(z.minimum(0), z.maximum(1_500_000_000))
const keys = z.array(code).check(z.maxLength(1000))

const groupCounts = z.object({
  group: z.object({ strata: keys, size: z.nullable(people), answered: people }),
  base: people,
  options: z.array(z.object({ option: code, n: people })).check(z.maxLength(100)),
})

const told = z.object({
  population: code,
  smallest: people,
  answered: people,
  size: z.nullable(people),
  questions: z
    .array(
      z.object({
        key: answerKey,
        many: z.boolean(),
        detail: z.enum(['groups', 'whole', 'nothing']),
        groups: z.array(groupCounts).check(z.maxLength(1000)),
      }),
    )
    .check(z.maxLength(5000)),
})

const kinds = ['answers', 'texts'] as const

export const surveyFile = z.object({
  kind: z.literal(surveyFileKind),
  survey: id('survey'),
  from: day,
  closedOn: day,
  wave: z.int(),
  form: questionnaire,
  hash: sha256,
  smallest: people,
  taken: z.object({
    answers: people,
    texts: people,
    answerBatches: people,
    textBatches: people,
  }),
  batches: z
    .array(z.object({ of: z.enum(kinds), number: people, rows: people, root: sha256 }))
    .check(z.maxLength(1_000_000)),
  populations: z
    .array(
      z.object({
        population,
        reached: z.nullable(z.array(z.object({ stratum: code, answered: people }))),
        told,
        /** The figures: compared with what comes out of the counts, and with nothing else. */
        results: z.unknown(),
      }),
    )
    .check(z.maxLength(50)),
})

export const getSurveyFile = endpoint({
  method: 'GET',
  path: '/api/v1/surveys/:survey/survey.json',
  summary: 'A closed survey for strangers: what may be told, and the roots of its batches; no rows',
  params: z.object({ survey: id('survey') }),
  answer: z.string(),
  answers: 'application/json',
})
