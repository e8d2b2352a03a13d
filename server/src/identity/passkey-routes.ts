/** Passkeys over JSON: the questions that the script asks, and its answers. */
import { Hono, type Context } from 'hono'
import * as z from 'zod/mini'
import { enteredAt } from './enter.ts'
import { isSurelyOurs } from './forgery.ts'
import { languageOf, safePath } from './form-input.ts'
import { explainIdentityRefusal } from './identity-refusal-words.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import { problemOf, statusOf } from './identity-problem.ts'
import type { Identity } from './identity.ts'
import { factsOf, isForged, originsOf, recordForgery, type TransportEnv } from './middleware.ts'
import { setPageHeaders } from './page-answer.ts'
import { authenticationOf, registrationOf } from './passkey-answers.ts'
import { passkeyScript } from './passkey-script.ts'
import {
  dropBriefCookie,
  readBriefCookie,
  readSessionCookie,
  writeBriefCookie,
} from './session-cookie.ts'
import { foreignForm } from './sign-in-routes.ts'

const short = z.string().check(z.maxLength(1000))
const comingIn = z.object({ response: z.unknown(), next: short, lang: short })
const beginning = z.object({ csrf: short, present: short })
const adding = z.object({ csrf: short, name: short, response: z.unknown() })

export function passkeyRoutes(identity: Identity): Hono<TransportEnv> {
  const routes = new Hono<TransportEnv>()

  routes.get('/passkey.js', (c) => {
    c.header('cache-control', 'public, max-age=3600')
    return c.body(passkeyScript, 200, { 'content-type': 'text/javascript; charset=utf-8' })
  })

  routes.post('/sign-in/passkey/options', async (c) => {
    if (!isSurelyOurs(originsOf(c), c.var.transport.origin)) return foreign(c)
    const { options, question } = await identity.askPasskey(placeOf(c))
    writeBriefCookie(c, c.var.transport, 'question', question)
    setPageHeaders(c)
    return c.json(options)
  })

  routes.post('/sign-in/passkey', async (c) => {
    if (!isSurelyOurs(originsOf(c), c.var.transport.origin)) return foreign(c)
    const sent = comingIn.safeParse(await bodyOf(c))
    const response = sent.success ? authenticationOf(sent.data.response) : null
    if (!sent.success || response === null) return refusedJson(c, { code: 'passkey-failed' })
    const done = await identity.signInByPasskey({
      question: readBriefCookie(c, c.var.transport, 'question'),
      response,
      place: placeOf(c),
      from: factsOf(c),
      oldToken: readSessionCookie(c, c.var.transport),
    })
    dropBriefCookie(c, c.var.transport, 'question')
    if (!done.ok) return refusedJson(c, done.refusal)
    setPageHeaders(c)
    const { next, lang } = sent.data
    return c.json({ go: enteredAt(c, done.value, safePath(next), languageOf(lang)) })
  })

  routes.post('/account/passkeys/options', async (c) => {
    const sent = beginning.safeParse(await bodyOf(c))
    const session = await own(c, sent.success ? sent.data.csrf : undefined)
    if (session instanceof Response) return session
    const present = sent.success ? sent.data.present : ''
    const known = await identity.presentPassword(session, present, factsOf(c))
    if (!known.ok) return refusedJson(c, known.refusal)
    const put = await identity.askNewPasskey(session, placeOf(c))
    if (!put.ok) return refusedJson(c, put.refusal)
    writeBriefCookie(c, c.var.transport, 'question', put.value.question)
    setPageHeaders(c)
    return c.json(put.value.options)
  })

  routes.post('/account/passkeys', async (c) => {
    const sent = adding.safeParse(await bodyOf(c))
    const session = await own(c, sent.success ? sent.data.csrf : undefined)
    if (session instanceof Response) return session
    const response = sent.success ? registrationOf(sent.data.response) : null
    if (!sent.success || response === null) return refusedJson(c, { code: 'passkey-failed' })
    const done = await identity.addPasskey(session, {
      question: readBriefCookie(c, c.var.transport, 'question'),
      response,
      name: sent.data.name,
      place: placeOf(c),
      from: factsOf(c),
    })
    dropBriefCookie(c, c.var.transport, 'question')
    if (!done.ok) return refusedJson(c, done.refusal)
    setPageHeaders(c)
    return c.json({ go: '/account?done=passkey' })
  })

  return routes

  async function own(c: Context<TransportEnv>, csrf: string | undefined) {
    const session = await identity.sessionOf(readSessionCookie(c, c.var.transport))
    if (session === null) return refusedJson(c, { code: 'step-void' })
    if (!isForged(c, session, csrf)) return session
    await recordForgery(identity, c, session)
    return foreign(c)
  }
}

function placeOf({ var: { transport } }: Context<TransportEnv>) {
  return { origin: transport.origin, host: new URL(transport.origin).hostname }
}

async function bodyOf(c: Context): Promise<unknown> {
  return c.req.json<unknown>().catch(() => null)
}

function foreign(c: Context) {
  return c.json(problemOf(403, 'forged-request', foreignForm), 403)
}

function refusedJson(c: Context, refusal: IdentityRefusal) {
  const status = statusOf(refusal)
  return c.json(problemOf(status, refusal.code, explainIdentityRefusal(refusal)), status)
}
