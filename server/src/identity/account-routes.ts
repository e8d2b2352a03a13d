/** /account: a signed-in person sees and changes how they come in. Every form bears the session's token. */
import { delegableRoles } from '@luoshi/domain/people/delegation'
import { dayInChina, isDay } from '@luoshi/domain/kernel/day'
import { Hono, type Context } from 'hono'
import { formInput, languageOf, type FormInput } from './form-input.ts'
import { statusOf } from './identity-problem.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { Identity } from './identity.ts'
import { factsOf, isForged, recordForgery, type TransportEnv } from './middleware.ts'
import { sendPage, sendScriptedPage } from './page-answer.ts'
import { accountPage } from './pages/account-page.ts'
import { accountWords, isAccountDone, type AccountDone } from './pages/account-words.ts'
import { appPage } from './pages/app-page.ts'
import { delegationSection, type TypedDelegation } from './pages/delegation-section.ts'
import { recoveryCodesPage } from './pages/recovery-codes-page.ts'
import { refusalPage } from './pages/refusal-page.ts'
import type { Language } from './password-rule-words.ts'
import { readSessionCookie } from './session-cookie.ts'
import type { LiveSession } from './sessions.ts'
import { foreignForm } from './sign-in-routes.ts'

type Form = Readonly<{
  c: Context<TransportEnv>
  session: LiveSession
  input: FormInput
  language: Language
}>

type Shown = Readonly<{
  refusal: IdentityRefusal | null
  done: string | null
  typed: TypedDelegation | null
}>

export function accountPageRoutes(identity: Identity): Hono<TransportEnv> {
  const routes = new Hono<TransportEnv>()

  routes.get('/account', async (c) => {
    const session = await identity.sessionOf(readSessionCookie(c, c.var.transport))
    if (session === null) return c.redirect('/sign-in?next=/account', 303)
    const done = c.req.query('done')
    const language = languageOf(c.req.query('lang'))
    const said = isAccountDone(done) ? accountWords[language].done[done] : null
    return show(c, session, language, { refusal: null, done: said, typed: null })
  })

  on('/account/app/begin', async (form) => {
    const { c, session, input } = form
    const begun = await identity.beginApp(session, input('present'), factsOf(c))
    return begun.ok ? showApp(form, begun.value, null) : refused(form, begun.refusal)
  })

  on('/account/app/finish', async (form) => {
    const { c, session, input, language } = form
    const done = await identity.finishApp(session, input('code'), factsOf(c))
    if (done.ok) {
      const goOn = `/account?${new URLSearchParams({ done: 'app', lang: language }).toString()}`
      return sendPage(c, 200, recoveryCodesPage({ language, codes: done.value, goOn }))
    }
    const secret = await identity.appBegun(session)
    return secret === null ? refused(form, done.refusal) : showApp(form, secret, done.refusal)
  })

  on('/account/app/remove', async (form) => {
    const { c, session, input } = form
    return answered(
      form,
      await identity.removeApp(session, input('present'), factsOf(c)),
      'removed',
    )
  })

  on('/account/codes', async (form) => {
    const { c, session, input, language } = form
    const made = await identity.newRecoveryCodes(session, input('present'), factsOf(c))
    if (!made.ok) return refused(form, made.refusal)
    const goOn = `/account?lang=${language}`
    return sendPage(c, 200, recoveryCodesPage({ language, codes: made.value, goOn }))
  })

  on('/account/passkeys/name', async (form) => {
    const { c, session, input } = form
    const [credential, name] = [input('credential'), input('name')]
    const done = await identity.renamePasskey(session, credential, name, factsOf(c))
    return answered(form, done, 'renamed')
  })

  on('/account/passkeys/remove', async (form) => {
    const { c, session, input } = form
    const known = await identity.presentPassword(session, input('present'), factsOf(c))
    if (!known.ok) return refused(form, known.refusal)
    const done = await identity.removePasskey(session, input('credential'), factsOf(c))
    return answered(form, done, 'removed')
  })

  on('/account/sessions/end', async (form) => {
    const { c, session, input } = form
    const done = await identity.endOwnSessions(session, input('session'), factsOf(c))
    return answered(form, done, 'ended')
  })

  on('/account/sessions/end-others', async (form) => {
    const { c, session } = form
    return answered(form, await identity.endOwnSessions(session, null, factsOf(c)), 'ended')
  })

  on('/account/delegations', async (form) => {
    const { c, session, input } = form
    const [from, until] = [input('from'), input('until')]
    const roles = delegableRoles.filter((role) => input(`role-${role}`) === '1')
    const typed = { deputy: input('deputy'), roles, from, until, reason: input('reason') }
    if (!isDay(from) || !isDay(until)) return refused(form, { code: 'delegate-period' }, typed)
    const done = await identity.delegate(session, { ...typed, from, until }, factsOf(c))
    return done.ok ? answered(form, done, 'delegated') : refused(form, done.refusal, typed)
  })

  on('/account/delegations/end', async (form) => {
    const { c, session, input } = form
    const done = await identity.endDelegation(session, input('delegation'), factsOf(c))
    return answered(form, done, 'taken')
  })

  return routes

  function on(path: string, act: (form: Form) => Promise<Response>): void {
    routes.post(path, async (c) => {
      const session = await identity.sessionOf(readSessionCookie(c, c.var.transport))
      if (session === null) return c.redirect('/sign-in?next=/account', 303)
      const input = await formInput(c)
      const language = languageOf(input('lang'))
      if (isForged(c, session, input('csrf'))) {
        await recordForgery(identity, c, session)
        return sendPage(c, 403, refusalPage(language, foreignForm))
      }
      return act({ c, session, input, language })
    })
  }

  function answered(
    form: Form,
    result: Readonly<{ ok: true } | { ok: false; refusal: IdentityRefusal }>,
    done: AccountDone,
  ): Response | Promise<Response> {
    if (!result.ok) return refused(form, result.refusal)
    const query = new URLSearchParams({ done, lang: form.language })
    return form.c.redirect(`/account?${query.toString()}`, 303)
  }

  function refused(form: Form, refusal: IdentityRefusal, typed: TypedDelegation | null = null) {
    return show(form.c, form.session, form.language, { refusal, done: null, typed })
  }

  async function show(
    c: Context<TransportEnv>,
    session: LiveSession,
    language: Language,
    { refusal, done, typed }: Shown,
  ) {
    const { own, login, congress, csrf } = session
    const person = { name: own.name, login, congress: congress.name, demo: congress.demo }
    const account = await identity.ownAccount(session)
    const delegations = await identity.delegationsOf(session)
    const today = dayInChina(identity.now())
    const more = delegationSection({ language, csrf, held: own.roles, today, delegations, typed })
    const page = accountPage({ language, person, csrf, own: account, done, refusal, more })
    return sendScriptedPage(c, refusal === null ? 200 : statusOf(refusal), page)
  }

  function showApp(form: Form, secret: Buffer, refusal: IdentityRefusal | null) {
    const { c, session, language } = form
    const { login, csrf } = session
    const page = appPage({
      language,
      secret,
      login,
      hidden: { csrf },
      refusal,
      action: '/account/app/finish',
      why: 'chosen',
    })
    return sendPage(c, refusal === null ? 200 : statusOf(refusal), page)
  }
}
