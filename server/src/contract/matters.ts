/** The ledger of matters: lists, one matter with its whole trail, many at once, and the figures before a verdict. */
import type { MatterEvent } from '@luoshi/domain/matters/events'
import { matterStatuses, type OpenedMatter } from '@luoshi/domain/matters/matter'
import { channels, originPhases, raiserKinds } from '@luoshi/domain/opinions/opinion'
import type { OpinionEvent } from '@luoshi/domain/opinions/opinion'
import { phases } from '@luoshi/domain/appraisals/phases'
import { axes, type AxisFinding, type VerdictOutcome } from '@luoshi/domain/verdicts/verdict'
import { chaseLevels } from '@luoshi/domain/supervision/chase'
import * as z from 'zod/mini'
import {
  approval,
  asOfMark,
  day,
  domainValue,
  flagInQuery,
  id,
  instant,
  limit,
  line,
  named,
  text,
  version,
} from './fields.ts'
import { endpoint } from './kit.ts'
import { judgePreviewBody, matterParam, matterSteps, stepAnswer } from './matter-steps.ts'
import { matterPage } from './matter-row.ts'
import { problem } from './problem.ts'

export const sorts = ['newest', 'number', 'due', 'updated'] as const

/** `status` takes several, separated by commas; `mine`: what waits for a step of the person asking. */
export const matterFilter = {
  appraisal: z.optional(id('appraisal')),
  unit: z.optional(id('unit')),
  status: z.optional(
    z
      .string()
      .check(
        z.maxLength(300),
        z.regex(new RegExp(`^(${matterStatuses.join('|')})(,(${matterStatuses.join('|')}))*$`)),
      ),
  ),
  phase: z.optional(z.enum(originPhases)),
  text: z.optional(z.string().check(z.maxLength(100))),
  late: z.optional(flagInQuery),
  mine: z.optional(flagInQuery),
}

export const listMatters = endpoint({
  method: 'GET',
  path: '/api/v1/matters',
  summary: 'Matters, filtered, sorted, page by page; also as of a past moment',
  query: z.object({
    ...matterFilter,
    sort: z.optional(z.enum(sorts)),
    after: z.optional(z.string().check(z.maxLength(200))),
    limit: z.optional(limit),
    asOf: z.optional(instant),
  }),
  answer: matterPage,
})

export const exportMatters = endpoint({
  method: 'GET',
  path: '/api/v1/matters.csv',
  summary: 'The same list as a file for spreadsheets',
  query: z.object({ ...matterFilter, sort: z.optional(z.enum(sorts)), asOf: z.optional(instant) }),
  answer: z.string(),
  answers: 'text/csv',
})

const brief = z.object({ id: id('matter'), number: z.int(), title: z.string() })

/** One entry of the trail. The event is the domain's own, its words inside (`null` where erased by law). */
export const trailEntry = z.object({
  seq: z.int(),
  at: instant,
  actor: named,
  event: domainValue<MatterEvent | OpinionEvent>('An event as the rules define it'),
})

export type TrailEntry = z.infer<typeof trailEntry>

export const opinionBrief = z.object({
  id: id('opinion'),
  text: z.string(),
  raiser: z.string(),
  channel: z.enum(channels),
  raiserKind: z.enum(raiserKinds),
  receivedOn: day,
  phase: z.enum(originPhases),
  source: z.nullable(z.object({ import: id('import'), paragraphs: z.array(z.int()) })),
  partOf: z.nullable(id('opinion')),
})

export const matterDetail = z.object({
  id: id('matter'),
  number: z.int(),
  version,
  matter: domainValue<OpenedMatter>('The whole matter as the rules know it'),
  /** The opinion it carries, and those it was a part of, nearest first. */
  opinions: z.array(opinionBrief),
  lineage: z.object({
    mergedInto: z.nullable(brief),
    mergedFrom: z.array(brief),
    /** Matters that carry the other parts of the same split opinion. */
    siblings: z.array(brief),
  }),
  appraisal: z.object({ id: id('appraisal'), title: z.string(), phase: z.enum(phases) }),
  unitName: z.nullable(z.string()),
  officialName: z.nullable(z.string()),
  ruleBook: z.object({
    key: z.string(),
    name: z.string(),
    axes: z.array(z.object({ axis: z.enum(axes), rule: z.string(), text: z.string() })),
  }),
  trail: z.array(trailEntry),
  /** The steps this person may take on it now: right by the table of rights and in the right state. */
  may: z.array(z.enum(matterSteps)),
  /** Names of all units and officials the trail speaks of, by id. */
  names: z.record(z.string(), z.string()),
  asOf: asOfMark,
})

export type MatterDetail = z.infer<typeof matterDetail>

export const getMatter = endpoint({
  method: 'GET',
  path: '/api/v1/matters/:matter',
  summary: 'One matter with its whole trail; also as of a past moment',
  params: matterParam,
  query: z.object({ asOf: z.optional(instant) }),
  answer: matterDetail,
})

export const previewJudgement = endpoint({
  method: 'POST',
  path: '/api/v1/matters/:matter/judge-preview',
  summary: 'What the figures would lead to, without writing anything',
  command: 'JudgeMatter',
  params: matterParam,
  body: judgePreviewBody,
  answer: z.object({
    findings: z.object({
      measures: domainValue<AxisFinding>('Finding on measures'),
      timeliness: domainValue<AxisFinding>('Finding on timeliness'),
      quality: domainValue<AxisFinding>('Finding on quality'),
    }),
    outcome: domainValue<VerdictOutcome>('satisfied, conditional or unsatisfied'),
  }),
})

const chosen = z
  .array(z.object({ id: id('matter'), version }))
  .check(z.minLength(1), z.maxLength(500))

export const bulkMatters = endpoint({
  method: 'POST',
  path: '/api/v1/matters/bulk',
  summary: 'One step on many matters; each succeeds or is refused by itself',
  body: z.discriminatedUnion('command', [
    z.object({ command: z.literal('ApproveMatter'), matters: chosen, approval }),
    z.object({
      command: z.literal('HandOverMatter'),
      matters: chosen,
      unit: id('unit'),
      official: id('official'),
      letter: line,
    }),
    z.object({
      command: z.literal('ChaseMatter'),
      matters: chosen,
      level: z.enum(chaseLevels),
      text,
    }),
  ]),
  answer: z.object({
    done: z.array(stepAnswer),
    refused: z.array(z.object({ id: id('matter'), problem })),
  }),
})
