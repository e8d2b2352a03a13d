/** Whatever is in a unit's hands, under the four checks (四查), with its light; and the papers that chase. */
import { matterStatuses } from '@luoshi/domain/matters/matter'
import { chaseLevels } from '@luoshi/domain/supervision/chase'
import { fourChecks, lights } from '@luoshi/domain/supervision/four-checks'
import { noticeProblems } from '@luoshi/domain/supervision/notice'
import * as z from 'zod/mini'
import { approval, day, id, line, numberInQuery, text, version } from './fields.ts'
import { heldBefore } from './held-before.ts'
import { endpoint } from './kit.ts'

export const watchedRow = z.object({
  id: id('matter'),
  number: z.int(),
  version,
  title: z.string(),
  status: z.enum(matterStatuses),
  round: z.int(),
  unit: id('unit'),
  unitName: z.string(),
  appraisal: id('appraisal'),
  check: z.enum(fourChecks),
  light: z.enum(lights),
  daysLate: z.int(),
  /** Days without any entry when they are more than the county lets pass; else 0. */
  silentDays: z.int(),
  /** The day by which the unit owes the next thing; null while others have the word. */
  owed: z.nullable(day),
  /** The last day on which the unit did anything about it. */
  lastActed: day,
  lastChase: z.nullable(z.object({ on: day, level: z.enum(chaseLevels) })),
})

export type WatchedRow = z.infer<typeof watchedRow>

export const getSupervision = endpoint({
  method: 'GET',
  path: '/api/v1/supervision',
  summary: 'The four checks over everything in units’ hands, latest first',
  query: z.object({
    appraisal: z.optional(id('appraisal')),
    unit: z.optional(id('unit')),
    check: z.optional(z.enum(fourChecks)),
    /** Only what is late or silent. */
    alarm: z.optional(z.enum(['late', 'silent'])),
    /** Where the page before ended, as its answer says. */
    after: z.optional(line),
    limit: z.optional(numberInQuery(1, 500)),
  }),
  answer: z.object({
    counts: z.array(
      z.object({ check: z.enum(fourChecks), all: z.int(), late: z.int(), silent: z.int() }),
    ),
    /** What is owed, the longest late first; then what waits for the committee. 100 at most, or as asked. */
    rows: z.array(watchedRow),
    /** Null: there are no more. */
    next: z.nullable(z.string()),
  }),
})

const proposal = z.object({ ...watchedRow.shape, propose: z.enum(chaseLevels) })

export type Proposal = z.infer<typeof proposal>

export const listProposals = endpoint({
  method: 'GET',
  path: '/api/v1/supervision/proposals',
  summary: 'Papers that the ladder proposes next, one for each matter; nothing is issued by itself',
  command: 'IssueNotice',
  answer: z.object({ rows: z.array(proposal), more: z.int() }),
})

export const noticeStatuses = ['issued', 'received', 'answered', 'withdrawn'] as const

const noticeRow = z.object({
  id: id('notice'),
  version,
  /** 督办〔2026〕3号 */
  reference: z.string(),
  status: z.enum(noticeStatuses),
  level: z.enum(chaseLevels),
  unit: id('unit'),
  unitName: z.string(),
  problem: z.enum(noticeProblems),
  matters: z.int(),
  issuedOn: day,
  reportBy: day,
})

export type NoticeRow = z.infer<typeof noticeRow>

export const noticeDetail = z.object({
  ...noticeRow.shape,
  /** The unit it was sent to; `unitName` is whoever has it now. */
  addressee: z.string(),
  heldBefore,
  matters: z.array(
    z.object({ id: id('matter'), number: z.int(), title: z.string(), due: z.nullable(day) }),
  ),
  demand: z.string(),
  approval: z.nullable(approval),
  issuedBy: z.string(),
  congressName: z.string(),
  receipt: z.nullable(z.object({ on: day, by: z.string() })),
  answer: z.nullable(z.object({ on: day, text: z.string() })),
  withdrawal: z.nullable(z.object({ on: day, reason: z.string() })),
  may: z.object({ sign: z.boolean(), answer: z.boolean(), withdraw: z.boolean() }),
})

export type NoticeDetail = z.infer<typeof noticeDetail>

export const listNotices = endpoint({
  method: 'GET',
  path: '/api/v1/notices',
  summary: 'Papers that chase, newest first; a unit sees its own',
  query: z.object({ status: z.optional(z.enum(noticeStatuses)) }),
  answer: z.object({ rows: z.array(noticeRow) }),
})

const noticeParam = z.object({ notice: id('notice') })

export const getNotice = endpoint({
  method: 'GET',
  path: '/api/v1/notices/:notice',
  summary: 'One paper, with the matters it names',
  params: noticeParam,
  answer: noticeDetail,
})

export const issueNotice = endpoint({
  method: 'POST',
  path: '/api/v1/notices',
  summary: 'Issue a paper to one unit; each matter’s trail shows it in the same act',
  command: 'IssueNotice',
  body: z.object({
    level: z.enum(chaseLevels),
    unit: id('unit'),
    matters: z.array(id('matter')).check(z.maxLength(200)),
    problem: z.enum(noticeProblems),
    demand: text,
    reportBy: day,
    approval: z.nullable(approval),
  }),
  answer: noticeDetail,
})

export const signNotice = endpoint({
  method: 'POST',
  path: '/api/v1/notices/:notice/sign-notice',
  summary: 'The unit signs for a paper',
  command: 'SignNotice',
  params: noticeParam,
  body: z.object({ version }),
  answer: noticeDetail,
})

export const answerNotice = endpoint({
  method: 'POST',
  path: '/api/v1/notices/:notice/answer-notice',
  summary: 'The unit reports on a paper',
  command: 'AnswerNotice',
  params: noticeParam,
  body: z.object({ version, text }),
  answer: noticeDetail,
})

export const withdrawNotice = endpoint({
  method: 'POST',
  path: '/api/v1/notices/:notice/withdraw-notice',
  summary: 'Take a paper back, with the reason',
  command: 'WithdrawNotice',
  params: noticeParam,
  body: z.object({ version, reason: line }),
  answer: noticeDetail,
})
