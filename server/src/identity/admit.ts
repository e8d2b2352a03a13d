/**
 * The one way to a session: whoever proved who they are is asked for whatever else their congress wants, and only then
 * let in. A second factor that exists is always asked for; one that is forced has to be set up first.
 * Source: GB/T 22239-2019 8.1.4.1 a (change of passwords), d (two factors); OWASP ASVS 5.0 6.3.3, 7.2.4.
 */
import { standingRoles } from '@luoshi/domain/people/admin-separation'
import type { Instant } from '@luoshi/domain/kernel/day'
import type { SuspendedWhy } from '../contract/accounts.ts'
import type { AccountId, CongressId } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { forgetFailures, loginSubject } from './attempts.ts'
import { factorsOf } from './authenticators.ts'
import type { IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { IdentityDb } from './identity-tables.ts'
import type { RequestFacts } from './request-facts.ts'
import { record } from './security-event.ts'
import { beginSession, endSession, endSessionsOf, rolesOf } from './sessions.ts'
import { rulesOf, type SignInRules } from './sign-in-rules.ts'
import { makeStep, type Stage } from './sign-in-steps.ts'

export type Entry =
  | Readonly<{ kind: 'session'; token: string }>
  | Readonly<{ kind: 'step'; token: string; stage: Stage }>

export type Proven = Readonly<{
  congress: CongressId
  account: AccountId
  /** What was shown: `password`, `password+code`, `passkey`, `oidc` … */
  method: string
  /** Two: nothing more is asked for who they are. */
  factors: 'one' | 'two'
  from: RequestFacts
  /** The session the browser already has, if any: it ends. */
  oldToken: string | null
}>

/** `within` must be inside the congress. */
export async function admit(
  context: IdentityContext,
  within: IdentityDb,
  proven: Proven,
): Promise<Result<Entry, IdentityRefusal>> {
  const { congress, account, method, from, oldToken } = proven
  const now = context.clock()
  const person = await within
    .selectFrom('account')
    .select(['login', 'roles', 'status', 'suspended_why', 'password_changed_at'])
    .where('id', '=', account)
    .executeTakeFirst()
  if (person === undefined || person.status !== 'active') return refuse(suspendedRefusal(person))
  const rules = await rulesOf(within, congress)
  const stage = await nextStage(within, proven, person, rules, now)
  const who = { congress, actor: account, account } as const
  if (stage !== null) {
    const kind = stage === 'password' ? 'password-expired' : 'factor-asked'
    await record(within, now, from, { kind, outcome: 'done', ...who, facts: { method } })
    const token = await makeStep(context, within, { congress, account, stage, method })
    return accept({ kind: 'step', token, stage })
  }
  // Only now: a right password alone must not wipe out wrong codes.
  await forgetFailures(within, loginSubject(congress, person.login))
  if (oldToken !== null) await endSession(within, oldToken)
  if (rules.oneSession) await endSessionsOf(within, account)
  await within
    .updateTable('account')
    .set({ last_sign_in_at: now })
    .where('id', '=', account)
    .execute()
  await record(within, now, from, { kind: 'signed-in', outcome: 'done', ...who, facts: { method } })
  const token = await beginSession(context, within, congress, account, from, method)
  return accept({ kind: 'session', token })
}

/** Says what happened and how to mend it; only to somebody who has proven who they are. */
export function suspendedRefusal(
  account: Readonly<{ suspended_why: SuspendedWhy | null }> | undefined,
): IdentityRefusal {
  return { code: account?.suspended_why === 'dormant' ? 'account-dormant' : 'account-suspended' }
}

type Person = Readonly<{ roles: string[]; password_changed_at: Date | null }>

async function nextStage(
  within: IdentityDb,
  { account, factors, method }: Proven,
  { roles, password_changed_at }: Person,
  rules: SignInRules,
  now: Instant,
): Promise<Stage | null> {
  if (factors === 'one') {
    const has = await factorsOf(within, account)
    if (has.app || has.passkeys > 0) return 'factor'
    const standing = standingRoles(rules.admins, rolesOf(roles))
    if (standing.some((role) => rules.forcedRoles.includes(role))) return 'enrol'
  }
  const usesPassword = method.startsWith('password')
  return usesPassword && isExpired(password_changed_at, rules.passwordDays, now) ? 'password' : null
}

/** Counted in whole days from the minute it was set. */
export function isExpired(changed: Date | null, days: number, now: Instant): boolean {
  if (days === 0 || changed === null) return false
  return Date.parse(now) - changed.getTime() >= days * 86_400_000
}
