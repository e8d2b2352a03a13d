/** Leaving: the session is deleted, not flagged, so nothing is left to steal. */
import { inCongress, type IdentityContext } from './identity-context.ts'
import type { RequestFacts } from './request-facts.ts'
import { record } from './security-event.ts'
import { endSession, type LiveSession } from './sessions.ts'

export function signOut(
  { db, clock }: IdentityContext,
  { token, principal: { congress, account } }: LiveSession,
  from: RequestFacts,
): Promise<void> {
  return inCongress(db, congress, async (within) => {
    await endSession(within, token)
    const who = { actor: account, account }
    await record(within, clock(), from, { kind: 'signed-out', outcome: 'done', congress, ...who })
  })
}
