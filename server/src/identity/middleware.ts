/** What stands before every route: how the request came, who is asking, and whether the change is really theirs. */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import type { Context } from 'hono'
import { chance } from '@luoshi/ledger/log/chance'
import { createMiddleware } from 'hono/factory'
import { deviceOf } from './device.ts'
import { changesState, isForgedChange, type Origins } from './forgery.ts'
import { refuse } from '@luoshi/domain/kernel/result'
import type { Outcome } from '../execute/context.ts'
import { identityRefused, problemOf } from './identity-problem.ts'
import type { Ahead } from '../execute/ahead.ts'
import type { Identity } from './identity.ts'
import { withoutControls } from './login-name.ts'
import type { Principal } from './principal.ts'
import type { RequestFacts } from './request-facts.ts'
import { readSessionCookie } from './session-cookie.ts'
import type { LiveSession } from './sessions.ts'
import { judgeTransport, type Transport, type TransportRule } from './transport.ts'

export type TransportEnv = { Variables: { transport: Transport; requestId: string } }

export type PrincipalEnv = {
  Variables: TransportEnv['Variables'] & {
    session: LiveSession
    principal: Principal
    /** Before a sensitive act: refused until the second factor was shown anew, where the person has one. */
    stepUp: () => Outcome<true>
    /** For what lasts longer than a request: whether the person may still do what they could when it began. */
    isStillIn: () => Promise<boolean>
    /** What the request needs first, where its address says so. */
    ahead: Ahead | null
  }
}

/** Two years of nothing but TLS. */
export const longTls = 'max-age=63072000; includeSubDomains'

/** A request once {@link guardTransport} has seen it. */
export type Asking = Pick<Context, 'req'> & Readonly<{ var: Readonly<TransportEnv['Variables']> }>

/**
 * Goes before everything. Sets `c.var.transport` and `c.var.requestId`.
 * @param socketOf the address at the other end of the connection: node-server's `getConnInfo(c).remote.address`.
 */
export function guardTransport(rule: TransportRule, socketOf: (c: Context) => string) {
  return createMiddleware<TransportEnv>(async (c, next) => {
    const transport = judgeTransport(rule, {
      host: c.req.header('host') ?? new URL(c.req.url).host,
      socket: socketOf(c),
      forwardedProto: c.req.header('x-forwarded-proto') ?? null,
      forwardedFor: c.req.header('x-forwarded-for') ?? null,
    })
    if (!transport.ok) {
      const { goTo } = transport.refusal
      const readOnly = !changesState(c.req.method)
      if (goTo !== null && readOnly && !c.req.path.startsWith('/api/')) {
        // Put together as text: `//evil.example` as a path must not become a host.
        const { pathname, search } = new URL(c.req.url)
        return c.redirect(`${goTo.origin}${pathname}${search}`, 308)
      }
      return c.json(refusedTransport(goTo), 403, { 'content-type': 'application/problem+json' })
    }
    c.set('transport', transport.value)
    c.set('requestId', chance(9).toString('base64url'))
    c.header('x-request-id', c.var.requestId)
    if (transport.value.secure) {
      c.header('strict-transport-security', longTls)
    }
    return next()
  })
}

type Entered = Readonly<{ session: LiveSession; ahead: Ahead | null }>

/**
 * 401 without a session, 403 for a forged change. Sets `c.var.session`, `c.var.principal` and `c.var.ahead`.
 * @param enter - Finds the session of a token, perhaps with what the request will need.
 */
export function requirePrincipal(
  identity: Identity,
  enter: (token: string | null, c: Context) => Promise<Entered | null> = withNothing(identity),
) {
  return createMiddleware<PrincipalEnv>(async (c, next) => {
    const entered = await enter(readSessionCookie(c, c.var.transport), c)
    if (entered === null) {
      return c.json(notSignedIn, 401, { 'content-type': 'application/problem+json' })
    }
    const { session, ahead } = entered
    const given = c.req.header('x-luoshi-csrf')
    if (changesState(c.req.method) && isForged(c, session, given)) {
      await recordForgery(identity, c, session)
      return c.json(forged, 403, { 'content-type': 'application/problem+json' })
    }
    c.set('session', session)
    c.set('principal', session.principal)
    c.set('stepUp', async () => {
      const proven = await identity.mustProve(session)
      return proven.ok ? proven : refuse(identityRefused(proven.refusal))
    })
    c.set('isStillIn', async () => {
      const now = await identity.sessionOf(session.token)
      return now !== null && isSame(now.principal, session.principal)
    })
    c.set('ahead', ahead)
    c.header('cache-control', 'no-store')
    return next()
  })
}

function isSame(one: Principal, other: Principal): boolean {
  return (
    one.unit === other.unit &&
    one.official === other.official &&
    one.actingFor?.delegation === other.actingFor?.delegation &&
    one.roles.join() === other.roles.join()
  )
}

function withNothing(identity: Identity) {
  return async (token: string | null): Promise<Entered | null> => {
    const session = await identity.sessionOf(token)
    return session && { session, ahead: null }
  }
}

export function isForged(c: Asking, { token }: LiveSession, given: string | undefined): boolean {
  return isForgedChange(token, given, originsOf(c), c.var.transport.origin)
}

export function originsOf(c: Pick<Context, 'req'>): Origins {
  return { origin: c.req.header('origin'), fetchSite: c.req.header('sec-fetch-site') }
}

export function factsOf(c: Asking): RequestFacts {
  const device = deviceOf(c.req.header('user-agent') ?? '')
  return { address: c.var.transport.address, request: c.var.requestId, device }
}

export function recordForgery(
  identity: Identity,
  c: Asking,
  { principal: { congress, account } }: LiveSession,
): Promise<void> {
  const who = {
    congress,
    actor: account,
    account,
    facts: { path: withoutControls(c.req.path).slice(0, 200) },
  }
  return identity.record(factsOf(c), { kind: 'forged-request', outcome: 'refused', ...who })
}

const notSignedIn = problemOf(
  401,
  'not-signed-in',
  bilingual(
    '您还没有登录，或登录已过期。',
    '请重新登录后再试；未保存的内容仍在原页面上。',
    'You are not signed in, or the session has ended.',
    'Sign in and try again; what you typed is still on the page.',
  ),
)

const forged = problemOf(
  403,
  'forged-request',
  bilingual(
    '这个请求不是从本系统的页面发出的，没有执行。',
    '请刷新页面后重试。',
    'This request did not come from a page of this system and was not carried out.',
    'Reload the page and try again.',
  ),
)

function refusedTransport(goTo: URL | null) {
  const zhFix =
    goTo === null ? '请在服务器本机打开，或请管理员设置 LUOSHI_PUBLIC_URL。' : `请改用 ${goTo.href}`
  const enFix =
    goTo === null
      ? 'Open it on the server itself, or have the administrator set LUOSHI_PUBLIC_URL.'
      : `Use ${goTo.href}`
  const zhWhat = '为防止密码被窃听，本机以外只接受加密（https）的正式地址。'
  const enWhat = 'So that no password can be overheard, only the official https address is served.'
  return problemOf(403, 'plain-http', bilingual(zhWhat, zhFix, enWhat, enFix))
}
