/** One line of any list of matters. */
import { matterStatuses } from '@luoshi/domain/matters/matter'
import { originPhases } from '@luoshi/domain/opinions/opinion'
import * as z from 'zod/mini'
import { undetermined } from './limit.ts'
import { asOfMark, day, id, instant, total, version } from './fields.ts'

export const matterRow = z.object({
  id: id('matter'),
  /** The number of the matter within its congress, from 1, in the order in which matters were opened. */
  number: z.int(),
  version,
  title: z.string(),
  status: z.enum(matterStatuses),
  /** 0 before hand-over. */
  round: z.int(),
  unit: z.nullable(id('unit')),
  unitName: z.nullable(z.string()),
  official: z.nullable(id('official')),
  officialName: z.nullable(z.string()),
  due: z.nullable(day),
  dueUndetermined: undetermined,
  planDue: z.nullable(day),
  planDueUndetermined: undetermined,
  /** Whole days past what the unit owes next; 0 when nothing is late. */
  late: z.int(),
  phase: z.enum(originPhases),
  warned: z.boolean(),
  appraisal: id('appraisal'),
  appraisalTitle: z.string(),
  openedOn: day,
  updatedAt: instant,
})

export type MatterRow = z.infer<typeof matterRow>

export const matterPage = z.object({
  rows: z.array(matterRow),
  total,
  /** Give it back as `after` for the next page; null on the last one. */
  next: z.nullable(z.string()),
  asOf: asOfMark,
})

export type MatterPage = z.infer<typeof matterPage>
