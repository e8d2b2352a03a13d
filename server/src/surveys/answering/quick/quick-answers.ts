/** What the quick door answers, as bytes: the same as the slow one, with the same headers, made once a second. */
import { randomInt } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { usualHeaders } from '../../../http/headers.ts'
import { longTls } from '../../../identity/middleware.ts'
import {
  answerRefusals,
  answerStatus,
  retryAfter,
  type AnswerRefusalCode,
} from '../answer-refusals.ts'
import type { Received } from '../receive-answer.ts'

export type AnswerManner = Readonly<{ secure: boolean; english: boolean; isLast: boolean }>

export type QuickAnswers = Readonly<{
  taken: (manner: AnswerManner) => Buffer
  /** With the receipts of what was written. */
  received: (received: Received, manner: AnswerManner) => Buffer
  no: (code: AnswerRefusalCode, manner: AnswerManner) => Buffer
}>

const nothingWritten = JSON.stringify({ receipts: [] } satisfies Received)

/** @param now in milliseconds, for the date that every answer bears. */
export function quickAnswers(now: () => number): QuickAnswers {
  const made = new Map<string, Buffer>()
  let second = 0

  return {
    taken: (manner) => {
      const at = Math.floor(now() / 1000)
      if (at !== second) made.clear()
      second = at
      const name = `${manner.secure ? 's' : ''}${manner.isLast ? 'l' : ''}`
      const known = made.get(name)
      if (known) return known
      const bytes = answerOf(200, [], nothingWritten, manner, at)
      made.set(name, bytes)
      return bytes
    },
    received: (told, manner) =>
      answerOf(200, [], JSON.stringify(told), manner, Math.floor(now() / 1000)),
    no: (code, manner) => {
      const { what, fix } = answerRefusals[code][manner.english ? 'en' : 'zh']
      const seconds = retryAfter(code, randomInt(1000) / 1000)
      const more = seconds === null ? [] : [`retry-after: ${seconds}`]
      const text = JSON.stringify({ code, what, fix })
      return answerOf(answerStatus[code], more, text, manner, Math.floor(now() / 1000))
    },
  }
}

function answerOf(
  status: number,
  more: readonly string[],
  text: string,
  { secure, isLast }: AnswerManner,
  second: number,
): Buffer {
  const body = Buffer.from(text)
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json',
    'cache-control: no-store',
    ...Object.entries(usualHeaders).map(([name, value]) => `${name}: ${value}`),
    ...(secure ? [`strict-transport-security: ${longTls}`] : []),
    ...more,
    `content-length: ${body.length}`,
    `date: ${new Date(second * 1000).toUTCString()}`,
    `connection: ${isLast ? 'close' : 'keep-alive'}`,
    '',
    '',
  ]
  return Buffer.concat([Buffer.from(lines.join('\r\n')), body])
}
