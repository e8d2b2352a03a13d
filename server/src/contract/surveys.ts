/** Surveys: drafted, asked, closed, published. What they found is told by their results. */
import type { Questionnaire } from '@luoshi/domain/surveys/questionnaire'
import type { Reach } from '@luoshi/domain/surveys/reach'
import { surveyStages } from '@luoshi/domain/surveys/survey'
import * as z from 'zod/mini'
import { approval, day, domainValue, id, line, sha256, version } from './fields.ts'
import { endpoint } from './kit.ts'
import { channel, code, questionnaire, reach } from './survey-form.ts'

export const surveyStatuses = ['draft', 'open', 'closed', 'published', 'dropped'] as const

export const surveyBrief = z.object({
  id: id('survey'),
  version,
  status: z.enum(surveyStatuses),
  title: z.string(),
  appraisal: id('appraisal'),
  appraisalTitle: z.string(),
  stage: z.enum(surveyStages),
  wave: z.int(),
  /** The first of its waves; its own id in that one. */
  series: id('survey'),
  matters: z.int(),
  populations: z.int(),
  from: day,
  until: day,
})

export type SurveyBrief = z.infer<typeof surveyBrief>

export const surveyDetail = z.object({
  ...surveyBrief.shape,
  form: domainValue<Questionnaire>('The questions'),
  reach: domainValue<Reach>('Who is asked, by which channels, when'),
  /** What the questions hash to now; once started it is what they were frozen to. */
  hash: sha256,
  about: z.array(
    z.object({
      id: id('matter'),
      number: z.int(),
      title: z.string(),
      unitName: z.nullable(z.string()),
    }),
  ),
  waves: z.array(
    z.object({
      id: id('survey'),
      wave: z.int(),
      stage: z.enum(surveyStages),
      status: z.enum(surveyStatuses),
      from: day,
      until: day,
    }),
  ),
  /** How many of its first questions are bound to an earlier wave, word for word. */
  boundQuestions: z.int(),
  startedOn: z.nullable(day),
  closedOn: z.nullable(day),
  closedBecause: z.nullable(z.string()),
  publishedOn: z.nullable(day),
  approval: z.nullable(approval),
  droppedBecause: z.nullable(z.string()),
  may: z.object({
    edit: z.boolean(),
    start: z.boolean(),
    /** Add ways in, and shut them, while it is open. */
    channels: z.boolean(),
    close: z.boolean(),
    publish: z.boolean(),
    drop: z.boolean(),
    askAgain: z.boolean(),
  }),
})

export type SurveyDetail = z.infer<typeof surveyDetail>

export const listSurveys = endpoint({
  method: 'GET',
  path: '/api/v1/surveys',
  summary: 'Surveys of one appraisal, of one matter, or all, newest first',
  query: z.object({
    appraisal: z.optional(id('appraisal')),
    matter: z.optional(id('matter')),
    status: z.optional(z.enum(surveyStatuses)),
  }),
  answer: z.object({ rows: z.array(surveyBrief), mayDraft: z.boolean() }),
})

const surveyParam = z.object({ survey: id('survey') })

export const getSurvey = endpoint({
  method: 'GET',
  path: '/api/v1/surveys/:survey',
  summary: 'One survey with its questions, populations and channels',
  params: surveyParam,
  answer: surveyDetail,
})

/** A picture of the address that a channel anybody may use leads in by; its own address is made with `hrefOf`. */
export const surveyQr = endpoint({
  method: 'GET',
  path: '/api/v1/surveys/:survey/channels/:channel/qr',
  summary: 'The QR code of a poster, link or kiosk',
  params: z.object({ survey: id('survey'), channel: code }),
  answers: 'image/svg+xml',
  answer: z.string(),
})

const matters = z.array(id('matter')).check(z.maxLength(200))

export const draftSurvey = endpoint({
  method: 'POST',
  path: '/api/v1/surveys',
  summary: 'Draft a survey for an appraisal',
  command: 'DraftSurvey',
  body: z.object({
    appraisal: id('appraisal'),
    matters,
    stage: z.enum(surveyStages),
    form: questionnaire,
    from: day,
    until: day,
  }),
  answer: surveyDetail,
})

export const askAgain = endpoint({
  method: 'POST',
  path: '/api/v1/surveys/:survey/ask-again',
  summary: 'The next wave: the same questions to the same populations, with its own days',
  command: 'DraftSurvey',
  params: surveyParam,
  body: z.object({ stage: z.enum(surveyStages), from: day, until: day }),
  answer: surveyDetail,
})

export const setSurveyQuestions = endpoint({
  method: 'POST',
  path: '/api/v1/surveys/:survey/set-questions',
  summary: 'Write the questions of a survey; only before it starts',
  command: 'SetSurveyQuestions',
  params: surveyParam,
  body: z.object({ version, form: questionnaire }),
  answer: surveyDetail,
})

export const setSurveyMatters = endpoint({
  method: 'POST',
  path: '/api/v1/surveys/:survey/set-matters',
  summary: 'Say which matters of its appraisal a survey asks about; only before it starts',
  command: 'SetSurveyMatters',
  params: surveyParam,
  body: z.object({ version, matters }),
  answer: surveyDetail,
})

export const setSurveyReach = endpoint({
  method: 'POST',
  path: '/api/v1/surveys/:survey/set-reach',
  summary: 'Say whom a survey asks, by which channels, and when; only before it starts',
  command: 'SetSurveyReach',
  params: surveyParam,
  body: z.object({ version, reach }),
  answer: surveyDetail,
})

export const startSurvey = endpoint({
  method: 'POST',
  path: '/api/v1/surveys/:survey/start',
  summary: 'Freeze the questions by their hash and open the survey for answers',
  command: 'StartSurvey',
  params: surveyParam,
  body: z.object({ version }),
  answer: surveyDetail,
})

export const addChannel = endpoint({
  method: 'POST',
  path: '/api/v1/surveys/:survey/add-channel',
  summary: 'A further way into an open survey; whom and what it asks stay as they are',
  command: 'AddSurveyChannel',
  params: surveyParam,
  body: z.object({ version, channel }),
  answer: surveyDetail,
})

export const shutChannel = endpoint({
  method: 'POST',
  path: '/api/v1/surveys/:survey/shut-channel',
  summary: 'Take no more answers by one way in, with the reason; what came by it counts',
  command: 'ShutSurveyChannel',
  params: surveyParam,
  body: z.object({ version, channel: code, reason: line }),
  answer: surveyDetail,
})

export const closeSurvey = endpoint({
  method: 'POST',
  path: '/api/v1/surveys/:survey/close',
  summary: 'Take no more answers; before the announced day only with the reason',
  command: 'CloseSurvey',
  params: surveyParam,
  body: z.object({ version, reason: line }),
  answer: surveyDetail,
})

export const publishSurvey = endpoint({
  method: 'POST',
  path: '/api/v1/surveys/:survey/publish',
  summary: 'Record the decision to publish the results',
  command: 'PublishSurvey',
  params: surveyParam,
  body: z.object({ version, approval }),
  answer: surveyDetail,
})

export const dropSurvey = endpoint({
  method: 'POST',
  path: '/api/v1/surveys/:survey/drop',
  summary: 'Drop a draft, with the reason',
  command: 'DropSurvey',
  params: surveyParam,
  body: z.object({ version, reason: line }),
  answer: surveyDetail,
})
