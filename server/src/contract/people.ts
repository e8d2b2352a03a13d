/** Units and officials: who must act, and who answers in person. */
import { appointers } from '@luoshi/domain/people/directory'
import * as z from 'zod/mini'
import { day, id, line, version } from './fields.ts'
import { endpoint } from './kit.ts'

export const unitRow = z.object({
  id: id('unit'),
  version,
  name: z.string(),
  status: z.enum(['active', 'merged']),
  into: z.nullable(id('unit')),
  openMatters: z.int(),
  /** Who answers while a post in it is empty. */
  head: z.nullable(id('official')),
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
  /** The successor only keeps it: nobody is named for the post yet. */
  caretaker: z.boolean(),
  since: z.nullable(day),
  until: z.nullable(day),
  leave: z.nullable(
    z.object({
      from: day,
      until: z.nullable(day),
      acting: z.nullable(id('official')),
      reason: z.string(),
    }),
  ),
  past: z.array(
    z.object({
      unit: id('unit'),
      unitName: z.string(),
      post: z.string(),
      appointedBy: z.enum(appointers),
      from: z.nullable(day),
      to: day,
    }),
  ),
})

const postParts = { unit: id('unit'), post: line, appointedBy: z.enum(appointers) }
const post = z.object(postParts)

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
  answer: z.object({ unit: unitRow, moved: z.int(), handOver: z.nullable(id('handover')) }),
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
  body: z.object({
    name: line,
    ...postParts,
    /** Another person of the same name. */
    another: z.optional(z.boolean()),
  }),
  answer: officialRow,
})

export const transferOfficial = endpoint({
  method: 'POST',
  path: '/api/v1/officials/:official/transfer-official',
  summary: 'An official leaves the post: every open matter goes to the successor, in one act',
  command: 'TransferOfficial',
  params: z.object({ official: id('official') }),
  body: z.object({
    version,
    /** Null: not named yet; the head of the unit answers until then. */
    successor: z.nullable(id('official')),
    /** The post he goes to, where the congress keeps it. */
    to: z.optional(post),
  }),
  answer: z.object({
    official: officialRow,
    moved: z.int(),
    handOver: z.nullable(id('handover')),
  }),
})

const officialParam = z.object({ official: id('official') })

export const reappointOfficial = endpoint({
  method: 'POST',
  path: '/api/v1/officials/:official/reappoint-official',
  summary: 'Another post for an official who has left one; the past ones stay to be read',
  command: 'ReappointOfficial',
  params: officialParam,
  body: z.object({ version, to: post }),
  answer: officialRow,
})

export const beginOfficialLeave = endpoint({
  method: 'POST',
  path: '/api/v1/officials/:official/begin-leave',
  summary: 'On leave from a day on, and who acts meanwhile; he still answers',
  command: 'BeginLeave',
  params: officialParam,
  body: z.object({
    version,
    from: day,
    until: z.nullable(day),
    acting: z.nullable(id('official')),
    reason: line,
  }),
  answer: officialRow,
})

export const endOfficialLeave = endpoint({
  method: 'POST',
  path: '/api/v1/officials/:official/end-leave',
  summary: 'Back from leave',
  command: 'EndLeave',
  params: officialParam,
  body: z.object({ version }),
  answer: officialRow,
})

export const nameUnitHead = endpoint({
  method: 'POST',
  path: '/api/v1/units/:unit/name-unit-head',
  summary: 'Who answers for a unit while a post in it is empty',
  command: 'NameUnitHead',
  params: z.object({ unit: id('unit') }),
  body: z.object({ version, official: id('official') }),
  answer: unitRow,
})
