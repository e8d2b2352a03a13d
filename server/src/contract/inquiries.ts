/** The investigation: team and plan, records with findings, protected sources, accusations, the signed report. */
import { findingKinds, type KnownInquiry } from '@luoshi/domain/inquiries/inquiry'
import { methods } from '@luoshi/domain/inquiries/methods'
import type { KnownPlan } from '@luoshi/domain/inquiries/plan'
import type { RatingFault } from '@luoshi/domain/inquiries/ratings'
import type { Heading, KnownReport } from '@luoshi/domain/inquiries/report'
import { matterStatuses } from '@luoshi/domain/matters/matter'
import { sealedRoutes } from '@luoshi/domain/opinions/voice'
import * as z from 'zod/mini'
import { count, day, domainValue, evidence, id, line, text, version } from './fields.ts'
import { endpoint } from './kit.ts'

const appraisalParam = z.object({ appraisal: id('appraisal') })
const files = z.array(evidence).check(z.maxLength(20))
const matterBrief = z.object({ id: id('matter'), number: z.int() })

export const inquiryRow = z.object({
  id: id('inquiry'),
  version,
  number: z.int(),
  inquiry: domainValue<KnownInquiry>('The record; a protected source is not named in it'),
  faults: domainValue<readonly RatingFault[]>('What does not add up in the table of ratings'),
  /** The numbered matters that its problems became. */
  matters: z.array(matterBrief),
})

export type InquiryRow = z.infer<typeof inquiryRow>

export const planRow = z.object({
  version,
  plan: domainValue<KnownPlan>('Team, planned works and kick-off'),
})

export type PlanRow = z.infer<typeof planRow>

export const getInquiry = endpoint({
  method: 'GET',
  path: '/api/v1/appraisals/:appraisal/inquiry',
  summary: 'Team and plan of an investigation, and its records; for the team and the clerk only',
  command: 'ReadInquiries',
  params: appraisalParam,
  answer: z.object({
    plan: z.nullable(planRow),
    /** Who may be a member with an account of their own. */
    accounts: z.array(z.object({ id: id('account'), name: z.string() })),
    headings: domainValue<readonly Heading[]>('Headings that a finding may be put under'),
    rows: z.array(inquiryRow),
  }),
})

export const planInquiry = endpoint({
  method: 'POST',
  path: '/api/v1/appraisals/:appraisal/inquiry-plan',
  summary: 'The team with its head, and what will be done where and when; replaces the plan before',
  command: 'PlanInquiry',
  params: appraisalParam,
  body: z.object({
    version,
    team: z
      .array(z.object({ name: line, account: z.nullable(id('account')), isHead: z.boolean() }))
      .check(z.maxLength(60)),
    works: z
      .array(z.object({ method: z.enum(methods), on: z.nullable(day), place: line, who: line }))
      .check(z.maxLength(200)),
  }),
  answer: planRow,
})

export const kickOffInquiry = endpoint({
  method: 'POST',
  path: '/api/v1/appraisals/:appraisal/kick-off-inquiry',
  summary: 'The kick-off was held; the step of the appraisal follows from it',
  command: 'PlanInquiry',
  params: appraisalParam,
  body: z.object({ version, heldOn: day, note: text }),
  answer: planRow,
})

const ratings = z.object({
  enrolled: count,
  took: count,
  grades: z.array(line).check(z.maxLength(8)),
  rows: z
    .array(z.object({ item: line, counts: z.array(count).check(z.maxLength(8)) }))
    .check(z.maxLength(40)),
})

const telling = {
  method: z.enum(methods),
  on: day,
  place: line,
  tookPart: line,
  whom: line,
  /** Sealed apart; the record says only that its source is protected. */
  protectedName: z.nullable(line),
  found: text,
  ratings: z.nullable(ratings),
  evidence: files,
}

export const recordInquiry = endpoint({
  method: 'POST',
  path: '/api/v1/appraisals/:appraisal/inquiries',
  summary: 'Put a talk, a forum, a visit … on record',
  command: 'RecordInquiry',
  params: appraisalParam,
  body: z.object(telling),
  answer: inquiryRow,
})

const inquiryParam = z.object({ inquiry: id('inquiry') })

export const amendInquiry = endpoint({
  method: 'POST',
  path: '/api/v1/inquiries/:inquiry/amend-inquiry',
  summary: 'Put a record right; the first words stay in the log',
  command: 'RecordInquiry',
  params: inquiryParam,
  body: z.object({
    version,
    ...telling,
    /** Leaves the sealed name as it is. */
    keepsProtection: z.boolean(),
  }),
  answer: inquiryRow,
})

export const noteFinding = endpoint({
  method: 'POST',
  path: '/api/v1/inquiries/:inquiry/findings',
  summary: 'A problem (an opinion with its matter, in one act), an achievement, or a fact',
  command: 'RecordInquiry',
  params: inquiryParam,
  body: z.object({
    version,
    kind: z.enum(findingKinds),
    heading: z.nullable(line),
    text,
    /** Of the matter; for problems only. */
    title: line,
    unit: z.nullable(id('unit')),
  }),
  answer: inquiryRow,
})

export const withdrawFinding = endpoint({
  method: 'POST',
  path: '/api/v1/inquiries/:inquiry/withdraw-finding',
  summary: 'Withdraw an achievement or a fact, with the reason',
  command: 'RecordInquiry',
  params: inquiryParam,
  body: z.object({ version, finding: line, reason: line }),
  answer: inquiryRow,
})

