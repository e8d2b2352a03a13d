/** Who takes no part in an appraisal, why, and who decided so. */
import { recusalGrounds } from '@luoshi/domain/people/recusal'
import * as z from 'zod/mini'
import { approval, day, id, line, version } from './fields.ts'
import { endpoint } from './kit.ts'

const recusalRow = z.object({
  id: id('recusal'),
  version,
  status: z.enum(['standing', 'lifted']),
  appraisal: id('appraisal'),
  person: z.nullable(id('person')),
  account: z.nullable(id('account')),
  name: z.string(),
  ground: z.enum(recusalGrounds),
  reason: z.string(),
  on: day,
  approval,
  liftedOn: z.nullable(day),
})

export type RecusalRow = z.infer<typeof recusalRow>

const ofAppraisal = z.object({ appraisal: id('appraisal') })
const rows = z.object({ rows: z.array(recusalRow) })

export const listRecusals = endpoint({
  method: 'GET',
  path: '/api/v1/appraisals/:appraisal/recusals',
  summary: 'Who is, or was, recused from an appraisal',
  params: ofAppraisal,
  answer: rows,
})

export const recordRecusal = endpoint({
  method: 'POST',
  path: '/api/v1/appraisals/:appraisal/recusals',
  summary: 'Record that somebody is recused: on the roster, by account, or both',
  command: 'RecordRecusal',
  params: ofAppraisal,
  body: z.object({
    person: z.nullable(id('person')),
    account: z.nullable(id('account')),
    ground: z.enum(recusalGrounds),
    reason: line,
    approval,
  }),
  answer: rows,
})

export const liftRecusal = endpoint({
  method: 'POST',
  path: '/api/v1/appraisals/:appraisal/recusals/:recusal/lift-recusal',
  summary: 'Lift a recusal, by decision',
  command: 'LiftRecusal',
  params: z.object({ appraisal: id('appraisal'), recusal: id('recusal') }),
  body: z.object({ version, approval }),
  answer: rows,
})
