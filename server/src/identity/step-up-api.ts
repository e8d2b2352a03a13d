/** /api/v1/step-up: the endpoints of contract/step-up.ts. */
import { accept, refuse } from '@luoshi/domain/kernel/result'
import { askPasskeyProof, getStepUp, proveByCode, proveByPasskey } from '../contract/step-up.ts'
import { mount, type Api } from '../http/mount.ts'
import { identityRefused } from './identity-problem.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { Identity } from './identity.ts'
import { factsOf, type Asking } from './middleware.ts'
import { authenticationOf } from './passkey-answers.ts'
import { dropBriefCookie, readBriefCookie, writeBriefCookie } from './session-cookie.ts'

export function stepUpRoutes(api: Api, identity: Identity): void {
  mount(api, getStepUp, async ({ c }) => accept(await identity.stepUp(c.var.session)))
  mount(api, proveByCode, async ({ body, c }) => {
    const done = await identity.proveByCode(c.var.session, body.code, factsOf(c))
    return done.ok ? done : notProven(done.refusal)
  })
  mount(api, askPasskeyProof, async ({ c }) => {
    const put = await identity.askProof(c.var.session, placeOf(c))
    if (!put.ok) return notProven(put.refusal)
    writeBriefCookie(c, c.var.transport, 'question', put.value.question)
    return accept({ options: { ...put.value.options } })
  })
  mount(api, proveByPasskey, async ({ body, c }) => {
    const response = authenticationOf({ ...body.response, clientExtensionResults: {} })
    if (response === null) return notProven({ code: 'passkey-failed' })
    const question = readBriefCookie(c, c.var.transport, 'question')
    dropBriefCookie(c, c.var.transport, 'question')
    const shown = { question, response, place: placeOf(c), from: factsOf(c) }
    const done = await identity.proveByPasskey(c.var.session, shown)
    return done.ok ? done : notProven(done.refusal)
  })
}

/** The person is signed in all the same: 401 would send them to the door. */
function notProven(refusal: IdentityRefusal) {
  const said = identityRefused(refusal)
  return refuse(said.status === 401 ? { ...said, status: 403 as const } : said)
}

function placeOf({ var: { transport } }: Asking) {
  return { origin: transport.origin, host: new URL(transport.origin).hostname }
}
