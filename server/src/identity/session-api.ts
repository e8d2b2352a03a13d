/** GET /api/v1/session: what the console needs to know before it draws anything. */
import { dayInChina, type Instant } from '@luoshi/domain/kernel/day'
import type { Session } from '../contract/session.ts'
import type { LiveSession } from './sessions.ts'

export function sessionAnswer(
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
