/**
 * Signing in by password. Unknown, invited and existing accounts cost the same work and get the same answer; whatever
 * session the browser came with ends. Source: ecosystem.md §5 items 1a, 1b; OWASP ASVS 5.0 6.3, 7.2.4.
 */
import { idOf, type AccountId, type CongressId } from '@luoshi/domain/kernel/ids'
import { refuse, type Result } from '@luoshi/domain/kernel/result'
import type { SuspendedWhy } from '../contract/accounts.ts'
import { admit, suspendedRefusal, type Entry } from './admit.ts'
import {
  countAttempt,
  dropAttempt,
  dropOldAttempts,
  loginSubject,
  type Attempt,
} from './attempts.ts'
import { inCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import { normalLogin } from './login-name.ts'
import type { RequestFacts } from './request-facts.ts'
import { record } from './security-event.ts'

export type SignIn = Readonly<{
  congress: CongressId
  login: string
  password: string
  from: RequestFacts
  /** The session the browser already has, if any: it ends. */
  oldToken: string | null
}>

type Found = Readonly<{
  id: string
  status: 'invited' | 'active' | 'suspended'
  suspended_why: SuspendedWhy | null
  password_hash: string | null
}>

/** Answers the new session's token, or the next step. */
export async function signIn(
  context: IdentityContext,
  { congress, login: typed, password, from, oldToken }: SignIn,
): Promise<Result<Entry, IdentityRefusal>> {
  const login = normalLogin(typed)
  const subject = loginSubject(congress, login)
  await dropOldAttempts(context)
  const counted = await countAttempt(context, { login: subject, address: from.address })
  if (!counted.ok) {
    const facts = { why: 'locked', by: counted.refusal.by }
    await recordFailure(context, congress, null, login, from, facts)
    return counted
  }
  const account = await findAccount(context, congress, login)
  const matches = await context.passwords.matches(password, account?.password_hash ?? null)
  if (!matches.ok) {
    await dropAttempt(context.db, counted.value)
    return matches
  }
  if (account === undefined || !matches.value || account.status === 'invited') {
    const known = account === undefined ? null : idOf('account', account.id)
    await refuseAttempt(context, congress, known, login, from, counted.value)
    return refuse({ code: 'wrong-login-or-password' })
  }
  const id = idOf('account', account.id)
  const rehashed = await outgrown(context, account.password_hash, password)
  return inCongress(context.db, congress, async (within) => {
    await dropAttempt(within, counted.value)
    // Said only to somebody who knows the password.
    if (account.status === 'suspended') {
      await record(within, context.clock(), from, {
        kind: 'sign-in-failed',
        outcome: 'refused',
        congress,
        account: id,
        login,
        facts: { why: account.suspended_why === 'dormant' ? 'dormant' : 'suspended' },
      })
      return refuse(suspendedRefusal(account))
    }
    if (rehashed !== null) {
      await within
        .updateTable('account')
        .set({ password_hash: rehashed })
        .where('id', '=', id)
        .where('status', '=', 'active')
        .execute()
    }
    const proven = {
      congress,
      account: id,
      method: 'password',
      factors: 'one',
      from,
      oldToken,
    } as const
    return admit(context, within, proven)
  })
}

function findAccount(
  { db }: IdentityContext,
  congress: CongressId,
  login: string,
): Promise<Found | undefined> {
  return inCongress(db, congress, (within) =>
    within
      .selectFrom('account')
      .select(['id', 'status', 'suspended_why', 'password_hash'])
      .where('congress', '=', congress)
      .where('login', '=', login)
      .executeTakeFirst(),
  )
}

async function outgrown(
  { passwords }: IdentityContext,
  hash: string | null,
  password: string,
): Promise<string | null> {
  if (hash === null || !passwords.isOutgrown(hash)) return null
  const renewed = await passwords.hash(password)
  // Too busy now: the next sign-in will do it.
  return renewed.ok ? renewed.value : null
}

async function refuseAttempt(
  context: IdentityContext,
  congress: CongressId,
  account: AccountId | null,
  login: string,
  from: RequestFacts,
  { closes }: Attempt,
): Promise<void> {
  await recordFailure(context, congress, account, login, from, { why: 'wrong' })
  for (const by of closes) {
    await inCongress(context.db, congress, (within) =>
      record(within, context.clock(), from, {
        kind: 'locked',
        outcome: 'done',
        congress,
        account,
        login,
        facts: { by },
      }),
    )
  }
}

function recordFailure(
  { db, clock }: IdentityContext,
  congress: CongressId,
  account: AccountId | null,
  login: string,
  from: RequestFacts,
  facts: Readonly<Record<string, string>>,
): Promise<void> {
  return inCongress(db, congress, (within) =>
    record(within, clock(), from, {
      kind: 'sign-in-failed',
      outcome: 'refused',
      congress,
      account,
      login,
      facts,
    }),
  )
}
