/** How far a survey reaches: there are, on the list, invited, tried, answered; by stratum and channel, nobody named. */
import type { PopulationKind, SamplingType } from '@luoshi/domain/surveys/population'
import * as z from 'zod/mini'
import { domainValue, id } from './fields.ts'
import { endpoint } from './kit.ts'
import { code } from './survey-form.ts'

const number = z.nullable(z.int())

const channelReach = z.object({
  channel: z.string(),
  tried: z.int(),
  refused: z.int(),
  handedOut: z.int(),
  entered: z.int(),
  answered: z.int(),
})

const stratumReach = z.object({
  code: z.string(),
  name: z.string(),
  size: number,
  quota: number,
  /** On the list; null where there is none. */
  listed: number,
  /** Drawn; null where nobody was. */
  invited: number,
  answered: z.int(),
  /** Nobody was invited, tried or answered: this part of the population has not been asked. */
  isUnasked: z.boolean(),
  channels: z.array(channelReach),
})

export type StratumReach = z.infer<typeof stratumReach>

const populationReach = z.object({
  code: z.string(),
  name: z.string(),
  kind: domainValue<PopulationKind>('Who they are'),
  sampling: domainValue<SamplingType>('How they are chosen'),
  size: number,
  listed: number,
  invited: number,
  answered: z.int(),
  strata: z.array(stratumReach),
})

export type PopulationReach = z.infer<typeof populationReach>

const coverage = z.object({ populations: z.array(populationReach), mayNote: z.boolean() })

export type CoverageShown = z.infer<typeof coverage>

const surveyParam = z.object({ survey: id('survey') })

export const getCoverage = endpoint({
  method: 'GET',
  path: '/api/v1/surveys/:survey/coverage',
  summary: 'The coverage board: answers count once their batch is written',
  params: surveyParam,
  answer: coverage,
})

export const contactKinds = ['tried', 'refused', 'handedOut'] as const

export const noteReach = endpoint({
  method: 'POST',
  path: '/api/v1/surveys/:survey/contacts',
  summary: 'Note how many were called or visited, refused, or given a form',
  command: 'NoteSurveyReach',
  params: surveyParam,
  body: z.object({
    channel: code,
    stratum: code,
    what: z.enum(contactKinds),
    n: z.int().check(z.minimum(1), z.maximum(100_000)),
  }),
  answer: coverage,
})

export const listContacts = endpoint({
  method: 'GET',
  path: '/api/v1/surveys/:survey/contacts',
  summary: 'Who called, visited and entered how many, day by day: the audit of interviewers',
  params: surveyParam,
  answer: z.object({
    rows: z.array(
      z.object({
        on: z.string(),
        who: z.string(),
        channel: z.string(),
        stratum: z.string(),
        what: z.enum([...contactKinds, 'entered']),
        n: z.int(),
      }),
    ),
  }),
})
