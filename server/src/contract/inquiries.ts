/** The investigation: team and plan, records with findings, achievements beside problems. */
import { findingKinds, type KnownInquiry } from '@luoshi/domain/inquiries/inquiry'
import { methods } from '@luoshi/domain/inquiries/methods'
import type { KnownPlan } from '@luoshi/domain/inquiries/plan'
import type { RatingFault } from '@luoshi/domain/inquiries/ratings'
import type { Heading } from '@luoshi/domain/inquiries/report'
import { matterStatuses } from '@luoshi/domain/matters/matter'
import * as z from 'zod/mini'
import { count, day, domainValue, evidence, id, line, text, version } from './fields.ts'
import { endpoint } from './kit.ts'

export const appraisalParam = z.object({ appraisal: id('appraisal') })
export const files = z.array(evidence).check(z.maxLength(20))
export const matterBrief = z.object({ id: id('matter'), number: z.int() })

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

export const inquiryParam = z.object({ inquiry: id('inquiry') })

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
