/** A refusal at the public door, as the page's script reads it. */
import { randomInt } from 'node:crypto'
import type { Context } from 'hono'
import type { TransportEnv } from '../../identity/middleware.ts'
import {
  answerRefusals,
  answerStatus,
  retryAfter,
  type AnswerRefusalCode,
} from './answer-refusals.ts'
import type { PageLanguage } from './answer-words.ts'

export type Asking = Context<TransportEnv>

export function noInJson(c: Asking, code: AnswerRefusalCode): Response {
  waitBefore(c, code)
  c.header('cache-control', 'no-store')
  const { what, fix } = answerRefusals[code][languageOf(c)]
  return c.json({ code, what, fix }, answerStatus[code])
}

export function waitBefore(c: Asking, code: AnswerRefusalCode): void {
  const seconds = retryAfter(code, randomInt(1000) / 1000)
  if (seconds !== null) c.header('retry-after', String(seconds))
}

export function languageOf(c: Asking): PageLanguage {
  return c.req.query('lang') === 'en' ? 'en' : 'zh'
}
