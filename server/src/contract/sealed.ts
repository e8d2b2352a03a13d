/** What lies in sealed envelopes: protected sources, accusations and their way out; and taking it out by law. */
import { erasureGrounds } from '@luoshi/domain/inquiries/erasure-grounds'
import { sealedRoutes } from '@luoshi/domain/opinions/voice'
import * as z from 'zod/mini'
import { approval, day, id, line, text, version } from './fields.ts'
import { appraisalParam, inquiryParam } from './inquiries.ts'
import { endpoint } from './kit.ts'

export const readSource = endpoint({
  method: 'POST',
  path: '/api/v1/inquiries/:inquiry/read-source',
  summary: 'Read the name of a protected source; the reading itself is put on record',
  command: 'ReadSource',
  params: inquiryParam,
  body: z.object({}),
  answer: z.object({
    name: z.string(),
    readings: z.array(z.object({ name: z.string(), on: day })),
  }),
})

const accusationRow = z.object({
  id: id('envelope'),
  version,
  /** `passedOn`: it was a voice of the public. `erased`: nothing is left but who read it. */
  status: z.enum(['noted', 'diverted', 'answered', 'passedOn', 'erased']),
  /** Null once it is erased. */
  notedOn: z.nullable(day),
  route: z.nullable(z.enum(sealedRoutes)),
  reference: z.nullable(z.string()),
  divertedOn: z.nullable(day),
  outcome: z.nullable(z.string()),
  answeredOn: z.nullable(day),
  erasedOn: z.nullable(day),
  readings: z.array(z.object({ name: z.string(), on: day })),
})

export type AccusationRow = z.infer<typeof accusationRow>

export const noteAccusation = endpoint({
  method: 'POST',
  path: '/api/v1/appraisals/:appraisal/accusations',
  summary: 'Seal an accusation heard in an investigation; it is never an opinion and never counted',
  command: 'NoteAccusation',
  params: appraisalParam,
  body: z.object({ text }),
  answer: z.object({ sealed: z.literal(true) }),
})

export const listAccusations = endpoint({
  method: 'GET',
  path: '/api/v1/appraisals/:appraisal/accusations',
  summary: 'What was sealed and where it went, without a word of it; for the clerk only',
  command: 'HandleAccusation',
  params: appraisalParam,
  answer: z.object({ rows: z.array(accusationRow) }),
})

const envelopeParam = z.object({ envelope: id('envelope') })

export const readAccusation = endpoint({
  method: 'POST',
  path: '/api/v1/accusations/:envelope/read-accusation',
  summary: 'Read an accusation before it is diverted; the reading itself is put on record',
  command: 'HandleAccusation',
  params: envelopeParam,
  body: z.object({ version }),
  answer: z.object({ text: z.string(), row: accusationRow }),
})

export const handleAccusation = endpoint({
  method: 'POST',
  path: '/api/v1/accusations/:envelope/steps',
  summary: 'Divert an accusation with number and day; record what was reported back',
  command: 'HandleAccusation',
  params: envelopeParam,
  body: z.object({
    version,
    told: z.discriminatedUnion('type', [
      z.object({
        type: z.literal('DivertAccusation'),
        route: z.enum(sealedRoutes),
        reference: line,
        on: day,
      }),
      z.object({ type: z.literal('RecordOutcome'), outcome: text, on: day }),
    ]),
  }),
  answer: accusationRow,
})

/** Under which case of the law, and who approved it. Neither says what it was. */
export const erasing = { ground: z.enum(erasureGrounds), approval }

export const eraseAccusation = endpoint({
  method: 'POST',
  path: '/api/v1/accusations/:envelope/erase-accusation',
  summary:
    'Take a sealed accusation out by law once it was passed on; then the outcome, if one is kept',
  command: 'EraseSealed',
  stepUp: true,
  params: envelopeParam,
  body: z.object({ version, ...erasing }),
  /** Null: it waits for a second person. */
  answer: z.nullable(accusationRow),
})

export const eraseSource = endpoint({
  method: 'POST',
  path: '/api/v1/inquiries/:inquiry/erase-source',
  summary: 'Take the name of a protected source out by law; who read it stays on record',
  command: 'EraseSealed',
  stepUp: true,
  params: inquiryParam,
  body: z.object(erasing),
  /** False: it waits for a second person. */
  answer: z.object({ erased: z.boolean() }),
})
