/** Changing one's own password: the present one is asked again, every other session ends, and this one gets a new token. */
import { idOf } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { countAttempt, dropAttempt, loginSubject, takeBackAttempt } from './attempts.ts'
import { congressOf } from './congresses.ts'
import { inCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { RequestFacts } from './request-facts.ts'
import type { SecurityEventKind } from '../contract/security-event-labels.ts'
import { record } from './security-event.ts'
import { beginSession, type LiveSession } from './sessions.ts'
import { hashNewPassword, lastHashes, passwordOwner, storePassword } from './set-password.ts'

export type PasswordChange = Readonly<{ present: string; wanted: string; from: RequestFacts }>

/** Answers the new session's token. A wrong present password counts as a failed sign-in: a stolen session may not guess. */
export async function changePassword(
  context: IdentityContext,
  session: LiveSession,
  { present, wanted, from }: PasswordChange,
): Promise<Result<string, IdentityRefusal>> {
  const { db, clock, passwords } = context
  const { account, congress } = session.principal
  const subject = loginSubject(congress, session.login)
  const counted = await countAttempt(context, { login: subject, address: from.address })
  if (!counted.ok) return counted
  const person = await inCongress(db, congress, async (within) => {
    const row = await within
      .selectFrom('account')
      .select(['login', 'name', 'unit', 'password_hash'])
      .where('id', '=', account)
      .executeTakeFirstOrThrow()
    const unit = row.unit === null ? null : idOf('unit', row.unit)
    const former = await lastHashes(within, account, row.password_hash)
    return { ...row, unit, former, congress: await congressOf(within, congress) }
  })
  const right = await passwords.matches(present, person.password_hash)
  if (!right.ok) {
    await dropAttempt(db, counted.value)
    return right
  }
  if (!right.value) {
    await inCongress(db, congress, (within) => note(within, 'password-change-failed', 'refused'))
    return refuse({ code: 'wrong-password' })
  }
  await db.transaction().execute((within) => takeBackAttempt(within, counted.value, subject))
  const owner = await passwordOwner(context, person.congress, person)
  const hash = await hashNewPassword(context, wanted, owner, person.former)
  if (!hash.ok) return hash
  return inCongress(db, congress, async (within) => {
    await storePassword(context, within, account, congress, person.password_hash, hash.value)
    await note(within, 'password-changed', 'done')
    return accept(await beginSession(context, within, congress, account, from))
  })

  function note(
    within: IdentityContext['db'],
    kind: SecurityEventKind,
    outcome: 'done' | 'refused',
  ) {
    return record(within, clock(), from, { kind, outcome, congress, actor: account, account })
  }
}
