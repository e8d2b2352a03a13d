/** Paper forms typed by two people, and answers that staff enter for somebody on the telephone or at the door. */
import type { Answer } from '@luoshi/domain/surveys/answer'
import type { PaperDifference } from '@luoshi/domain/surveys/paper-batch'
import * as z from 'zod/mini'
import { day, domainValue, id, named, version } from './fields.ts'
import { endpoint } from './kit.ts'
import { answerKey, code } from './survey-form.ts'

const options = z.union([code, z.array(code).check(z.maxLength(40))])
const answers = z.record(answerKey, options)
const forms = z.int().check(z.minimum(1), z.maximum(10_000))

const batchRow = z.object({
  id: id('surveypaper'),
  version,
  status: z.enum(['typing', 'compared', 'handedIn']),
  survey: id('survey'),
  channel: z.string(),
  stratum: z.string(),
  forms: z.int(),
  begunOn: day,
  done: z.array(named),
  /** How many forms you have typed. */
  typedByMe: z.int(),
  differences: z.nullable(z.int()),
  handedInOn: z.nullable(day),
  may: z.object({ type: z.boolean(), settle: z.boolean() }),
})

export type BatchRow = z.infer<typeof batchRow>

const batchDetail = z.object({
  ...batchRow.shape,
  /** Your own entries; never the other’s before both are done. */
  mine: z.array(z.object({ form: z.int(), answer: domainValue<Answer>('The ticks') })),
  open: z.array(domainValue<PaperDifference>('What the two typed differently')),
})

export type BatchDetail = z.infer<typeof batchDetail>

const surveyParam = z.object({ survey: id('survey') })
const batchParam = z.object({ batch: id('surveypaper') })

export const listBatches = endpoint({
  method: 'GET',
  path: '/api/v1/surveys/:survey/paper-batches',
  summary: 'Batches of paper forms, newest first',
  params: surveyParam,
  answer: z.object({ rows: z.array(batchRow), mayBegin: z.boolean() }),
})

export const beginBatch = endpoint({
  method: 'POST',
  path: '/api/v1/surveys/:survey/paper-batches',
  summary: 'Begin a batch: so many numbered forms of one stratum',
  command: 'BeginPaperBatch',
  params: surveyParam,
  body: z.object({ channel: code, stratum: code, forms }),
  answer: batchDetail,
})

export const getBatch = endpoint({
  method: 'GET',
  path: '/api/v1/survey-papers/:batch',
  summary: 'One batch: what you typed, and once both are done what differs',
  params: batchParam,
  answer: batchDetail,
})

export const typeForm = endpoint({
  method: 'POST',
  path: '/api/v1/survey-papers/:batch/type',
  summary: 'Type one form, or type it again before you are done',
  command: 'TypePaperForm',
  params: batchParam,
  body: z.object({ form: forms, answers }),
  answer: batchDetail,
})

export const finishTyping = endpoint({
  method: 'POST',
  path: '/api/v1/survey-papers/:batch/finish',
  summary: 'All forms typed: nothing of yours changes from here on',
  command: 'TypePaperForm',
  params: batchParam,
  body: z.object({ version }),
  answer: batchDetail,
})

export const settleBatch = endpoint({
  method: 'POST',
  path: '/api/v1/survey-papers/:batch/settle',
  summary: 'Say what the paper says wherever the two differ, and hand all forms in',
  command: 'SettlePaperBatch',
  params: batchParam,
  body: z.object({
    version,
    settled: z
      .array(z.object({ form: forms, question: answerKey, value: z.nullable(options) }))
      .check(z.maxLength(5_000)),
  }),
  answer: batchDetail,
})

export const enterAnswer = endpoint({
  method: 'POST',
  path: '/api/v1/surveys/:survey/entered-answers',
  summary: 'Enter the answers of somebody on the telephone or at the door',
  command: 'EnterSurveyAnswer',
  params: surveyParam,
  body: z.object({
    /** By chance, so that sent again it is the same one. */
    id: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
    channel: code,
    stratum: code,
    answers,
  }),
  answer: z.object({ entered: z.int() }),
})

export const enterText = endpoint({
  method: 'POST',
  path: '/api/v1/surveys/:survey/entered-texts',
  summary:
    'Enter what somebody wrote on paper or said, in their words: sealed at once, apart from any answer',
  command: 'EnterSurveyAnswer',
  params: surveyParam,
  body: z.object({
    /** By chance, so that sent again it is the same one. */
    id: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
    channel: code,
    stratum: code,
    question: code,
    text: z.string().check(z.maxLength(1_000)),
  }),
  /** For the one whose words they are. */
  answer: z.object({ receipt: z.string() }),
})
