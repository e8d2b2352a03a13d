/** Lists from which samples are drawn, the draw, and the codes that let those drawn answer once. */
import { calledPattern, secretPattern } from '@luoshi/domain/surveys/decide-frame'
import type { Sampling } from '@luoshi/domain/surveys/population'
import * as z from 'zod/mini'
import { day, domainValue, id, sha256, version } from './fields.ts'
import { endpoint } from './kit.ts'
import { code } from './survey-form.ts'

const inStratum = z.object({ code: z.string(), n: z.int() })

export const frameRow = z.object({
  id: id('surveyframe'),
  version,
  status: z.enum(['listed', 'sealed', 'called', 'drawn']),
  survey: id('survey'),
  population: z.string(),
  sampling: domainValue<Sampling>('How people are chosen'),
  strata: z.array(inStratum),
  listHash: sha256,
  takenOn: day,
  commitment: z.nullable(sha256),
  number: z.nullable(z.string()),
  secret: z.nullable(z.string()),
  salt: z.nullable(z.string()),
  seed: z.nullable(z.string()),
  /** By stratum; null before the draw. */
  drawn: z.nullable(z.array(inStratum)),
  codes: z.array(
    z.object({
      channel: z.string(),
      n: z.int(),
      on: day,
      /** For some of an earlier set, which never became valid. */
      anew: z.boolean(),
      /** For everybody, in the place of all before, which are void. */
      instead: z.boolean(),
    }),
  ),
  /** Whose code goes by text message and is not known to have gone: they have none that is valid. */
  unsent: z.object({ n: z.int(), isSending: z.boolean() }),
  erasedOn: z.nullable(day),
  may: z.object({
    seal: z.boolean(),
    call: z.boolean(),
    draw: z.boolean(),
    codes: z.boolean(),
    remake: z.boolean(),
    replace: z.boolean(),
    erase: z.boolean(),
  }),
})

export type FrameRow = z.infer<typeof frameRow>

const framesShown = z.object({ rows: z.array(frameRow), mayTake: z.boolean() })

export type FramesShown = z.infer<typeof framesShown>

const surveyParam = z.object({ survey: id('survey') })

export const listFrames = endpoint({
  method: 'GET',
  path: '/api/v1/surveys/:survey/frames',
  summary: 'The sampling frames of a survey, newest first; names are not among it',
  params: surveyParam,
  answer: framesShown,
})

export const takeFrame = endpoint({
  method: 'POST',
  path: '/api/v1/surveys/:survey/frames',
  summary: 'Take a list of people (.xlsx, .csv) to draw a population’s sample from',
  command: 'TakeSurveyFrame',
  params: surveyParam,
  query: z.object({ population: code }),
  sends: 'bytes',
  answer: framesShown,
})

const frameParam = z.object({ frame: id('surveyframe') })
const secret = z.string().check(z.regex(secretPattern))

export const sealFrame = endpoint({
  method: 'POST',
  path: '/api/v1/survey-frames/:frame/seal',
  summary: 'Seal a secret by its hash before anybody calls a number',
  command: 'SealSurveyDraw',
  params: frameParam,
  body: z.object({ version, commitment: sha256 }),
  answer: framesShown,
})

export const callFrame = endpoint({
  method: 'POST',
  path: '/api/v1/survey-frames/:frame/call',
  summary: 'Another person calls a number',
  command: 'CallSurveyNumber',
  params: frameParam,
  body: z.object({ version, number: z.string().check(z.regex(calledPattern)) }),
  answer: framesShown,
})

export const drawFrame = endpoint({
  method: 'POST',
  path: '/api/v1/survey-frames/:frame/draw',
  summary: 'Open the sealed secret; who is asked follows',
  command: 'DrawSurveySample',
  params: frameParam,
  body: z.object({ version, secret, salt: secret }),
  answer: framesShown,
})

/** What anybody needs to compute the draw again: `place stratum fingerprint` a line, nobody named. */
export const frameLines = endpoint({
  method: 'GET',
  path: '/api/v1/survey-frames/:frame/lines',
  summary: 'The list as it was hashed, and which of its lines were drawn; nobody is named',
  params: frameParam,
  answer: z.object({
    listHash: sha256,
    seed: z.nullable(z.string()),
    lines: z.array(z.string()),
    drawn: z.array(z.int()),
  }),
})

/** `rows`: to be written in letters; those that were sent are with the people drawn, and nowhere else. */
const madeCodes = z.object({
  rows: z.array(
    z.object({
      place: z.int(),
      stratum: z.string(),
      name: z.string(),
      contact: z.string(),
      code: z.string(),
      link: z.string(),
    }),
  ),
  sent: z.int(),
  unsent: z.int(),
})

export const issueCodes = endpoint({
  method: 'POST',
  path: '/api/v1/survey-frames/:frame/issue-codes',
  summary: 'Make a code for each person drawn, shown this once; only hashes are kept',
  command: 'IssueSurveyCodes',
  params: frameParam,
  body: z.object({ version, channel: code }),
  answer: madeCodes,
})

export const remakeCodes = endpoint({
  method: 'POST',
  path: '/api/v1/survey-frames/:frame/remake-codes',
  summary:
    'Make another code for each whose message is not known to have gone; send it, or show it once',
  command: 'IssueSurveyCodes',
  params: frameParam,
  body: z.object({ version, way: z.enum(['message', 'letter']) }),
  answer: madeCodes,
})

export const replaceCodes = endpoint({
  method: 'POST',
  path: '/api/v1/survey-frames/:frame/replace-codes',
  summary:
    'Make all codes of a list void and another for each person drawn, shown this once; only while none was used',
  command: 'IssueSurveyCodes',
  params: frameParam,
  body: z.object({ version }),
  answer: madeCodes,
})

export type IssuedCode = z.infer<(typeof issueCodes)['answer']>['rows'][number]

export const eraseFrame = endpoint({
  method: 'POST',
  path: '/api/v1/survey-frames/:frame/erase',
  summary: 'Erase names and contacts; the fingerprints stay for whoever computes the draw again',
  command: 'EraseSurveyFrame',
  params: frameParam,
  body: z.object({ version }),
  answer: framesShown,
})
