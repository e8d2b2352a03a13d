/** What a page sends: as JSON by its script, or as a plain form where there is none. Both say the same. */
import * as z from 'zod/mini'
import { questionnaireLimits } from '@luoshi/domain/surveys/questionnaire'

const chance = z.string().check(z.regex(/^[0-9a-f]{32}$/))
const code = z.string().check(z.maxLength(60))

/** How long one text may be. */
export const longestText = 1_000

/** By the key of the question. */
export const closedAnswers = z.record(
  code,
  z.union([code, z.array(code).check(z.maxLength(questionnaireLimits.options + 1))]),
)

export const sentAnswer = z.strictObject({
  /** Of the answer, by chance, so that sent again it is the same one. */
  id: chance,
  /** What the receipt codes of the texts are made from. Nothing in the tables leads from one to the other. */
  secret: chance,
  channel: code,
  stratum: code,
  answers: closedAnswers,
  texts: z
    .array(z.strictObject({ question: code, text: z.string().check(z.maxLength(longestText)) }))
    .check(z.maxLength(questionnaireLimits.texts)),
})

export type SentAnswer = Readonly<z.infer<typeof sentAnswer>>

/** Names as the page gives them: `a.` a closed question, `t.` a text. Browsers send lines apart by CR LF. */
export function readForm(body: string): unknown {
  const fields = new URLSearchParams(body)
  const answers = new Map<string, string | string[]>()
  const texts: { question: string; text: string }[] = []
  for (const name of new Set(fields.keys())) {
    const values = fields.getAll(name)
    if (name.startsWith('m.')) answers.set(name.slice(2), values)
    else if (name.startsWith('a.')) answers.set(name.slice(2), values[0] ?? '')
    else if (name.startsWith('t.'))
      texts.push({ question: name.slice(2), text: (values[0] ?? '').replaceAll('\r\n', '\n') })
  }
  const [id, secret, channel, stratum] = ['id', 'secret', 'channel', 'stratum'].map(
    (name) => fields.get(name) ?? '',
  )
  return { id, secret, channel, stratum, answers: Object.fromEntries(answers), texts }
}
