/** Units and officials: who must act, and who answers in person. */
import { appointers } from '@luoshi/domain/people/directory'
import * as z from 'zod/mini'
import { id, line, version } from './fields.ts'
import { endpoint } from './kit.ts'

export const unitRow = z.object({
  id: id('unit'),
  version,
  name: z.string(),
  status: z.enum(['active', 'merged']),
  into: z.nullable(id('unit')),
  openMatters: z.int(),
})

export const officialRow = z.object({
  id: id('official'),
  version,
  name: z.string(),
  status: z.enum(['inPost', 'left']),
  unit: id('unit'),
  unitName: z.string(),
  post: z.string(),
  appointedBy: z.enum(appointers),
  successor: z.nullable(id('official')),
})

export type UnitRow = z.infer<typeof unitRow>
export type OfficialRow = z.infer<typeof officialRow>

export const listUnits = endpoint({
  method: 'GET',
  path: '/api/v1/units',
  summary: 'All units, by name',
  answer: z.object({ rows: z.array(unitRow) }),
})

export const registerUnit = endpoint({
  method: 'POST',
  path: '/api/v1/units',
  summary: 'Register a unit',
  command: 'RegisterUnit',
  body: z.object({ name: line }),
  answer: unitRow,
})

export const mergeUnits = endpoint({
  method: 'POST',
  path: '/api/v1/units/:unit/merge-units',
  summary: 'A unit merges into another: every open matter goes with it, in one act',
  command: 'MergeUnits',
  params: z.object({ unit: id('unit') }),
  body: z.object({ version, into: id('unit'), official: id('official') }),
  answer: z.object({ unit: unitRow, moved: z.int() }),
})

export const listOfficials = endpoint({
  method: 'GET',
  path: '/api/v1/officials',
  summary: 'All officials, by unit and name',
  answer: z.object({ rows: z.array(officialRow) }),
})

export const registerOfficial = endpoint({
  method: 'POST',
  path: '/api/v1/officials',
  summary: 'Register an official',
  command: 'RegisterOfficial',
  body: z.object({ name: line, unit: id('unit'), post: line, appointedBy: z.enum(appointers) }),
  answer: officialRow,
})

export const transferOfficial = endpoint({
  method: 'POST',
  path: '/api/v1/officials/:official/transfer-official',
  summary: 'An official leaves the post: every open matter goes to the successor, in one act',
  command: 'TransferOfficial',
  params: z.object({ official: id('official') }),
  body: z.object({ version, successor: id('official') }),
  answer: z.object({ official: officialRow, moved: z.int() }),
})
