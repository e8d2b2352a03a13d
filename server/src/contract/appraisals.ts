/** Appraisals, and the rule books that are frozen into them. */
import {
  suspensionGrounds,
  type Postponement,
  type Suspension,
} from '@luoshi/domain/appraisals/appraisal'
import type { Guide } from '@luoshi/domain/appraisals/appraisal-guide'
import { campaignSteps } from '@luoshi/domain/appraisals/campaign-steps'
import { phases } from '@luoshi/domain/appraisals/phases'
import { matterStatuses } from '@luoshi/domain/matters/matter'
import * as z from 'zod/mini'
import { approval, day, domainValue, id, line, text, version } from './fields.ts'
import { endpoint } from './kit.ts'

export const appraisalRow = z.object({
  id: id('appraisal'),
  version,
  title: z.string(),
  status: z.enum(['running', 'archived']),
  phase: z.enum(phases),
  unit: id('unit'),
  unitName: z.string(),
  official: id('official'),
  officialName: z.string(),
  /** The post the official was appraised in. */
  post: z.string(),
  /** The day the official left that post; null while in it. */
  leftOn: z.nullable(day),
  /** Who answers for what is owed, where the official does so no more and the appraisal still runs. */
  answersNow: z.nullable(
    z.object({
      official: z.nullable(id('official')),
      name: z.string(),
      post: z.string(),
      unitName: z.string(),
      /** The head of the unit, until a successor is named. */
      caretaker: z.boolean(),
    }),
  ),
  session: z.string(),
  openedOn: day,
  isSuspended: z.boolean(),
  ruleBook: z.object({ key: z.string(), name: z.string() }),
  counts: z.record(z.enum(matterStatuses), z.int()),
})

export type AppraisalRow = z.infer<typeof appraisalRow>

export const listAppraisals = endpoint({
  method: 'GET',
  path: '/api/v1/appraisals',
  summary: 'All appraisals, newest first',
  answer: z.object({ rows: z.array(appraisalRow) }),
})

const appraisalParam = z.object({ appraisal: id('appraisal') })

export const getAppraisal = endpoint({
  method: 'GET',
  path: '/api/v1/appraisals/:appraisal',
  summary: 'One appraisal',
  params: appraisalParam,
  answer: appraisalRow,
})

export const openAppraisal = endpoint({
  method: 'POST',
  path: '/api/v1/appraisals',
  summary: 'Open an appraisal; the rule book is frozen into it',
  command: 'OpenAppraisal',
  body: z.object({
    title: line,
    unit: id('unit'),
    official: id('official'),
    ruleBook: z.string().check(z.maxLength(100)),
    session: line,
  }),
  answer: appraisalRow,
})

export const enterPhase = endpoint({
  method: 'POST',
  path: '/api/v1/appraisals/:appraisal/enter-phase',
  summary: 'Enter the next phase',
  command: 'EnterPhase',
  params: appraisalParam,
  body: z.object({ version, phase: z.enum(phases) }),
  answer: appraisalRow,
})

export const archiveAppraisal = endpoint({
  method: 'POST',
  path: '/api/v1/appraisals/:appraisal/archive-appraisal',
  summary: 'Archive an appraisal; refused while any matter is open',
  command: 'ArchiveAppraisal',
  params: appraisalParam,
  body: z.object({ version }),
  answer: appraisalRow,
})

export const getAppraisalGuide = endpoint({
  method: 'GET',
  path: '/api/v1/appraisals/:appraisal/guide',
  summary:
    'What is done, what is next, who is waited for, which paper is missing; computed when asked',
  params: appraisalParam,
  answer: z.object({
    guide: domainValue<Guide>('Every step with its standing, and what an archive still lacks'),
    /** Names of the units that steps wait for, by id. */
    unitNames: z.record(z.string(), z.string()),
    meetingOn: z.nullable(day),
    plan: z.nullable(id('yearplan')),
    suspension: domainValue<Suspension | null>('Why and since when it is suspended'),
    postponements: domainValue<readonly Postponement[]>(
      'From when to when the meeting was put off',
    ),
    openMatters: z.int(),
    /** Matters by when their opinion was raised: before, during and after the appraisal. */
    origins: z.object({ before: z.int(), during: z.int(), after: z.int() }),
    /** The official has left the post: who answers for what is owed. */
    leftTo: z.nullable(z.object({ id: id('official'), name: z.string() })),
    /** What to do when nobody of the unit can sign in, so that what it must do would wait for ever. */
    nobody: z.nullable(z.object({ zh: z.string(), en: z.string() })),
    /** Officials it was about before, when a successor took it up. */
    replaced: z.array(z.string()),
  }),
})

export const stepOnAppraisal = endpoint({
  method: 'POST',
  path: '/api/v1/appraisals/:appraisal/steps',
  summary:
    'Record a step and its paper, do without one by decision, fix or put off the meeting, suspend, resume',
  params: appraisalParam,
  body: z.object({
    version,
    told: z.discriminatedUnion('type', [
      z.object({
        type: z.literal('RecordCampaignStep'),
        step: z.enum(campaignSteps),
        on: day,
        number: line,
        until: z.nullable(day),
        note: text,
      }),
      z.object({
        type: z.literal('WaiveCampaignSteps'),
        steps: z.array(z.enum(campaignSteps)).check(z.maxLength(campaignSteps.length)),
        reason: text,
        approval,
      }),
      z.object({ type: z.literal('FixMeetingDay'), meetingOn: day }),
      z.object({
        type: z.literal('PostponeAppraisal'),
        session: line,
        meetingOn: z.nullable(day),
        reason: text,
        approval,
      }),
      z.object({
        type: z.literal('SuspendAppraisal'),
        ground: z.enum(suspensionGrounds),
        reason: text,
        approval,
      }),
      z.object({ type: z.literal('ResumeAppraisal'), official: id('official'), approval }),
    ]),
  }),
  answer: appraisalRow,
})

export type AppraisalTold = z.infer<(typeof stepOnAppraisal)['body']>['told']
