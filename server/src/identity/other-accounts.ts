/** What the security administrator does for others beyond suspending: seeing and ending sessions, a lost telephone. */
import { may } from '@luoshi/domain/people/rights'
import type { AccountId } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { findAccount, type Account } from './accounts.ts'
import { removeAuthenticator } from './authenticators.ts'
import { inCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { IdentityDb } from './identity-tables.ts'
import { sessionsOf, type SessionLine } from './own-account.ts'
import type { Principal } from './principal.ts'
import { dropRecoveryCodes } from './recovery-codes.ts'
import type { RequestFacts } from './request-facts.ts'
import { record } from './security-event.ts'
import { endSessionsOf } from './sessions.ts'

type Answered<Value> = Promise<Result<Value, IdentityRefusal>>

export async function sessionsOfAccount(
  context: IdentityContext,
  by: Principal,
  account: AccountId,
): Answered<readonly SessionLine[]> {
  if (!may(by, 'RevokeSession', null)) return refuse({ code: 'role-forbids' })
  return inCongress(context.db, by.congress, async (within) => {
    const found = await findAccount(context, within, account)
    return found.ok ? accept(await sessionsOf(within, account, null)) : found
  })
}

/** All of them: somebody whose one session was stolen is best off signing in anew. */
export async function endSessionsOfAccount(
  context: IdentityContext,
  by: Principal,
  account: AccountId,
  from: RequestFacts,
): Answered<Account> {
  if (!may(by, 'RevokeSession', null)) return refuse({ code: 'role-forbids' })
  return inCongress(context.db, by.congress, async (within) => {
    const found = await findAccount(context, within, account)
    if (!found.ok) return found
    const sessions = await endSessionsOf(within, account)
    const who = { congress: by.congress, actor: by.account, account, facts: { sessions } }
    await record(within, context.clock(), from, { kind: 'session-ended', outcome: 'done', ...who })
    return accept(found.value)
  })
}

/** For whoever lost telephone, keys and paper. Their sessions end; the password stays, so they still need that. */
export async function removeFactors(
  context: IdentityContext,
  by: Principal,
  account: AccountId,
  from: RequestFacts,
): Answered<Account> {
  if (!may(by, 'UnlockAccount', null)) return refuse({ code: 'role-forbids' })
  if (account === by.account) return refuse({ code: 'not-yourself' })
  return inCongress(context.db, by.congress, async (within) => {
    const found = await findAccount(context, within, account)
    if (!found.ok) return found
    const facts = await dropFactors(within, account)
    const who = { congress: by.congress, actor: by.account, account, facts }
    await record(within, context.clock(), from, { kind: 'factor-removed', outcome: 'done', ...who })
    return findAccount(context, within, account)
  })
}

/** All second factors go, and the sessions with them. Answers how many passkeys there were. */
export async function dropFactors(
  within: IdentityDb,
  account: AccountId,
): Promise<Readonly<{ passkeys: number }>> {
  await removeAuthenticator(within, account)
  await dropRecoveryCodes(within, account)
  const keys = await within.deleteFrom('passkey').where('account', '=', account).executeTakeFirst()
  await endSessionsOf(within, account)
  return { passkeys: Number(keys.numDeletedRows) }
}