export const readSource = endpoint({
  method: 'POST',
  path: '/api/v1/inquiries/:inquiry/read-source',
  summary: 'Read the name of a protected source; the reading itself is put on record',
  command: 'ReadSource',
  params: inquiryParam,
  body: z.object({}),
  answer: z.object({
    name: z.string(),
    readings: z.array(z.object({ name: z.string(), on: day })),
  }),
})

const accusationRow = z.object({
  id: id('envelope'),
  version,
  status: z.enum(['noted', 'diverted', 'answered']),
  notedOn: day,
  route: z.nullable(z.enum(sealedRoutes)),
  reference: z.nullable(z.string()),
  divertedOn: z.nullable(day),
  outcome: z.nullable(z.string()),
  answeredOn: z.nullable(day),
  readings: z.array(z.object({ name: z.string(), on: day })),
})

export type AccusationRow = z.infer<typeof accusationRow>

export const noteAccusation = endpoint({
  method: 'POST',
  path: '/api/v1/appraisals/:appraisal/accusations',
  summary: 'Seal an accusation heard in an investigation; it is never an opinion and never counted',
  command: 'NoteAccusation',
  params: appraisalParam,
  body: z.object({ text }),
  answer: z.object({ sealed: z.literal(true) }),
})

export const listAccusations = endpoint({
  method: 'GET',
  path: '/api/v1/appraisals/:appraisal/accusations',
  summary: 'What was sealed and where it went, without a word of it; for the clerk only',
  command: 'HandleAccusation',
  params: appraisalParam,
  answer: z.object({ rows: z.array(accusationRow) }),
})

const envelopeParam = z.object({ envelope: id('envelope') })

export const readAccusation = endpoint({
  method: 'POST',
  path: '/api/v1/accusations/:envelope/read-accusation',
  summary: 'Read it before it is diverted; the reading itself is put on record',
  command: 'HandleAccusation',
  params: envelopeParam,
  body: z.object({ version }),
  answer: z.object({ text: z.string(), row: accusationRow }),
})

export const handleAccusation = endpoint({
  method: 'POST',
  path: '/api/v1/accusations/:envelope/steps',
  summary: 'Divert it with number and day; record what was reported back',
  command: 'HandleAccusation',
  params: envelopeParam,
  body: z.object({
    version,
    told: z.discriminatedUnion('type', [
      z.object({
        type: z.literal('DivertAccusation'),
        route: z.enum(sealedRoutes),
        reference: line,
        on: day,
      }),
      z.object({ type: z.literal('RecordOutcome'), outcome: text, on: day }),
    ]),
  }),
  answer: accusationRow,
})

export const reportRow = z.object({
  version,
  report: domainValue<KnownReport>('The report as it stands'),
  /** The numbers of the matters that its items point to. */
  matters: z.array(matterBrief),
})

export type ReportRow = z.infer<typeof reportRow>

export const getInquiryReport = endpoint({
  method: 'GET',
  path: '/api/v1/appraisals/:appraisal/inquiry-report',
  summary:
    'The report: for team and clerk at once, for the chairs when signed, for members when submitted',
  command: 'ReadInquiryReport',
  params: appraisalParam,
  answer: z.object({
    row: z.nullable(reportRow),
    headings: domainValue<readonly Heading[]>('The county’s last headings, or the usual ones'),
  }),
})

const heading = z.object({ key: line, title: line })

export const assembleReport = endpoint({
  method: 'POST',
  path: '/api/v1/appraisals/:appraisal/inquiry-report',
  summary: 'Assemble the report from the records under these headings; voids what was signed',
  command: 'DraftInquiryReport',
  params: appraisalParam,
  body: z.object({
    version,
    title: line,
    headings: z.array(heading).check(z.maxLength(20)),
  }),
  answer: reportRow,
})

export const stepOnReport = endpoint({
  method: 'POST',
  path: '/api/v1/appraisals/:appraisal/inquiry-report/steps',
  summary: 'Amend, sign, record a signature on paper, submit, reopen',
  params: appraisalParam,
  body: z.object({
    version,
    told: z.discriminatedUnion('type', [
      z.object({
        type: z.literal('AmendReport'),
        title: line,
        sections: z.array(z.object({ key: line, title: line, text })).check(z.maxLength(20)),
      }),
      z.object({ type: z.literal('SignReport'), dissent: text }),
      z.object({
        type: z.literal('RecordPaperSignature'),
        place: z.int().check(z.minimum(0)),
        scan: files,
        dissent: text,
        on: day,
      }),
      z.object({ type: z.literal('SubmitReport'), reference: line }),
      z.object({ type: z.literal('ReopenReport'), reason: line }),
    ]),
  }),
  answer: reportRow,
})

export type ReportTold = z.infer<(typeof stepOnReport)['body']>['told']

export const getBalance = endpoint({
  method: 'GET',
  path: '/api/v1/appraisals/:appraisal/balance',
  summary: 'Achievements beside problems, as the asker may see them',
  params: appraisalParam,
  answer: z.object({
    achievements: z.array(z.object({ from: z.enum(['inquiry', 'selfCheck']), text: z.string() })),
    problems: z.array(
      z.object({
        id: id('matter'),
        number: z.int(),
        title: z.string(),
        status: z.enum(matterStatuses),
      }),
    ),
  }),
})
