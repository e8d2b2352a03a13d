/** /sign-in/code, /sign-in/enrol, /sign-in/renew: what comes between the password and the console. */
import { refuse } from '@luoshi/domain/kernel/result'
import { Hono, type Context } from 'hono'
import { enter, enteredAt } from './enter.ts'
import { isSurelyOurs } from './forgery.ts'
import { formInput, languageOf, safePath, type FormInput } from './form-input.ts'
import { statusOf } from './identity-problem.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { Identity } from './identity.ts'
import { factsOf, originsOf, type TransportEnv } from './middleware.ts'
import { sendPage, sendScriptedPage } from './page-answer.ts'
import { appPage } from './pages/app-page.ts'
import { codePage } from './pages/code-page.ts'
import { newPasswordPage } from './pages/new-password-page.ts'
import { recoveryCodesPage } from './pages/recovery-codes-page.ts'
import { refusalPage } from './pages/refusal-page.ts'
import type { Language } from './password-rule-words.ts'
import { csrfToken, isCsrfToken } from './secret-token.ts'
import { readBriefCookie, readSessionCookie } from './session-cookie.ts'
import type { Stage, Step } from './sign-in-steps.ts'
import { foreignForm } from './sign-in-routes.ts'

type Asked = Readonly<{ step: Step; language: Language; next: string }>

export function secondStepRoutes(identity: Identity): Hono<TransportEnv> {
  const routes = new Hono<TransportEnv>()

  routes.get('/sign-in/code', async (c) => {
    const asked = await opened(c, 'factor')
    return asked === null ? startAgain(c) : showCode(c, asked, null)
  })

  routes.post('/sign-in/code', async (c) => {
    const given = await sent(c, 'factor')
    if (given instanceof Response) return given
    const { asked, input } = given
    const done = await identity.passFactor(asked.step, { code: input('code'), ...wayOf(c) })
    if (done.ok) return enter(c, done.value, asked.next, asked.language)
    return showCode(c, asked, done.refusal)
  })

  routes.get('/sign-in/enrol', async (c) => {
    const asked = await opened(c, 'enrol')
    return asked === null ? startAgain(c) : showEnrol(c, asked, null)
  })

  routes.post('/sign-in/enrol', async (c) => {
    const given = await sent(c, 'enrol')
    if (given instanceof Response) return given
    const { asked, input } = given
    const done = await identity.passEnrolment(asked.step, { code: input('code'), ...wayOf(c) })
    if (!done.ok) return showEnrol(c, asked, done.refusal)
    const { entry, codes } = done.value
    const goOn = enteredAt(c, entry, asked.next, asked.language)
    return sendPage(c, 200, recoveryCodesPage({ language: asked.language, codes, goOn }))
  })

  routes.get('/sign-in/renew', async (c) => {
    const asked = await opened(c, 'password')
    return asked === null ? startAgain(c) : showRenewal(c, asked, null)
  })

  routes.post('/sign-in/renew', async (c) => {
    const given = await sent(c, 'password')
    if (given instanceof Response) return given
    const { asked, input } = given
    const wanted = input('password')
    const done =
      wanted === input('repeat')
        ? await identity.passRenewal(asked.step, { wanted, ...wayOf(c) })
        : refuse<IdentityRefusal>({ code: 'repeat-differs' })
    if (done.ok) return enter(c, done.value, asked.next, asked.language)
    return showRenewal(c, asked, done.refusal)
  })

  return routes

  async function opened(c: Context<TransportEnv>, stage: Stage): Promise<Asked | null> {
    const step = await identity.stepOf(readBriefCookie(c, c.var.transport, 'step'))
    if (step === null || step.stage !== stage) return null
    return { step, language: languageOf(c.req.query('lang')), next: safePath(c.req.query('next')) }
  }

  /** The form of a step, if it is surely of our own page. */
  async function sent(
    c: Context<TransportEnv>,
    stage: Stage,
  ): Promise<Response | Readonly<{ asked: Asked; input: FormInput }>> {
    const input = await formInput(c)
    const language = languageOf(input('lang'))
    const step = await identity.stepOf(readBriefCookie(c, c.var.transport, 'step'))
    if (step === null || step.stage !== stage) return startAgain(c)
    const ours = isSurelyOurs(originsOf(c), c.var.transport.origin)
    if (!ours || !isCsrfToken(step.token, input('csrf'))) {
      return sendPage(c, 403, refusalPage(language, foreignForm))
    }
    return { asked: { step, language, next: safePath(input('next')) }, input }
  }

  async function showCode(c: Context<TransportEnv>, asked: Asked, refusal: IdentityRefusal | null) {
    if (refusal?.code === 'step-void') return startAgain(c)
    const shown = await identity.showStep(asked.step)
    const page = codePage({ ...asked, ...shown, csrf: csrfToken(asked.step.token), refusal })
    return sendScriptedPage(c, refusal === null ? 200 : statusOf(refusal), page)
  }

  async function showEnrol(
    c: Context<TransportEnv>,
    asked: Asked,
    refusal: IdentityRefusal | null,
  ) {
    const secret = await identity.enrolmentOf(asked.step)
    if (secret === null || refusal?.code === 'step-void') return startAgain(c)
    const { login } = await identity.showStep(asked.step)
    const hidden = { csrf: csrfToken(asked.step.token), next: asked.next }
    const { language } = asked
    const page = appPage({
      language,
      secret,
      login,
      hidden,
      refusal,
      action: '/sign-in/enrol',
      why: 'forced',
    })
    return sendPage(c, refusal === null ? 200 : statusOf(refusal), page)
  }

  async function showRenewal(
    c: Context<TransportEnv>,
    asked: Asked,
    refusal: IdentityRefusal | null,
  ) {
    if (refusal?.code === 'step-void') return startAgain(c)
    const { login, name, congress } = await identity.showStep(asked.step)
    const page = newPasswordPage({
      language: asked.language,
      why: 'expired',
      action: '/sign-in/renew',
      otherLanguage: '',
      person: { name, login, congress },
      hidden: { csrf: csrfToken(asked.step.token), next: asked.next },
      refusal,
    })
    return sendPage(c, refusal === null ? 200 : statusOf(refusal), page)
  }
}

function wayOf(c: Context<TransportEnv>) {
  return { from: factsOf(c), oldToken: readSessionCookie(c, c.var.transport) }
}

function startAgain(c: Context<TransportEnv>): Response {
  return c.redirect('/sign-in', 303)
}
