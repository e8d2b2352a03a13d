/** What people wrote freely in a survey: opened after its close, then each an opinion with a matter or a stated exit. */
import { sealedRoutes } from '@luoshi/domain/opinions/voice'
import { personalKinds } from '@luoshi/domain/surveys/texts/mask-personal'
import * as z from 'zod/mini'
import { id, line, text, version } from './fields.ts'
import { endpoint } from './kit.ts'
import { problem } from './problem.ts'
import { voiceStatuses } from './voices.ts'

const textRow = z.object({
  id: id('voice'),
  version,
  number: z.int(),
  status: z.enum(voiceStatuses),
  question: z.nullable(z.string()),
  /** Without personal numbers; null once it is sealed or erased. */
  text: z.nullable(z.string()),
  masked: z.readonly(z.array(z.enum(personalKinds))),
  /** Words by which it may be an accusation: a hint. */
  suspect: z.readonly(z.array(z.string())),
  /** The number of the first text that says nearly the same. */
  group: z.int(),
  matter: z.nullable(z.object({ id: id('matter'), number: z.int() })),
  reply: z.nullable(z.string()),
})

export type SurveyTextRow = z.infer<typeof textRow>

const params = z.object({ survey: id('survey') })

const shown = z.object({
  /** False: they lie sealed still. */
  isOpened: z.boolean(),
  mayOpen: z.boolean(),
  rows: z.readonly(z.array(textRow)),
})

export type SurveyTexts = z.infer<typeof shown>

export const listSurveyTexts = endpoint({
  method: 'GET',
  path: '/api/v1/surveys/:survey/texts',
  summary: 'Free texts of a closed survey, nearly equal ones grouped, personal numbers masked',
  command: 'ReadVoices',
  params,
  answer: shown,
})

export const openSurveyTexts = endpoint({
  method: 'POST',
  path: '/api/v1/surveys/:survey/open-texts',
  summary: 'Open the sealed texts of a closed survey; each is then followed by its receipt code',
  command: 'OpenSurveyTexts',
  params,
  body: z.object({}),
  answer: shown,
})

const how = z.discriminatedUnion('how', [
  z.object({ how: z.literal('takeOver'), title: line, unit: z.nullable(id('unit')) }),
  z.object({ how: z.literal('reply'), reply: text }),
  z.object({ how: z.literal('seal'), route: z.enum(sealedRoutes), reference: line }),
])

export const handleSurveyTexts = endpoint({
  method: 'POST',
  path: '/api/v1/surveys/:survey/handle-texts',
  summary:
    'Up to a hundred texts at once: opinions with matters, one reply to all, or sealed and passed on',
  params,
  body: z.object({
    voices: z
      .array(z.object({ voice: id('voice'), version }))
      .check(z.minLength(1), z.maxLength(100)),
    act: how,
  }),
  answer: z.object({
    done: z.int(),
    refused: z.readonly(z.array(z.object({ voice: id('voice'), problem }))),
  }),
})
