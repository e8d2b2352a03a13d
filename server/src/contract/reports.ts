/** Rectification reports: assembled item by item, for comment first, then signed by the official in person. */
import { achievedSteps, reportStatuses } from '@luoshi/domain/letters/report'
import { resultClasses } from '@luoshi/domain/matters/round-parts'
import * as z from 'zod/mini'
import { day, id, line, sha256, text, version } from './fields.ts'
import { heldBefore } from './held-before.ts'
import { endpoint } from './kit.ts'

const file = z.object({ sha256, name: line })

const item = z.object({
  matter: id('matter'),
  achieved: z.enum(achievedSteps),
  resultClass: z.enum(resultClasses),
  account: text,
  whyNot: text,
  files: z.array(file).check(z.maxLength(200)),
})

export type ReportItemSent = z.infer<typeof item>

const reportRow = z.object({
  id: id('report'),
  version,
  status: z.enum(reportStatuses),
  letter: id('letter'),
  appraisal: id('appraisal'),
  unit: id('unit'),
  unitName: z.string(),
  on: day,
})

export type ReportRow = z.infer<typeof reportRow>

export const reportDetail = z.object({
  id: id('report'),
  version,
  status: z.enum(reportStatuses),
  letter: id('letter'),
  /** The number of the letter it answers. */
  reference: z.string(),
  appraisal: id('appraisal'),
  appraisalTitle: z.string(),
  unit: id('unit'),
  unitName: z.string(),
  /** Whose report it is on paper: who signed it, until then who has it. */
  paperUnit: z.string(),
  heldBefore,
  /** The unit that the letter names, when it has merged into that one. */
  formerUnit: z.nullable(z.string()),
  /** What the letters of the classes mean here. */
  classes: z.record(z.enum(resultClasses), z.string()),
  /** Every matter that must be answered, in the order of the letter; assembled where nothing was saved. */
  items: z.array(
    z.object({
      ...item.shape,
      number: z.int(),
      title: z.string(),
      demand: z.string(),
      isSaved: z.boolean(),
      available: z.array(file),
    }),
  ),
  comments: z.nullable(z.object({ on: day, text: z.string() })),
  sentOn: z.nullable(day),
  signature: z.nullable(z.object({ on: day, signer: z.string() })),
  may: z.object({ save: z.boolean(), send: z.boolean(), comment: z.boolean(), sign: z.boolean() }),
})

export type ReportDetail = z.infer<typeof reportDetail>

const reportParam = z.object({ report: id('report') })

export const listReports = endpoint({
  method: 'GET',
  path: '/api/v1/reports',
  summary: 'Rectification reports, newest first; a unit sees its own',
  query: z.object({ letter: z.optional(id('letter')), appraisal: z.optional(id('appraisal')) }),
  answer: z.object({ rows: z.array(reportRow) }),
})

export const getReport = endpoint({
  method: 'GET',
  path: '/api/v1/reports/:report',
  summary: 'One report with every matter it must answer',
  params: reportParam,
  answer: reportDetail,
})

export const saveReport = endpoint({
  method: 'POST',
  path: '/api/v1/reports/:report/save-report',
  summary: 'Keep what is written so far',
  command: 'SaveReport',
  params: reportParam,
  body: z.object({ version, items: z.array(item).check(z.maxLength(200)) }),
  answer: reportDetail,
})

export const sendReport = endpoint({
  method: 'POST',
  path: '/api/v1/reports/:report/send-report',
  summary: 'Send a report to the committee for comment; no matter may be skipped',
  command: 'SendReport',
  params: reportParam,
  body: z.object({ version }),
  answer: reportDetail,
})

export const commentOnReport = endpoint({
  method: 'POST',
  path: '/api/v1/reports/:report/comment-on-report',
  summary: 'The committee’s comments on the draft',
  command: 'CommentOnReport',
  params: reportParam,
  body: z.object({ version, text }),
  answer: reportDetail,
})

export const signReport = endpoint({
  method: 'POST',
  path: '/api/v1/reports/:report/sign-report',
  summary: 'The formal report, signed by the official in person',
  command: 'SignReport',
  params: reportParam,
  body: z.object({ version, signer: line }),
  answer: reportDetail,
})
