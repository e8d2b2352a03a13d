/** Appraisals, and the rule books that are frozen into them. */
import { phases } from '@luoshi/domain/appraisals/phases'
import { matterStatuses } from '@luoshi/domain/matters/matter'
import * as z from 'zod/mini'
import { day, id, line, version } from './fields.ts'
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
  session: z.string(),
  openedOn: day,
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
  summary: 'Archive it; refused while any matter is open',
  command: 'ArchiveAppraisal',
  params: appraisalParam,
  body: z.object({ version }),
  answer: appraisalRow,
})
