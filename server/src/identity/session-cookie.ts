/**
 * The cookie that carries a session. Over TLS it has the `__Host-` prefix, so that no neighbour domain can set it; on
 * this machine it bears the port, because cookies of one host are shared by all its ports.
 */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Transport } from './transport.ts'

function cookieName({ origin, secure }: Transport): string {
  return secure ? '__Host-luoshi' : `luoshi-${new URL(origin).port || '80'}`
}

// Lax and not Strict: a link from a chat must find the person signed in; changes are guarded by token and Origin.
const always = { path: '/', httpOnly: true, sameSite: 'Lax' } as const

export function readSessionCookie(c: Context, transport: Transport): string | null {
  return getCookie(c, cookieName(transport)) ?? null
}

/** Without an age: it goes when the browser closes; the server ends it sooner. */
export function writeSessionCookie(c: Context, transport: Transport, token: string): void {
  setCookie(c, cookieName(transport), token, { ...always, secure: transport.secure })
}

export function dropSessionCookie(c: Context, transport: Transport): void {
  deleteCookie(c, cookieName(transport), { ...always, secure: transport.secure })
}
