/** GET /api/v1/session: what the console needs to know before it draws anything. */
import { dayInChina, type Instant } from '@luoshi/domain/kernel/day'
import { accept } from '@luoshi/domain/kernel/result'
import { getSession, type Session } from '../contract/session.ts'
import { mount, type Api } from '../http/mount.ts'
import type { LiveSession } from './sessions.ts'

export type SessionApi = Readonly<{ now: () => Instant; version: string }>

export function sessionRoutes(api: Api, { now, version }: SessionApi): void {
  mount(api, getSession, async ({ c }) => accept(sessionAnswer(c.var.session, now(), version)))
}

function sessionAnswer(
  { principal, congress, csrf }: LiveSession,
  now: Instant,
  version: string,
): Session {
  const { account, name, roles, unit, official } = principal
  return {
    account: { id: account, name },
    roles: [...roles],
    unit,
    official,
    congress: { id: congress.id, name: congress.name },
    csrf,
    today: dayInChina(now),
    version,
  }
}
