/** Written defences on a matter, and those that were spoken to it at the meeting. */
import { defenceOutcomes } from '@luoshi/domain/matters/defence'
import * as z from 'zod/mini'
import { approval, day, evidence, id, line, text, version } from './fields.ts'
import { endpoint } from './kit.ts'
import { undetermined } from './limit.ts'
import { matterParam } from './matter-steps.ts'

const files = z.array(evidence).check(z.maxLength(20))

const defenceRow = z.object({
  id: id('defence'),
  version,
  status: z.enum(['filed', 'answered']),
  round: z.int(),
  on: day,
  text: z.string(),
  signedBy: z.string(),
  evidence: files,
  answer: z.nullable(
    z.object({ outcome: z.enum(defenceOutcomes), text: z.string(), on: day, approval }),
  ),
})

export type DefenceRow = z.infer<typeof defenceRow>

const defencesShown = z.object({
  /** Latest first. */
  rows: z.array(defenceRow),
  /** Said at a meeting about this matter, as it was taken down. */
  spoken: z.array(
    z.object({
      id: id('speech'),
      appraisal: id('appraisal'),
      on: z.nullable(day),
      speaker: z.string(),
      text: z.string(),
    }),
  ),
  /** Until when one may be filed in this round; null before hand-over. */
  window: z.nullable(
    z.object({
      until: z.nullable(day),
      untilUndetermined: undetermined,
      words: z.object({ zh: z.string(), en: z.string() }),
    }),
  ),
  may: z.object({ file: z.boolean(), answer: z.boolean() }),
})

export type DefencesShown = z.infer<typeof defencesShown>

export const listDefences = endpoint({
  method: 'GET',
  path: '/api/v1/matters/:matter/defences',
  summary: 'Defences on a matter, written and spoken, with the window in which one may be filed',
  params: matterParam,
  answer: defencesShown,
})

export const fileDefence = endpoint({
  method: 'POST',
  path: '/api/v1/matters/:matter/defences',
  summary: 'Defend yourself in writing, with evidence, within the window of the rule book',
  command: 'FileDefence',
  params: matterParam,
  body: z.object({ text, signedBy: line, evidence: files }),
  answer: defencesShown,
})

export const answerDefence = endpoint({
  method: 'POST',
  path: '/api/v1/defences/:defence/answer-defence',
  summary: 'What the committee’s body decided about a defence, with its reasons',
  command: 'AnswerDefence',
  params: z.object({ defence: id('defence') }),
  body: z.object({ version, outcome: z.enum(defenceOutcomes), answer: text, approval }),
  answer: defencesShown,
})
