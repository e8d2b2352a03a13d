/** /setup: the key ceremony of an empty data folder. */
import { refuse } from '@luoshi/domain/kernel/result'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { Hono } from 'hono'
import { congressOfSetup } from './first-setup.ts'
import { isSurelyOurs } from './forgery.ts'
import { formInput, languageOf, type FormInput } from './form-input.ts'
import { explainIdentityRefusal } from './identity-refusal-words.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import { statusOf } from './identity-problem.ts'
import type { Identity } from './identity.ts'
import { keyFingerprint } from './key-fingerprint.ts'
import { factsOf, originsOf, type TransportEnv } from './middleware.ts'
import { sendPage } from './page-answer.ts'
import { refusalPage } from './pages/refusal-page.ts'
import { setupPage } from './pages/setup-page.ts'
import { writeSessionCookie } from './session-cookie.ts'
import { foreignForm } from './sign-in-routes.ts'

export function setupRoutes(
  identity: Identity,
  publicKey: (congress: CongressId) => Promise<string>,
): Hono<TransportEnv> {
  const routes = new Hono<TransportEnv>()
  const empty = { congress: '', county: '', name: '', login: '' }

  routes.get('/setup', async (c) => {
    const language = languageOf(c.req.query('lang'))
    const token = c.req.query('token') ?? ''
    if (!(await identity.mayBeSetUp(token))) {
      return sendPage(c, 404, refusalPage(language, explainIdentityRefusal({ code: 'link-void' })))
    }
    const key = await publicKey(congressOfSetup(token))
    const shown = { publicKey: key, fingerprint: keyFingerprint(key) }
    const body = setupPage({ language, token, ...shown, typed: empty, refusals: [] })
    return sendPage(c, 200, body)
  })

  routes.post('/setup', async (c) => {
    const input = await formInput(c)
    const language = languageOf(input('lang'))
    if (!isSurelyOurs(originsOf(c), c.var.transport.origin)) {
      return sendPage(c, 403, refusalPage(language, foreignForm))
    }
    const token = input('token')
    const key = await publicKey(congressOfSetup(token))
    const fingerprint = keyFingerprint(key)
    const typed = typedIn(input)
    const rest = { fingerprint, fingerprintEnd: input('end'), from: factsOf(c) }
    const asked = { token, password: input('password'), ...typed, ...rest }
    const differs = input('password') !== input('repeat')
    const done = differs ? refuse(identity.setupFaults(asked)) : await identity.setUp(asked)
    if (done.ok) {
      writeSessionCookie(c, c.var.transport, done.value)
      return c.redirect('/', 303)
    }
    const refusals = differs ? [...done.refusal, repeatDiffers] : done.refusal
    const [first = repeatDiffers] = refusals
    if (first.code === 'link-void' || !(await identity.mayBeSetUp(token))) {
      return sendPage(c, 404, refusalPage(language, explainIdentityRefusal({ code: 'link-void' })))
    }
    const body = setupPage({ language, token, publicKey: key, fingerprint, typed, refusals })
    return sendPage(c, statusOf(first), body)
  })

  return routes
}

const repeatDiffers: IdentityRefusal = { code: 'repeat-differs' }

function typedIn(input: FormInput) {
  return {
    congress: input('congress'),
    county: input('county'),
    name: input('name'),
    login: input('login'),
  }
}
