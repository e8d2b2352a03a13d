/** The console's files, and its page for every address that is none of ours. */
import { randomBytes } from 'node:crypto'
import type { Context, Hono } from 'hono'
import type { Identity } from '../identity/identity.ts'
import type { TransportEnv } from '../identity/middleware.ts'
import { readSessionCookie } from '../identity/session-cookie.ts'
import { encodingFor, type ConsoleFile, type ConsoleFiles } from './console-files.ts'
import { consolePolicy } from './headers.ts'

export function consoleRoutes(
  app: Hono<TransportEnv>,
  console: ConsoleFiles | null,
  identity: Identity,
): void {
  app.get('*', async (c, next) => {
    if (c.req.path.startsWith('/api/')) return next()
    const file = console?.files.get(c.req.path)
    if (file) return sendFile(c, file)
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

async function sendFile(c: Context, file: ConsoleFile): Promise<Response> {
  const encoding = encodingFor(c.req.header('accept-encoding'))
  const bytes = await file.as(encoding)
  const plain = bytes === (await file.as('identity'))
  const headers = new Headers({
    'content-type': file.mediaType,
    'content-length': String(bytes.byteLength),
    vary: 'accept-encoding',
    'cache-control': file.hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
  })
  if (!plain) headers.set('content-encoding', encoding)
  return new Response(Buffer.from(bytes), { headers })
}

function sendPage(c: Context, page: string): Response {
  const nonce = randomBytes(16).toString('base64')
  c.header('content-security-policy', consolePolicy(nonce))
  c.header('cache-control', 'no-store')
  return c.html(page.replaceAll('__CSP_NONCE__', nonce))
}
