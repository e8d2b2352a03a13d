/** Look-backs and spot checks by lot: what is due, what was drawn, what was found. */
import { sampleOutcomes, samplePurposes } from '@luoshi/domain/supervision/sample'
import * as z from 'zod/mini'
import { day, id, line, sha256, text, version } from './fields.ts'
import { endpoint } from './kit.ts'

const dueRow = z.object({
  id: id('matter'),
  number: z.int(),
  title: z.string(),
  unitName: z.string(),
  /** When a closed matter is to be looked at again, by its rule book; null in rectification. */
  due: z.nullable(day),
  isDue: z.boolean(),
})

export type SampleDueRow = z.infer<typeof dueRow>

const sampleId = z.union([id('lookback'), id('spotcheck')])

const sampleRow = z.object({
  id: sampleId,
  version,
  status: z.enum(['sealed', 'called', 'drawn', 'void']),
  purpose: z.enum(samplePurposes),
  /** The list, line by line, whose hash was fixed before anybody knew the seed. */
  labels: z.array(z.string()),
  listHash: sha256,
  count: z.int(),
  commitment: sha256,
  sealedOn: day,
  word: z.nullable(z.string()),
  secret: z.nullable(z.string()),
  salt: z.nullable(z.string()),
  seed: z.nullable(z.string()),
  drawnOn: z.nullable(day),
  reason: z.nullable(z.string()),
  tasks: z.array(
    z.object({
      matter: id('matter'),
      number: z.int(),
      title: z.string(),
      person: z.nullable(z.string()),
      result: z.nullable(
        z.object({ outcome: z.enum(sampleOutcomes), on: day, findings: z.string() }),
      ),
    }),
  ),
  may: z.object({
    call: z.boolean(),
    draw: z.boolean(),
    void: z.boolean(),
    assign: z.boolean(),
    record: z.boolean(),
  }),
})

export type SampleRow = z.infer<typeof sampleRow>

const samplesShown = z.object({
  due: z.object({ lookBack: z.array(dueRow), spotCheck: z.array(dueRow) }),
  rows: z.array(sampleRow),
  maySeal: z.boolean(),
})

export type SamplesShown = z.infer<typeof samplesShown>

export const listSamples = endpoint({
  method: 'GET',
  path: '/api/v1/samples',
  summary: 'What is due for a look-back or can be spot-checked, and every sample drawn',
  answer: samplesShown,
})

export const sealSample = endpoint({
  method: 'POST',
  path: '/api/v1/samples',
  summary: 'Fix the list of what is due and seal a secret by its hash',
  command: 'SealSample',
  body: z.object({
    purpose: z.enum(samplePurposes),
    count: z.int().check(z.minimum(1), z.maximum(500)),
    commitment: sha256,
  }),
  answer: samplesShown,
})

const sampleParam = z.object({ sample: sampleId })

export const callSampleWord = endpoint({
  method: 'POST',
  path: '/api/v1/samples/:sample/call-word',
  summary: 'Another person calls a number or a word',
  command: 'CallSampleWord',
  params: sampleParam,
  body: z.object({ version, word: line }),
  answer: samplesShown,
})

export const drawSample = endpoint({
  method: 'POST',
  path: '/api/v1/samples/:sample/draw',
  summary: 'Open the sealed secret; the places follow',
  command: 'DrawSample',
  params: sampleParam,
  body: z.object({ version, secret: line, salt: line }),
  answer: samplesShown,
})

export const voidSample = endpoint({
  method: 'POST',
  path: '/api/v1/samples/:sample/void',
  summary: 'Void a sample before it is drawn, with the reason',
  command: 'VoidSample',
  params: sampleParam,
  body: z.object({ version, reason: line }),
  answer: samplesShown,
})

export const assignSampleTask = endpoint({
  method: 'POST',
  path: '/api/v1/samples/:sample/assign',
  summary: 'Ask somebody of the team to go there',
  command: 'AssignSampleTask',
  params: sampleParam,
  body: z.object({ version, matter: id('matter'), person: line }),
  answer: samplesShown,
})

export const recordSampleTask = endpoint({
  method: 'POST',
  path: '/api/v1/samples/:sample/record',
  summary: 'What was found; a relapse reopens the matter in the same act',
  command: 'RecordSampleTask',
  params: sampleParam,
  body: z.object({
    version,
    matter: id('matter'),
    outcome: z.enum(sampleOutcomes),
    findings: text,
  }),
  answer: samplesShown,
})
