/** How every matter of an appraisal was judged, by ballots of one session after the other. */
import * as z from 'zod/mini'
import { day, id } from './fields.ts'
import { endpoint } from './kit.ts'

const matterVerdicts = z.object({
  matter: id('matter'),
  number: z.int(),
  title: z.string(),
  /** One a round that was judged, in their order. */
  verdicts: z.array(
    z.object({
      round: z.int(),
      on: day,
      session: z.string(),
      outcome: z.enum(['satisfied', 'conditional', 'unsatisfied']),
      ballot: z.nullable(id('ballot')),
      isExcepted: z.boolean(),
    }),
  ),
})

export type MatterVerdicts = z.infer<typeof matterVerdicts>

export const listVerdicts = endpoint({
  method: 'GET',
  path: '/api/v1/appraisals/:appraisal/verdicts',
  summary: 'How every matter was judged, round by round and session by session',
  params: z.object({ appraisal: id('appraisal') }),
  answer: z.object({ rows: z.array(matterVerdicts) }),
})
