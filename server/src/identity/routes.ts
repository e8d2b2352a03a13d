/** The pages before the console, all of them: mounted once at the root of the server, after guardTransport. */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { accountPageRoutes } from './account-routes.ts'
import type { Identity } from './identity.ts'
import { invitationRoutes } from './invitation-routes.ts'
import type { TransportEnv } from './middleware.ts'
import { oidcRoutes } from './oidc-routes.ts'
import { passkeyRoutes } from './passkey-routes.ts'
import { passwordRoutes } from './password-routes.ts'
import { secondStepRoutes } from './second-step-routes.ts'
import { setupRoutes } from './setup-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'

export type IdentityPages = Readonly<{
  identity: Identity
  /** The key that the congress's checkpoints are signed with: ledger's `congressVerifierKey`. */
  publicKey: (congress: CongressId) => Promise<string>
}>

export function identityRoutes({ identity, publicKey }: IdentityPages): Hono<TransportEnv> {
  const routes = new Hono<TransportEnv>()
  const small = bodyLimit({ maxSize: 16 * 1024 })
  for (const path of ['/sign-in', '/sign-out', '/setup', '/accept-invitation', '/password']) {
    routes.use(path, small)
  }
  for (const path of ['/sign-in/*', '/account/*']) routes.use(path, small)
  routes.route('/', signInRoutes(identity))
  routes.route('/', secondStepRoutes(identity))
  routes.route('/', passkeyRoutes(identity))
  routes.route('/', oidcRoutes(identity))
  routes.route('/', accountPageRoutes(identity))
  routes.route('/', setupRoutes(identity, publicKey))
  routes.route('/', invitationRoutes(identity))
  routes.route('/', passwordRoutes(identity))
  return routes
}
