/** /api/v1/unified-identity: the endpoints of contract/unified-identity.ts. */
import { accept, refuse } from '@luoshi/domain/kernel/result'
import { getUnifiedIdentity, setUnifiedIdentity } from '../contract/unified-identity.ts'
import { mount, type Api } from '../http/mount.ts'
import { identityRefused } from './identity-problem.ts'
import type { Identity } from './identity.ts'
import { factsOf } from './middleware.ts'

export function oidcApiRoutes(api: Api, identity: Identity): void {
  mount(api, getUnifiedIdentity, async ({ asked }) => {
    const read = await identity.oidc(asked.by)
    return read.ok ? accept(read.value) : refuse(identityRefused(read.refusal))
  })
  mount(api, setUnifiedIdentity, async ({ asked, body, c }) => {
    const set = await identity.setOidc(asked.by, body, factsOf(c))
    return set.ok ? accept(set.value) : refuse(identityRefused(set.refusal))
  })
}
