/** Hand-over lists: what was open when people changed, and who signed for it. */
import { handOverCauses, signerRoles } from '@luoshi/domain/people/hand-over-list'
import { matterStatuses } from '@luoshi/domain/matters/matter'
import * as z from 'zod/mini'
import { day, evidence, id, line, sha256, version } from './fields.ts'
import { endpoint } from './kit.ts'

const side = z.object({
  unit: z.nullable(id('unit')),
  unitName: z.nullable(z.string()),
  official: z.nullable(id('official')),
  name: z.nullable(z.string()),
})

const handOverRow = z.object({
  id: id('handover'),
  version,
  number: z.int(),
  status: z.enum(['drawn', 'signed']),
  cause: z.enum(handOverCauses),
  on: day,
  from: side,
  to: side,
  /** The head of the unit keeps it until a successor is named. */
  caretaker: z.boolean(),
  followedBy: z.nullable(id('handover')),
  matters: z.int(),
  signed: z.array(z.enum(signerRoles)),
})

export type HandOverRow = z.infer<typeof handOverRow>

const handOverDetail = z.object({
  list: handOverRow,
  matters: z.array(
    z.object({
      matter: id('matter'),
      number: z.int(),
      title: z.string(),
      status: z.enum(matterStatuses),
      due: z.nullable(day),
      /** As it stands now: what became of it since. */
      now: z.enum(matterStatuses),
    }),
  ),
  signatures: z.array(
    z.object({
      as: z.enum(signerRoles),
      on: day,
      name: z.string(),
      byAccount: z.boolean(),
      paper: z.array(z.object({ sha256, size: z.int(), mediaType: z.string() })),
    }),
  ),
  /** As what who asks may sign with his account, now. */
  maySign: z.array(z.enum(signerRoles)),
})

export type HandOverDetail = z.infer<typeof handOverDetail>

export const listHandOvers = endpoint({
  method: 'GET',
  path: '/api/v1/hand-overs',
  summary: 'Hand-over lists, newest first',
  answer: z.object({ rows: z.array(handOverRow) }),
})

const handOverParam = z.object({ handOver: id('handover') })

export const getHandOver = endpoint({
  method: 'GET',
  path: '/api/v1/hand-overs/:handOver',
  summary: 'One list with every matter on it and its signatures',
  params: handOverParam,
  answer: handOverDetail,
})

export const signHandOver = endpoint({
  method: 'POST',
  path: '/api/v1/hand-overs/:handOver/sign-hand-over',
  summary: 'Sign a list by account, or record signatures on paper with the scan',
  command: 'SignHandover',
  params: handOverParam,
  body: z.object({
    version,
    as: z.enum(signerRoles),
    paper: z.nullable(
      z.object({ name: line, on: day, scan: z.array(evidence).check(z.maxLength(10)) }),
    ),
  }),
  answer: handOverDetail,
})

export const nameSuccessor = endpoint({
  method: 'POST',
  path: '/api/v1/hand-overs/:handOver/name-successor',
  summary: 'The successor is named: what the head kept for him goes to him',
  command: 'NameSuccessor',
  params: handOverParam,
  body: z.object({ version, successor: id('official') }),
  answer: handOverDetail,
})
