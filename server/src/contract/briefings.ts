/** The monthly briefing: figures by unit as the ledger stood, approved and issued with a number. */
import * as z from 'zod/mini'
import { approval, day, id, line, text, version } from './fields.ts'
import { endpoint } from './kit.ts'

export const briefingStatuses = ['drafted', 'issued', 'withdrawn'] as const

const figures = {
  handedOver: z.int(),
  closed: z.int(),
  noticesIssued: z.int(),
  noticesAnswered: z.int(),
  consequences: z.int(),
  checks: z.object({
    effect: z.int(),
    progress: z.int(),
    cause: z.int(),
    responsibility: z.int(),
  }),
  late: z.int(),
  silent: z.int(),
}

const month = z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/))

const briefingRow = z.object({
  id: id('briefing'),
  version,
  reference: z.string(),
  status: z.enum(briefingStatuses),
  month,
  asOf: day,
})

export type BriefingRow = z.infer<typeof briefingRow>

export const briefingDetail = z.object({
  ...briefingRow.shape,
  congressName: z.string(),
  remarks: z.string(),
  /** In the order of the office, never by figures. */
  lines: z.array(z.object({ unit: id('unit'), unitName: z.string(), ...figures })),
  total: z.object(figures),
  approval: z.nullable(approval),
  issuedOn: z.nullable(day),
  withdrawal: z.nullable(z.object({ on: day, reason: z.string() })),
  may: z.object({ draft: z.boolean(), issue: z.boolean(), withdraw: z.boolean() }),
})

export type BriefingDetail = z.infer<typeof briefingDetail>

export const listBriefings = endpoint({
  method: 'GET',
  path: '/api/v1/briefings',
  summary: 'Monthly briefings, newest first; drafts for the committee’s side only',
  answer: z.object({ rows: z.array(briefingRow) }),
})

const briefingParam = z.object({ briefing: id('briefing') })

export const getBriefing = endpoint({
  method: 'GET',
  path: '/api/v1/briefings/:briefing',
  summary: 'One briefing as it is printed',
  params: briefingParam,
  answer: briefingDetail,
})

export const draftBriefing = endpoint({
  method: 'POST',
  path: '/api/v1/briefings',
  summary:
    'Put the figures of a month together from the ledger; again for a draft that is not issued yet',
  command: 'DraftBriefing',
  body: z.object({
    month,
    remarks: text,
    /** The draft to be made anew. */
    again: z.nullable(z.object({ briefing: id('briefing'), version })),
  }),
  answer: briefingDetail,
})

export const issueBriefing = endpoint({
  method: 'POST',
  path: '/api/v1/briefings/:briefing/issue-briefing',
  summary: 'Issue a briefing with a number, by whom it was approved',
  command: 'IssueBriefing',
  params: briefingParam,
  body: z.object({ version, approval }),
  answer: briefingDetail,
})

export const withdrawBriefing = endpoint({
  method: 'POST',
  path: '/api/v1/briefings/:briefing/withdraw-briefing',
  summary: 'Withdraw a briefing, with the reason',
  command: 'WithdrawBriefing',
  params: briefingParam,
  body: z.object({ version, reason: line }),
  answer: briefingDetail,
})
