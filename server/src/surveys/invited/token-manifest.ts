/**
 * What tokens of a survey are for: one contest for each stratum that is invited, and one for each text question of each
 * such population, every one with a key of its own. So a token says the stratum it answers for and nothing more, and a
 * text has a token that leads to no answer. Frozen as text; its hash is part of what is signed.
 * Source: ballot.md 3.2, 6 no. 7 and 8 (group never goes into the ballot: one contest per group).
 */
import { isFromList } from '@luoshi/domain/surveys/population'
import type { KnownSurvey } from '@luoshi/domain/surveys/survey'
import * as z from 'zod/mini'

const issuer = z.strictObject({ n: z.string(), e: z.string() })

const contest = z.union([
  z.strictObject({
    kind: z.literal('answer'),
    population: z.string(),
    stratum: z.string(),
    issuers: z.array(issuer),
  }),
  z.strictObject({
    kind: z.literal('text'),
    population: z.string(),
    question: z.string(),
    issuers: z.array(issuer),
  }),
])

export const tokenManifest = z.strictObject({
  v: z.literal('luoshi-survey-tokens/v1'),
  survey: z.string(),
  /** Of the questions, as they were frozen. */
  questions: z.string(),
  contests: z.array(contest),
})

export type TokenManifest = Readonly<z.infer<typeof tokenManifest>>
export type TokenContest = TokenManifest['contests'][number]

type Named =
  | Readonly<{ kind: 'answer'; population: string; stratum: string }>
  | Readonly<{ kind: 'text'; population: string; question: string }>

/** In the order of their numbers. */
export function contestsOf({ form, reach }: KnownSurvey): readonly Named[] {
  const texts = form.questions.filter(({ type }) => type === 'text')
  return reach.populations
    .filter(({ sampling }) => isFromList(sampling))
    .flatMap(({ code: population, strata }) => [
      ...strata.map(({ code: stratum }) => ({ kind: 'answer' as const, population, stratum })),
      ...texts.map(({ code: question }) => ({ kind: 'text' as const, population, question })),
    ])
}
