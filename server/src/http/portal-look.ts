/**
 * How large a public page is shown: usual, large type, or the caring view for the old (关怀版). Kept in a cookie, so that
 * the server draws it at once; it works without scripts, and with one the page is not even loaded anew.
 * Source: ecosystem.md §4 (适老化: 18 dp and more, targets of 60 px in the elder view).
 */
import type { Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Transport } from '../identity/transport.ts'

const looks = ['usual', 'large', 'elder'] as const
export type Look = (typeof looks)[number]

const cookie = 'look'
const year = 365 * 24 * 60 * 60

export function lookOf(c: Context): Look {
  return readLook(getCookie(c, cookie))
}

type LookEnv = { Variables: { transport: Transport } }

export function lookRoutes<Own extends LookEnv>(app: Hono<Own>): void {
  app.post('/portal/look', async (c) => {
    const chosen = readLook(new URLSearchParams((await c.req.text()).slice(0, 100)).get('look'))
    const secure = c.var.transport.secure
    setCookie(c, cookie, chosen, { path: '/', maxAge: year, sameSite: 'Lax', secure })
    return c.redirect(backTo(c.req.header('referer'), c.var.transport.origin), 303)
  })
}

/** Only to a page of ours. */
function backTo(referer: string | undefined, origin: string): string {
  const from = URL.parse(referer ?? '')
  return from?.origin === origin ? from.pathname + from.search : '/'
}

function readLook(raw: string | null | undefined): Look {
  return looks.find((one) => one === raw) ?? 'usual'
}
