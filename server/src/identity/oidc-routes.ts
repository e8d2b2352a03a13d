/** /sign-in/oidc: to the province's sign-in page and back. Links, not forms: the page's policy sends forms home only. */
import { isId } from '@luoshi/domain/kernel/ids'
import { Hono, type Context } from 'hono'
import { enter } from './enter.ts'
import { languageOf, safePath } from './form-input.ts'
import { explainIdentityRefusal } from './identity-refusal-words.ts'
import { statusOf } from './identity-problem.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { Identity } from './identity.ts'
import { factsOf, type TransportEnv } from './middleware.ts'
import { oidcBack } from './oidc-sign-in.ts'
import { sendPage, setPageHeaders } from './page-answer.ts'
import { refusalPage } from './pages/refusal-page.ts'
import type { Language } from './password-rule-words.ts'
import {
  dropBriefCookie,
  readBriefCookie,
  readSessionCookie,
  writeBriefCookie,
} from './session-cookie.ts'

export function oidcRoutes(identity: Identity): Hono<TransportEnv> {
  const routes = new Hono<TransportEnv>()

  routes.get('/sign-in/oidc', async (c) => {
    const language = languageOf(c.req.query('lang'))
    const congress = c.req.query('congress') ?? ''
    if (!isId('congress', congress)) return no(c, language, { code: 'oidc-off' })
    const { origin } = c.var.transport
    const next = safePath(c.req.query('next'))
    const begun = await identity.beginOidc({ congress, origin, next, language })
    if (!begun.ok) return no(c, language, begun.refusal)
    writeBriefCookie(c, c.var.transport, 'question', begun.value.question)
    setPageHeaders(c)
    return c.redirect(begun.value.goTo.href, 303)
  })

  routes.get(oidcBack, async (c) => {
    const { origin } = c.var.transport
    const done = await identity.finishOidc({
      question: readBriefCookie(c, c.var.transport, 'question'),
      url: new URL(`${origin}${oidcBack}${new URL(c.req.url).search}`),
      from: factsOf(c),
      oldToken: readSessionCookie(c, c.var.transport),
    })
    dropBriefCookie(c, c.var.transport, 'question')
    if (!done.ok) return no(c, 'zh', done.refusal)
    setPageHeaders(c)
    const { entry, next, language } = done.value
    return enter(c, entry, next, language)
  })

  return routes
}

function no(c: Context<TransportEnv>, language: Language, refusal: IdentityRefusal) {
  return sendPage(c, statusOf(refusal), refusalPage(language, explainIdentityRefusal(refusal)))
}
