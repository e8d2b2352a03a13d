/** Annual plans: whom the committee appraises this year, how chosen, by whose consent; and opening appraisals from it. */
import { selections, subjectKinds, type KnownYearPlan } from '@luoshi/domain/appraisals/year-plan'
import * as z from 'zod/mini'
import { appraisalRow } from './appraisals.ts'
import { approval, day, domainValue, id, line, text, version } from './fields.ts'
import { endpoint } from './kit.ts'

export const yearPlanRow = z.object({
  id: id('yearplan'),
  version,
  plan: domainValue<KnownYearPlan>('The plan with its subjects, consent, adoption and changes'),
})

export type YearPlanRow = z.infer<typeof yearPlanRow>

export const listYearPlans = endpoint({
  method: 'GET',
  path: '/api/v1/year-plans',
  summary: 'Annual plans, the latest year first',
  answer: z.object({ rows: z.array(yearPlanRow) }),
})

export const draftYearPlan = endpoint({
  method: 'POST',
  path: '/api/v1/year-plans',
  summary: 'Begin the plan of a year; one a year',
  command: 'DraftYearPlan',
  body: z.object({ year: z.int(), title: line }),
  answer: yearPlanRow,
})

const subject = z.object({
  kind: z.enum(subjectKinds),
  unit: id('unit'),
  official: id('official'),
  selection: z.enum(selections),
  drawing: z.nullable(id('drawing')),
  reason: text,
})

const change = z.nullable(approval)
const yearPlanParam = z.object({ yearplan: id('yearplan') })

export const stepOnYearPlan = endpoint({
  method: 'POST',
  path: '/api/v1/year-plans/:yearplan/steps',
  summary: 'Plan or withdraw subjects, record the Party consent, adopt, publish',
  params: yearPlanParam,
  body: z.object({
    version,
    told: z.discriminatedUnion('type', [
      z.object({
        type: z.literal('PlanSubjects'),
        subjects: z.array(subject).check(z.maxLength(200)),
        approval: change,
      }),
      z.object({
        type: z.literal('WithdrawSubject'),
        subject: line,
        reason: text,
        approval: change,
      }),
      z.object({ type: z.literal('RecordPartyConsent'), body: line, number: line, on: day }),
      z.object({ type: z.literal('AdoptYearPlan'), approval }),
      z.object({ type: z.literal('PublishYearPlan'), on: day }),
    ]),
  }),
  answer: yearPlanRow,
})

export type YearPlanTold = z.infer<(typeof stepOnYearPlan)['body']>['told']

export const openFromPlan = endpoint({
  method: 'POST',
  path: '/api/v1/year-plans/:yearplan/open-appraisal',
  summary: 'Open the appraisal of one subject of an adopted plan; the link is kept on both sides',
  command: 'OpenAppraisal',
  params: yearPlanParam,
  body: z.object({
    version,
    subject: line,
    title: line,
    ruleBook: z.string().check(z.maxLength(100)),
    session: line,
  }),
  answer: appraisalRow,
})

export const getRotation = endpoint({
  method: 'GET',
  path: '/api/v1/year-plans/rotation',
  summary: 'Officials in post who have not been appraised since a day, those never appraised first',
  query: z.object({ since: day }),
  answer: z.object({
    officials: z.int(),
    rows: z.array(
      z.object({
        official: id('official'),
        officialName: z.string(),
        post: z.string(),
        unit: id('unit'),
        unitName: z.string(),
        lastOn: z.nullable(day),
        times: z.int(),
      }),
    ),
  }),
})
