/** GET /api/v1/session: what the console needs to know before it draws anything. */
import { dayInChina, type Instant } from '@luoshi/domain/kernel/day'
import { accept, refuse } from '@luoshi/domain/kernel/result'
import { actFor } from '../contract/delegations.ts'
import { getSession, type Session } from '../contract/session.ts'
import { mount, type Api } from '../http/mount.ts'
import type { Delegations } from './delegations.ts'
import { identityRefused } from './identity-problem.ts'
import type { Identity } from './identity.ts'
import { factsOf } from './middleware.ts'
import type { LiveSession } from './sessions.ts'

export type SessionApi = Readonly<{
  identity: Pick<Identity, 'delegationsOf' | 'actFor'>
  now: () => Instant
  version: string
}>

export function sessionRoutes(api: Api, { identity, now, version }: SessionApi): void {
  mount(api, getSession, async ({ c }) => {
    const { session } = c.var
    const delegations = await identity.delegationsOf(session)
    return accept(sessionAnswer(session, delegations, now(), version))
  })
  mount(api, actFor, async ({ c, body }) => {
    const done = await identity.actFor(c.var.session, body.delegation, factsOf(c))
    return done.ok ? accept({ done: true as const }) : refuse(identityRefused(done.refusal))
  })
}

function sessionAnswer(
  { principal, congress, csrf }: LiveSession,
  { given, received }: Delegations,
  now: Instant,
  version: string,
): Session {
  const { account, name, roles, unit, official, actingFor } = principal
  return {
    account: { id: account, name },
    roles: [...roles],
    unit,
    official,
    congress: { id: congress.id, name: congress.name },
    actingFor: actingFor
      ? { account: actingFor.account, name: actingFor.name, until: actingFor.until }
      : null,
    mayActFor: received
      .filter(({ inForce }) => inForce)
      .map((one) => ({ delegation: one.id, name: one.name, until: one.until })),
    deputies: given
      .filter(({ inForce }) => inForce)
      .map((one) => ({ name: one.name, until: one.until })),
    csrf,
    today: dayInChina(now),
    version,
  }
}
