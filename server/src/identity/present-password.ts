/**
 * Asks a signed-in person once more who they are, before what lets people in is changed: a session left open on a desk
 * must not be enough. A wrong answer counts as a failed sign-in. Source: OWASP ASVS 5.0 7.5.1.
 */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { countAttempt, dropAttempt, loginSubject, takeBackAttempt } from './attempts.ts'
import { inCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { RequestFacts } from './request-facts.ts'
import { record } from './security-event.ts'
import type { LiveSession } from './sessions.ts'

export async function presentPassword(
  context: IdentityContext,
  { own: { account, congress }, login, congress: { demo } }: LiveSession,
  present: string,
  from: RequestFacts,
): Promise<Result<null, IdentityRefusal>> {
  // The people of a demo came in by a link and have no password of their own.
  if (demo) return accept(null)
  const { db, clock, passwords } = context
  const subject = loginSubject(congress, login)
  const counted = await countAttempt(context, { login: subject, address: from.address })
  if (!counted.ok) return counted
  const { password_hash } = await inCongress(db, congress, (within) =>
    within
      .selectFrom('account')
      .select('password_hash')
      .where('id', '=', account)
      .executeTakeFirstOrThrow(),
  )
  const right = await passwords.matches(present, password_hash)
  if (!right.ok) {
    await dropAttempt(db, counted.value)
    return right
  }
  if (!right.value) {
    const who = { congress, actor: account, account } as const
    await inCongress(db, congress, (within) =>
      record(within, clock(), from, { kind: 'password-change-failed', outcome: 'refused', ...who }),
    )
    return refuse({ code: 'wrong-password' })
  }
  await db.transaction().execute((within) => takeBackAttempt(within, counted.value, subject))
  return accept(null)
}
