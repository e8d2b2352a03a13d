/** What waits for the person who is signed in, what is late or soon due, and the count that must always come out. */
import { matterStatuses } from '@luoshi/domain/matters/matter'
import * as z from 'zod/mini'
import { day, id, instant } from './fields.ts'
import { endpoint } from './kit.ts'
import { matterRow } from './matter-row.ts'

export const deskSteps = [
  'approve',
  'handOver',
  'decideReassignment',
  'sign',
  'plan',
  'decidePlan',
  'rectify',
  'verify',
  'judge',
  'close',
] as const

export type DeskStep = (typeof deskSteps)[number]

const few = z.object({ total: z.int(), rows: z.array(matterRow) })

export const desk = z.object({
  /** Only steps the person may take and that have something waiting; each with its first five matters, soonest due first. */
  waiting: z.array(
    z.object({
      step: z.enum(deskSteps),
      label: z.object({ zh: z.string(), en: z.string() }),
      matters: z.array(matterRow),
      total: z.int(),
    }),
  ),
  late: few,
  /** Due within seven days, not late. */
  soon: few,
  imports: z.array(z.object({ id: id('import'), fileName: z.string(), at: instant })),
  counts: z.record(z.enum(matterStatuses), z.int()),
  /** raised (unsplit opinions) = matters (neither exited nor standing for a split) + exits, checked each time it is shown. */
  law: z.object({ raised: z.int(), matters: z.int(), exits: z.int(), holds: z.boolean() }),
})

export type Desk = z.infer<typeof desk>

export const getDesk = endpoint({
  method: 'GET',
  path: '/api/v1/desk',
  summary: 'My desk',
  answer: desk,
})

/** What may wait for a person that is no matter; each leads to the page of its thing. */
export const deskTaskKinds = [
  'appraisal',
  'selfCheck',
  'letter',
  'report',
  'handOver',
  'notice',
  'defence',
  'measure',
  'ballot',
  'inquiryReport',
  'sample',
  'voices',
  'survey',
  'surveyTexts',
  'sampleOfSurvey',
  'paperForms',
  'briefing',
  'meeting',
  'session',
  'yearPlan',
  'drawing',
  'accusation',
  'approval',
  'quarantine',
  'messages',
] as const

const deskTask = z.object({
  kind: z.enum(deskTaskKinds),
  /** Of the thing; of its appraisal where it is done there (voices, self-check), of its matter for a defence. */
  id: z.string(),
  label: z.object({ zh: z.string(), en: z.string() }),
  title: z.string(),
  due: z.nullable(day),
})

export type DeskTask = z.infer<typeof deskTask>

export const getDeskTasks = endpoint({
  method: 'GET',
  path: '/api/v1/desk/tasks',
  summary:
    'What waits for me besides matters: self-checks, letters, papers, ballots, approvals, the next step',
  answer: z.object({ rows: z.array(deskTask) }),
})
