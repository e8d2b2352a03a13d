/** Figures of the administration before and after, each reading with its source. A part of a whole is two whole numbers. */
import { betterDirections } from '@luoshi/domain/surveys/effect/indicator'
import * as z from 'zod/mini'
import { day, id, line, version } from './fields.ts'
import { endpoint } from './kit.ts'

const amount = z.number().check(z.minimum(0), z.maximum(1e12))

const reading = z.object({ on: day, value: amount, of: z.nullable(amount), source: line })

const indicatorRow = z.object({
  id: id('indicator'),
  version,
  name: z.string(),
  unit: z.string(),
  better: z.enum(betterDirections),
  readings: z.readonly(z.array(reading)),
})

export type IndicatorRow = z.infer<typeof indicatorRow>

const shown = z.object({ rows: z.readonly(z.array(indicatorRow)), mayEnter: z.boolean() })

export type IndicatorsShown = z.infer<typeof shown>

export const listIndicators = endpoint({
  method: 'GET',
  path: '/api/v1/indicators',
  summary: 'Indicators of an appraisal or of a matter, with all their readings',
  query: z.object({ appraisal: z.optional(id('appraisal')), matter: z.optional(id('matter')) }),
  answer: shown,
})

export const enterIndicator = endpoint({
  method: 'POST',
  path: '/api/v1/indicators',
  summary: 'Enter an indicator with its first reading',
  command: 'EnterIndicator',
  body: z.object({
    appraisal: id('appraisal'),
    matters: z.array(id('matter')).check(z.maxLength(200)),
    name: line,
    unit: line,
    better: z.enum(betterDirections),
    first: reading,
  }),
  answer: shown,
})

export const readIndicator = endpoint({
  method: 'POST',
  path: '/api/v1/indicators/:indicator/read-again',
  summary: 'A further reading, or a corrected one for the same day',
  command: 'ReadIndicator',
  params: z.object({ indicator: id('indicator') }),
  body: z.object({ appraisal: id('appraisal'), version, reading }),
  answer: shown,
})
