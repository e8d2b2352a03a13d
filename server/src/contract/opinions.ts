/** Opinions: the words as raised, what became of each, and how they were divided. */
import { channels, raiserKinds } from '@luoshi/domain/opinions/opinion'
import { exits } from '@luoshi/domain/opinions/exits'
import * as z from 'zod/mini'
import { approval, day, id, limit, line, text, total, version } from './fields.ts'
import { endpoint } from './kit.ts'
import { opinionBrief, trailEntry } from './matters.ts'

export const opinionStatuses = ['answerable', 'exited', 'split'] as const

const carriedBy = z.nullable(z.object({ id: id('matter'), number: z.int(), title: z.string() }))

export const opinionRow = z.object({
  ...opinionBrief.shape,
  appraisal: id('appraisal'),
  status: z.enum(opinionStatuses),
  matter: carriedBy,
  version,
})

export type OpinionRow = z.infer<typeof opinionRow>

/** What becomes of an opinion when it is raised: a matter, or a lawful exit with its reason and approver. */
export const disposition = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('matter'), title: line, unit: z.nullable(id('unit')) }),
  z.object({ kind: z.literal('exit'), exit: z.enum(exits), reason: text, approval }),
])

export const raised = z.object({
  opinion: id('opinion'),
  matter: z.nullable(id('matter')),
  number: z.nullable(z.int()),
  seq: z.int(),
})

export const raiseOpinion = endpoint({
  method: 'POST',
  path: '/api/v1/opinions',
  summary:
    'Put an opinion on record; it becomes a matter or leaves by a lawful exit in the same act',
  command: 'RaiseOpinion',
  body: z.object({
    appraisal: id('appraisal'),
    text,
    channel: z.enum(channels),
    raiserKind: z.enum(raiserKinds),
    raiser: line,
    receivedOn: day,
    disposition,
  }),
  answer: raised,
})

export const listOpinions = endpoint({
  method: 'GET',
  path: '/api/v1/opinions',
  summary: 'Opinions of an appraisal or of all, newest first',
  query: z.object({
    appraisal: z.optional(id('appraisal')),
    status: z.optional(z.enum(opinionStatuses)),
    after: z.optional(z.string().check(z.maxLength(200))),
    limit: z.optional(limit),
  }),
  answer: z.object({ rows: z.array(opinionRow), total, next: z.nullable(z.string()) }),
})

const opinionParam = z.object({ opinion: id('opinion') })

export const getOpinion = endpoint({
  method: 'GET',
  path: '/api/v1/opinions/:opinion',
  summary: 'One opinion with its parts and its trail',
  params: opinionParam,
  answer: z.object({
    ...opinionRow.shape,
    parts: z.array(opinionRow),
    exit: z.nullable(z.object({ exit: z.enum(exits), reason: z.string(), approval })),
    trail: z.array(trailEntry),
  }),
})

export const splitOpinion = endpoint({
  method: 'POST',
  path: '/api/v1/opinions/:opinion/split-opinion',
  summary: 'Divide an opinion: its matter takes the first part, each further part opens one',
  command: 'SplitOpinion',
  params: opinionParam,
  body: z.object({
    version,
    parts: z
      .array(z.object({ text, title: line, unit: z.nullable(id('unit')) }))
      .check(z.maxLength(100)),
    reason: text,
  }),
  answer: z.object({ parts: z.array(raised) }),
})
