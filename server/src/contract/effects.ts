/** What really changed: the same questions before and after, beside what the committee judged. */
import { populationKinds } from '@luoshi/domain/surveys/population'
import { verdicts } from '@luoshi/domain/surveys/statistics/effect'
import { surveyStages } from '@luoshi/domain/surveys/survey'
import { verdictOutcomes } from '@luoshi/domain/verdicts/verdict'
import * as z from 'zod/mini'
import { day, id } from './fields.ts'
import { endpoint } from './kit.ts'
import { figure, share } from './survey-results.ts'

const effect = z.object({
  before: share,
  after: share,
  difference: z.object({ d: z.number(), low: z.number(), high: z.number() }),
  verdict: z.enum(verdicts),
  /** The smallest rise that would have been seen, as a fraction; null when none would. */
  smallestDetectable: z.nullable(z.number()),
})

const series = z.object({
  /** The first of its surveys. */
  survey: id('survey'),
  title: z.string(),
  population: z.string(),
  kind: z.enum(populationKinds),
  name: z.string(),
  stands: z.boolean(),
  /** The matters it asks about; none: of the appraisal as a whole. */
  matters: z.readonly(z.array(id('matter'))),
  question: z.object({ key: z.string(), zh: z.string(), en: z.string() }),
  /** Which answers are counted, by their names. */
  counted: z.object({ zh: z.string(), en: z.string() }),
  points: z.readonly(
    z.array(
      z.object({
        survey: id('survey'),
        wave: z.int(),
        stage: z.enum(surveyStages),
        /** The wave whose questions it asks again, by its number. */
        again: z.nullable(z.int()),
        from: day,
        closedOn: day,
        figure: z.nullable(figure),
      }),
    ),
  ),
  effect: z.nullable(effect),
  /** Each wave after the first against the one it asks again, or the one before it. */
  steps: z.readonly(z.array(z.object({ from: z.int(), to: z.int(), effect }))),
  relapse: z.nullable(z.object({ wave: z.int(), effect })),
})

export type EffectSeries = z.infer<typeof series>

const judged = z.object({
  matter: id('matter'),
  number: z.int(),
  title: z.string(),
  /** Every round that was judged, in their order. */
  rounds: z.readonly(
    z.array(
      z.object({
        round: z.int(),
        on: day,
        outcome: z.enum(verdictOutcomes),
        /** The grades of measures, timeliness and quality, as the rule names them. */
        grades: z.tuple([z.string(), z.string(), z.string()]),
      }),
    ),
  ),
})

export type JudgedMatter = z.infer<typeof judged>

export const listEffects = endpoint({
  method: 'GET',
  path: '/api/v1/effects',
  summary:
    'Before and after, of one matter or of one appraisal; the committee’s verdicts beside them',
  query: z.object({ appraisal: z.optional(id('appraisal')), matter: z.optional(id('matter')) }),
  answer: z.object({ series: z.readonly(z.array(series)), judged: z.readonly(z.array(judged)) }),
})
