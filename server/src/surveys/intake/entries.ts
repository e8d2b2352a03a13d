/** What lies in trays: answers and texts, each leading to nobody and, once written, not to one another. */
import * as z from 'zod/mini'

/** `answer` in its one canonical text; `channel` is only ever counted. */
export const answerEntry = z.strictObject({
  id: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  population: z.string(),
  stratum: z.string(),
  channel: z.string(),
  answer: z.string(),
})

/** `id`: the hash of the receipt code. `box`: base64 of what is sealed to the survey's key. */
export const textEntry = z.strictObject({
  id: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  box: z.string(),
})

export type AnswerEntry = Readonly<z.infer<typeof answerEntry>>
export type TextEntry = Readonly<z.infer<typeof textEntry>>

export type TrayKind = 'answers' | 'texts'

/** The line of an answer, as a batch's root is made over it and as it is handed to whoever checks. */
export function answerLine({
  id,
  population,
  stratum,
  answer,
}: Omit<AnswerEntry, 'channel'>): string {
  return JSON.stringify([id, population, stratum, answer])
}

export function textLine({ id, box }: TextEntry): string {
  return JSON.stringify([id, box])
}
