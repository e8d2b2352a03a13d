/** The console's files, and its page for every address that is none of ours. */
import { randomBytes } from 'node:crypto'
import type { Context, Hono } from 'hono'
import type { Identity } from '../identity/identity.ts'
import type { TransportEnv } from '../identity/middleware.ts'
import { readSessionCookie } from '../identity/session-cookie.ts'
import { sendBuiltFile } from './built-files.ts'
import type { ConsoleFiles } from './console-files.ts'
import { consolePolicy } from './headers.ts'

export function consoleRoutes(
  app: Hono<TransportEnv>,
  console: ConsoleFiles | null,
  identity: Identity,
): void {
  app.get('*', async (c, next) => {
    if (c.req.path.startsWith('/api/')) return next()
    const file = console?.files.get(c.req.path)
    if (file) return sendBuiltFile(c, file)
    if (/\.[a-z0-9]{2,5}$/i.test(c.req.path)) return next()
    const session = await identity.sessionOf(readSessionCookie(c, c.var.transport))
    if (session === null) {
      const { pathname, search } = new URL(c.req.url)
      return c.redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`, 303)
    }
    return console ? sendPage(c, console.page) : c.text(notBuilt, 503)
  })
}

const notBuilt =
  '工作台页面尚未构建：请先执行 npm run build，再重新启动。接口 /api/v1 可以正常使用。\nThe console is not built: run npm run build and start again. The API works.\n'

function sendPage(c: Context, page: string): Response {
  const nonce = randomBytes(16).toString('base64')
  c.header('content-security-policy', consolePolicy(nonce))
  c.header('cache-control', 'no-store')
  return c.html(page.replaceAll('__CSP_NONCE__', nonce))
}
