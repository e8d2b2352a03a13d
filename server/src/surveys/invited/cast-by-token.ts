/**
 * An answer or a text that proves itself: a token of this survey under a one-time key, and that key's signature over what
 * is said. Its row is named by the hash of the key, so a token is spent once; who it was issued to is nowhere.
 */
import { createHash } from 'node:crypto'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { readAnswer } from '@luoshi/domain/surveys/answer'
import * as z from 'zod/mini'
import type { World } from '../../execute/context.ts'
import type { AnswerRefusalCode } from '../answering/answer-refusals.ts'
import type { DoorSurvey } from '../answering/open-survey.ts'
import type { Received } from '../answering/receive-answer.ts'
import { closedAnswers, longestText } from '../answering/sent-answer.ts'
import { hashOfCode, receiptCodeFrom } from '../../voices/receipt-code.ts'
import { provesItself } from './proves-itself.ts'
import type { FrozenTokens } from './token-keys.ts'
import type { TokenContest } from './token-manifest.ts'

const letters = z.string().check(z.maxLength(700))

export const castByToken = z.strictObject({
  c: z.int(),
  pk: letters,
  pre: letters,
  tok: letters,
  sig: letters,
  /** The exact text that is signed: the answers by their keys, or what was written. */
  body: z.string().check(z.maxLength(20_000)),
})

export type CastByToken = Readonly<z.infer<typeof castByToken>>

const written = z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(longestText)) })

/** Counted apart from what came by open doors; which letter or message it was stands nowhere. */
const byCode = 'invited'

type Taking = Promise<Result<Received, AnswerRefusalCode>>

export async function takeCast(
  world: Pick<World, 'intake'>,
  door: DoorSurvey,
  frozen: FrozenTokens,
  cast: CastByToken,
): Taking {
  const contest = frozen.manifest.contests[cast.c]
  if (!contest || !provesItself(frozen, contest, cast)) return refuse('token-unfit')
  return contest.kind === 'text'
    ? takeText(world, door, contest, cast)
    : takeAnswer(world, door, contest, cast)
}

async function takeAnswer(
  { intake }: Pick<World, 'intake'>,
  { place, survey }: DoorSurvey,
  { population, stratum }: Extract<TokenContest, { kind: 'answer' }>,
  { pk, body }: CastByToken,
): Taking {
  const given = closedAnswers.safeParse(parsed(body))
  const read = given.success ? readAnswer(survey.form, given.data) : null
  if (!read?.ok) return refuse('answer-unreadable')
  const id = createHash('sha256').update(`luoshi survey answer ${pk}`).digest('hex').slice(0, 32)
  const answer = JSON.stringify(read.value)
  const before = await intake.written(place, id)
  if (before !== null) return before === answer ? accept({ receipts: [] }) : refuse('token-spent')
  const entry = { id, population, stratum, channel: byCode, answer }
  const taken = await intake.takeAnswer(place, entry)
  if (taken === 'other-under-this-id') return refuse('token-spent')
  if (taken === 'closed') return refuse('survey-over')
  return taken === 'taken' ? accept({ receipts: [] }) : refuse(taken)
}

async function takeText(
  { intake }: Pick<World, 'intake'>,
  { place }: DoorSurvey,
  { population, question }: Extract<TokenContest, { kind: 'text' }>,
  { pk, body }: CastByToken,
): Taking {
  const given = written.safeParse(parsed(body))
  if (!given.success) return refuse('answer-unreadable')
  const text = given.data.text.replaceAll('\u0000', '').toWellFormed().trim()
  if (text === '') return refuse('answer-unreadable')
  const bytes = createHash('sha256').update(`luoshi survey receipt ${pk}`).digest().subarray(16)
  const code = receiptCodeFrom(bytes)
  const box = await intake.texts.seal(place, { question, population, text })
  const taken = await intake.takeText(place, { id: hashOfCode(code), box })
  if (taken === 'closed') return refuse('survey-over')
  return taken === 'taken' ? accept({ receipts: [{ question, code }] }) : refuse('busy')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
