/** Drawings by lot: sealed, opened, computed; everything anyone needs to compute them again. */
import type { OpenDrawing } from '@luoshi/domain/appraisals/drawing'
import * as z from 'zod/mini'
import { approval, domainValue, id, line, text, version } from './fields.ts'
import { endpoint } from './kit.ts'

export const drawingRow = z.object({
  id: id('drawing'),
  version,
  drawing: domainValue<OpenDrawing>('List, hash, commitments, what was opened, seed and outcome'),
})

export type DrawingRow = z.infer<typeof drawingRow>

export const listDrawings = endpoint({
  method: 'GET',
  path: '/api/v1/drawings',
  summary: 'Drawings by lot, newest first',
  answer: z.object({ rows: z.array(drawingRow) }),
})

export const openDrawing = endpoint({
  method: 'POST',
  path: '/api/v1/drawings',
  summary: 'Fix the list and who takes part',
  command: 'OpenDrawing',
  body: z.object({
    title: line,
    plan: z.nullable(id('yearplan')),
    candidates: z
      .array(z.object({ unit: id('unit'), official: z.nullable(id('official')), label: line }))
      .check(z.maxLength(500)),
    count: z.int(),
    participants: z.array(line).check(z.maxLength(20)),
  }),
  answer: drawingRow,
})

const place = z.int().check(z.minimum(0), z.maximum(20))

export const stepOnDrawing = endpoint({
  method: 'POST',
  path: '/api/v1/drawings/:drawing/steps',
  summary: 'Seal, open, or record what the chairs decided about who did not',
  params: z.object({ drawing: id('drawing') }),
  body: z.object({
    version,
    told: z.discriminatedUnion('type', [
      z.object({ type: z.literal('SealLot'), participant: place, commitment: line }),
      z.object({ type: z.literal('OpenLot'), participant: place, secret: line, salt: line }),
      z.object({
        type: z.literal('DecideDrawing'),
        outcome: z.enum(['void', 'goOn']),
        reason: text,
        approval,
      }),
    ]),
  }),
  answer: drawingRow,
})

export type DrawingTold = z.infer<(typeof stepOnDrawing)['body']>['told']
