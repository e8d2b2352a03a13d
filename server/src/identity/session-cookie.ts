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

/**
 * Steps and questions last minutes, so their cookies do too. Lax and not Strict: whoever comes back from the province's
 * sign-in page goes on to the second step on the same journey, and a strict cookie would not be sent on it.
 */
const briefAge = 600

export type BriefCookie = 'step' | 'question'

export function readBriefCookie(
  c: Context,
  transport: Transport,
  kind: BriefCookie,
): string | null {
  return getCookie(c, `${cookieName(transport)}-${kind}`) ?? null
}

export function writeBriefCookie(
  c: Context,
  transport: Transport,
  kind: BriefCookie,
  token: string,
): void {
  const options = { ...always, maxAge: briefAge, secure: transport.secure }
  setCookie(c, `${cookieName(transport)}-${kind}`, token, options)
}

export function dropBriefCookie(c: Context, transport: Transport, kind: BriefCookie): void {
  const options = { ...always, secure: transport.secure }
  deleteCookie(c, `${cookieName(transport)}-${kind}`, options)
}

/** Without an age: it goes when the browser closes; the server ends it sooner. */
export function writeSessionCookie(c: Context, transport: Transport, token: string): void {
  setCookie(c, cookieName(transport), token, { ...always, secure: transport.secure })
}

export function dropSessionCookie(c: Context, transport: Transport): void {
  deleteCookie(c, cookieName(transport), { ...always, secure: transport.secure })
}
