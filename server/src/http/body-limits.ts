/** How much a request may carry. Files have limits of their own where they come in. */
import type { Context, Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { refused } from '../execute/refused.ts'
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

const usual = bodyLimit({ maxSize: megabyte, onError: tooLarge })
const review = bodyLimit({ maxSize: 24 * megabyte, onError: tooLarge })

/** Decisions on a document grow with the document. */
const large = /^\/api\/v1\/imports(\/[a-z0-9_]+\/(decisions|confirm))?$/

export function limitBody(c: Context, next: Next) {
  if (c.req.method === 'PUT' && c.req.path === '/api/v1/evidence') return next()
  return large.test(c.req.path) ? review(c, next) : usual(c, next)
}
