/** Calls for opinions, and what the public wrote in them. */
import { remarks, sealedRoutes } from '@luoshi/domain/opinions/voice'
import * as z from 'zod/mini'
import { day, id, limit, line, text, total, version } from './fields.ts'
import { endpoint } from './kit.ts'
import { erasing } from './sealed.ts'

const callRow = z.object({
  id: id('call'),
  version,
  appraisal: id('appraisal'),
  status: z.enum(['open', 'closed']),
  notice: z.string(),
  openedOn: day,
  until: day,
  /** Where the public writes: a path of this server. */
  path: z.string(),
})

export type CallRow = z.infer<typeof callRow>

export const voiceStatuses = ['received', 'takenOver', 'replied', 'sealed', 'erased'] as const

const voiceRow = z.object({
  id: id('voice'),
  version,
  number: z.int(),
  status: z.enum(voiceStatuses),
  receivedOn: day,
  /** Null once it is sealed: nobody reads an accusation here again. Null, too, when it was erased by law. */
  text: z.nullable(z.string()),
  matter: z.nullable(z.object({ id: id('matter'), number: z.int() })),
  reply: z.nullable(z.string()),
  remark: z.nullable(z.enum(remarks)),
  erasedOn: z.nullable(day),
})

export type VoiceRow = z.infer<typeof voiceRow>

export const listCalls = endpoint({
  method: 'GET',
  path: '/api/v1/calls',
  summary: 'Calls for opinions of an appraisal',
  query: z.object({ appraisal: id('appraisal') }),
  answer: z.object({ rows: z.array(callRow) }),
})

export const openCall = endpoint({
  method: 'POST',
  path: '/api/v1/calls',
  summary: 'Ask the public for opinions until a day',
  command: 'OpenCall',
  body: z.object({ appraisal: id('appraisal'), notice: text, until: day }),
  answer: callRow,
})

export const closeCall = endpoint({
  method: 'POST',
  path: '/api/v1/calls/:call/close-call',
  summary: 'Close a call before its day',
  command: 'CloseCall',
  params: z.object({ call: id('call') }),
  body: z.object({ version }),
  answer: callRow,
})

export const listVoices = endpoint({
  method: 'GET',
  path: '/api/v1/voices',
  summary:
    'What the public wrote about an appraisal, newest first, page by page; sealed ones without their text',
  command: 'ReadVoices',
  query: z.object({
    appraisal: id('appraisal'),
    /** `next` of the page before. */
    after: z.optional(z.string().check(z.maxLength(40))),
    limit: z.optional(limit),
  }),
  answer: z.object({ rows: z.array(voiceRow), total, next: z.nullable(z.string()) }),
})

const voiceParam = z.object({ voice: id('voice') })

export const takeOverVoice = endpoint({
  method: 'POST',
  path: '/api/v1/voices/:voice/take-over-voice',
  summary: 'What somebody wrote becomes an opinion with a numbered matter, in one act',
  command: 'TakeOverVoice',
  params: voiceParam,
  body: z.object({ version, title: line, unit: z.nullable(id('unit')) }),
  answer: voiceRow,
})

export const replyToVoice = endpoint({
  method: 'POST',
  path: '/api/v1/voices/:voice/reply-to-voice',
  summary: 'Answer what somebody wrote in words: not for this appraisal, why, and where to go',
  command: 'ReplyToVoice',
  params: voiceParam,
  body: z.object({ version, reply: text }),
  answer: voiceRow,
})

export const sealVoice = endpoint({
  method: 'POST',
  path: '/api/v1/voices/:voice/seal-voice',
  summary: 'An accusation: routed out and sealed; its text is not shown again',
  command: 'SealVoice',
  params: voiceParam,
  body: z.object({ version, route: z.enum(sealedRoutes), reference: line }),
  answer: voiceRow,
})

export const eraseVoice = endpoint({
  method: 'POST',
  path: '/api/v1/voices/:voice/erase-voice',
  summary:
    'Take the text of a voice out by law, once it was dealt with; the record does not say of what kind it was',
  command: 'EraseSealed',
  stepUp: true,
  params: voiceParam,
  body: z.object({ version, ...erasing }),
  /** Null: it waits for a second person. */
  answer: z.nullable(voiceRow),
})
