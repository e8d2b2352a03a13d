/** /accept-invitation: an invited person sets their own password. */
import { refuse } from '@luoshi/domain/kernel/result'
import { Hono } from 'hono'
import { enter } from './enter.ts'
import { isSurelyOurs } from './forgery.ts'
import { formInput, languageOf } from './form-input.ts'
import { explainIdentityRefusal } from './identity-refusal-words.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import { statusOf } from './identity-problem.ts'
import type { Identity } from './identity.ts'
import { factsOf, originsOf, type TransportEnv } from './middleware.ts'
import { sendPage } from './page-answer.ts'
import { newPasswordPage } from './pages/new-password-page.ts'
import { refusalPage } from './pages/refusal-page.ts'
import type { Language } from './password-rule-words.ts'
import { foreignForm } from './sign-in-routes.ts'

export function invitationRoutes(identity: Identity): Hono<TransportEnv> {
  const routes = new Hono<TransportEnv>()

  routes.get('/accept-invitation', async (c) => {
    const language = languageOf(c.req.query('lang'))
    const body = await invitationPage(language, c.req.query('token') ?? '', null)
    return body === null ? sendPage(c, 404, voidPage(language)) : sendPage(c, 200, body)
  })

  routes.post('/accept-invitation', async (c) => {
    const input = await formInput(c)
    const language = languageOf(input('lang'))
    if (!isSurelyOurs(originsOf(c), c.var.transport.origin)) {
      return sendPage(c, 403, refusalPage(language, foreignForm))
    }
    const [token, password] = [input('token'), input('password')]
    const refusal: IdentityRefusal | null =
      password === input('repeat') ? null : { code: 'repeat-differs' }
    const done =
      refusal === null
        ? await identity.acceptInvitation({ token, password, from: factsOf(c) })
        : refuse(refusal)
    if (done.ok) {
      return enter(c, done.value, '/', language)
    }
    const body = await invitationPage(language, token, done.refusal)
    if (body === null) return sendPage(c, 404, voidPage(language))
    return sendPage(c, statusOf(done.refusal), body)
  })

  return routes

  async function invitationPage(
    language: Language,
    token: string,
    refusal: IdentityRefusal | null,
  ) {
    const invited = await identity.readInvitation(token)
    if (invited === null) return null
    const other = new URLSearchParams({ token, lang: language === 'zh' ? 'en' : 'zh' })
    return newPasswordPage({
      language,
      why: 'invited',
      action: '/accept-invitation',
      otherLanguage: `/accept-invitation?${other.toString()}`,
      person: { name: invited.name, login: invited.login, congress: invited.congress.name },
      hidden: { token },
      refusal,
    })
  }
}

function voidPage(language: Language) {
  return refusalPage(language, explainIdentityRefusal({ code: 'link-void' }))
}
