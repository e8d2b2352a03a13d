/** /password: a signed-in person changes their own password. */
import { refuse } from '@luoshi/domain/kernel/result'
import { Hono } from 'hono'
import { formInput, languageOf } from './form-input.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import { statusOf } from './identity-problem.ts'
import type { Identity } from './identity.ts'
import { factsOf, isForged, recordForgery, type TransportEnv } from './middleware.ts'
import { sendPage } from './page-answer.ts'
import { newPasswordPage } from './pages/new-password-page.ts'
import { refusalPage } from './pages/refusal-page.ts'
import type { Language } from './password-rule-words.ts'
import { readSessionCookie, writeSessionCookie } from './session-cookie.ts'
import type { LiveSession } from './sessions.ts'
import { foreignForm } from './sign-in-routes.ts'

export function passwordRoutes(identity: Identity): Hono<TransportEnv> {
  const routes = new Hono<TransportEnv>()

  routes.get('/password', async (c) => {
    const session = await identity.sessionOf(readSessionCookie(c, c.var.transport))
    if (session === null) return c.redirect('/sign-in?next=/password', 303)
    return sendPage(c, 200, changePage(languageOf(c.req.query('lang')), session, null))
  })

  routes.post('/password', async (c) => {
    const session = await identity.sessionOf(readSessionCookie(c, c.var.transport))
    if (session === null) return c.redirect('/sign-in?next=/password', 303)
    const input = await formInput(c)
    const language = languageOf(input('lang'))
    if (isForged(c, session, input('csrf'))) {
      await recordForgery(identity, c, session)
      return sendPage(c, 403, refusalPage(language, foreignForm))
    }
    const asked = { present: input('present'), wanted: input('password'), from: factsOf(c) }
    const done =
      asked.wanted === input('repeat')
        ? await identity.changePassword(session, asked)
        : refuse<IdentityRefusal>({ code: 'repeat-differs' })
    if (!done.ok) {
      return sendPage(c, statusOf(done.refusal), changePage(language, session, done.refusal))
    }
    writeSessionCookie(c, c.var.transport, done.value)
    return c.redirect('/', 303)
  })

  return routes
}

function changePage(language: Language, session: LiveSession, refusal: IdentityRefusal | null) {
  return newPasswordPage({
    language,
    why: 'change',
    action: '/password',
    otherLanguage: `/password?lang=${language === 'zh' ? 'en' : 'zh'}`,
    person: {
      name: session.principal.name,
      login: session.login,
      congress: session.congress.name,
    },
    hidden: { csrf: session.csrf },
    refusal,
  })
}
