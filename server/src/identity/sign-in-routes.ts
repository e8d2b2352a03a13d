/** Coming in and going out: /sign-in, /sign-out, and the demo's links. */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { Hono, type Context } from 'hono'
import { isId } from '@luoshi/domain/kernel/ids'
import { enter } from './enter.ts'
import { isSurelyOurs } from './forgery.ts'
import { formInput, languageOf, safePath } from './form-input.ts'
import { explainIdentityRefusal } from './identity-refusal-words.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import { statusOf } from './identity-problem.ts'
import type { Identity } from './identity.ts'
import { factsOf, isForged, originsOf, recordForgery, type TransportEnv } from './middleware.ts'
import { sendPage, sendScriptedPage, setPageHeaders } from './page-answer.ts'
import { refusalPage } from './pages/refusal-page.ts'
import { signInPage, type SignInPage } from './pages/sign-in-page.ts'
import { dropSessionCookie, readSessionCookie, writeSessionCookie } from './session-cookie.ts'

export function signInRoutes(identity: Identity): Hono<TransportEnv> {
  const routes = new Hono<TransportEnv>()

  routes.get('/sign-in', async (c) => {
    const next = safePath(c.req.query('next'))
    const token = readSessionCookie(c, c.var.transport)
    const there = await identity.sessionOf(token)
    if (there !== null) return c.redirect(next, 303)
    if (c.req.query('left') === '1') return show(c, { next, came: 'left' })
    return show(c, { next, came: token === null ? null : 'ended' })
  })

  routes.post('/sign-in', async (c) => {
    const input = await formInput(c)
    const language = languageOf(input('lang'))
    if (!isSurelyOurs(originsOf(c), c.var.transport.origin)) {
      return sendPage(c, 403, refusalPage(language, foreignForm))
    }
    const [congress, login] = [input('congress'), input('login')]
    const next = safePath(input('next'))
    const again = { next, language, chosen: congress, login }
    const known = (await identity.congresses()).some(({ id }) => id === congress)
    if (!known || !isId('congress', congress)) {
      return show(c, { ...again, refusal: { code: 'congress-missing' } })
    }
    const signedIn = await identity.signIn({
      congress,
      login,
      password: input('password'),
      from: factsOf(c),
      oldToken: readSessionCookie(c, c.var.transport),
    })
    if (!signedIn.ok) return show(c, { ...again, refusal: signedIn.refusal })
    return enter(c, signedIn.value, next, language)
  })

  routes.post('/sign-out', async (c) => {
    const session = await identity.sessionOf(readSessionCookie(c, c.var.transport))
    if (session !== null) {
      const given = c.req.header('x-luoshi-csrf') ?? (await formInput(c))('csrf')
      if (isForged(c, session, given)) {
        await recordForgery(identity, c, session)
        return sendPage(c, 403, refusalPage('zh', foreignForm))
      }
      await identity.signOut(session, factsOf(c))
    }
    dropSessionCookie(c, c.var.transport)
    setPageHeaders(c)
    // Not "cookies": that would sign the person out of every system under the same government domain.
    c.header('clear-site-data', '"cache", "storage"')
    return c.redirect('/sign-in?left=1', 303)
  })

  routes.get('/demo-sign-in', async (c) => {
    const token = c.req.query('token') ?? ''
    const oldToken = readSessionCookie(c, c.var.transport)
    const signedIn = await identity.signInByDemoLink({ token, from: factsOf(c), oldToken })
    if (!signedIn.ok) {
      const { refusal } = signedIn
      return sendPage(c, statusOf(refusal), refusalPage('zh', explainIdentityRefusal(refusal)))
    }
    writeSessionCookie(c, c.var.transport, signedIn.value)
    setPageHeaders(c)
    return c.redirect('/', 303)
  })

  return routes

  async function show(
    c: Context<TransportEnv>,
    asked: Readonly<{
      next: string
      language?: ReturnType<typeof languageOf>
      chosen?: string
      login?: string
      refusal?: IdentityRefusal
      came?: SignInPage['came']
    }>,
  ) {
    const { refusal = null, came = null, chosen = '', login = '', next } = asked
    const language = asked.language ?? languageOf(c.req.query('lang'))
    const congresses = await identity.congresses()
    if (refusal?.code === 'locked') {
      const wait = Math.ceil((Date.parse(refusal.until) - Date.parse(identity.now())) / 1000)
      c.header('retry-after', String(wait))
    }
    const status = refusal === null ? 200 : statusOf(refusal)
    const oidc = await identity.oidcChoices()
    const body = signInPage({ language, congresses, chosen, login, next, refusal, came, oidc })
    return sendScriptedPage(c, status, body)
  }
}

export const foreignForm = bilingual(
  '这个表单不是从本系统的页面提交的，没有执行。',
  '请打开登录页，重新操作。',
  'This form was not sent from a page of this system; nothing was done.',
  'Open the sign-in page and start again.',
)
