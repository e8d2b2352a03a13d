/** How much a request may carry. Files have limits of their own where they come in. */
import type { Context, Next } from 'hono'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { bodyLimit } from 'hono/body-limit'
import { refused } from '../execute/refused.ts'
import { hearOut } from './hear-out.ts'
import { refusedAnswer } from './mount.ts'

const megabyte = 1024 * 1024

const tooLarge = (c: Context) =>
  refusedAnswer(
    c,
    refused(
      413,
      'request-too-large',
      bilingual(
        '提交的内容太大，没有保存。',
        '请分几次提交，或者改用上传文件。',
        'What was sent is too large and was not saved.',
        'Send it in parts, or upload it as a file.',
      ),
    ).refusal,
  )

const usual = limitOf(megabyte)
const review = limitOf(24 * megabyte)

/** A length that was announced is held to by the HTTP parser, so the body itself is looked at only where none was. */
function limitOf(maxSize: number) {
  const counted = bodyLimit({ maxSize, onError: tooLarge })
  return async (c: Context, next: Next) => {
    const announced = c.req.header('content-length')
    if (announced === undefined || c.req.header('transfer-encoding') !== undefined)
      return c.req.method === 'GET' ? next() : counted(c, next)
    if (Number(announced) <= maxSize) return next()
    await hearOut(c)
    return tooLarge(c)
  }
}

/** Decisions on a document grow with the document. */
const large =
  /^\/api\/v1\/(ledger-previews|comebacks(\/[a-z0-9_]+\/apply)?|imports(\/[a-z0-9_]+\/(decisions|confirm))?|rosters\/(read|check|import))$/

export function limitBody(c: Context, next: Next) {
  if (c.req.method === 'PUT' && c.req.path === '/api/v1/evidence') return next()
  return large.test(c.req.path) ? review(c, next) : usual(c, next)
}
