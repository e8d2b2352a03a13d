/** Accounts as their administrator keeps them: listed, invited, suspended, unlocked. Nobody changes their own. */
import { dayInChina, instant, type Day, type Instant } from '@luoshi/domain/kernel/day'
import {
  idOf,
  type AccountId,
  type CongressId,
  type OfficialId,
  type UnitId,
} from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { isAdminRole } from '@luoshi/domain/people/admin-separation'
import { may, type CommandType } from '@luoshi/domain/people/rights'
import type { Role } from '@luoshi/domain/people/roles'
import type { Displacement, SuspendedWhy } from '../contract/accounts.ts'
import { placeOf } from './account-place.ts'
import { congressOf } from './congresses.ts'
import { factorsOf } from './authenticators.ts'
import { forgetFailures, latestFailures, loginSubject } from './attempts.ts'
import { inCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { IdentityDb } from './identity-tables.ts'
import { closedUntil } from './lockout.ts'
import { insertAccount, type NewAccount } from './new-account.ts'
import { dropLinksOf, makeLink } from './one-time-links.ts'
import type { Principal } from './principal.ts'
import type { RequestFacts } from './request-facts.ts'
import type { SecurityEventKind } from '../contract/security-event-labels.ts'
import { record } from './security-event.ts'
import { linkRule } from './session-rule.ts'
import { endSessionsOf, rolesOf } from './sessions.ts'
import { rulesOf, type SignInRules } from './sign-in-rules.ts'

export type Account = Readonly<{
  id: AccountId
  login: string
  name: string
  roles: readonly Role[]
  /** Where they act now, by the directory. */
  unit: UnitId | null
  official: OfficialId | null
  /** Why they act nowhere any more, for the administrators to see. */
  displaced: Displacement | null
  status: 'invited' | 'active' | 'locked' | 'suspended'
  suspendedWhy: SuspendedWhy | null
  /** The day it is suspended if nobody uses it until then, when that is near. */
  dormantOn: Day | null
  lastSeen: Instant | null
  /** Whether signing in takes more than a password. */
  secondFactor: boolean
}>

/** The token is shown once. */
export type Invited = Readonly<{ account: Account; token: string }>

type Answer<Value> = Promise<Result<Value, IdentityRefusal>>

/** All of them, for the programs on this machine; people read them page by page (list-accounts.ts). */
export async function listAccounts(
  context: IdentityContext,
  { congress, ...who }: Principal,
): Answer<readonly Account[]> {
  const keeps = may(who, 'InviteAccount', null) || may(who, 'GrantRoles', null)
  if (!keeps) return refuse({ code: 'role-forbids' })
  const all = await inCongress(context.db, congress, async (within) => {
    const rows = await accountRows(within).orderBy('login').execute()
    const rules = await dormancyOf(within, congress)
    const accounts: Account[] = []
    for (const row of rows) accounts.push(await accountOf(context, within, row, rules))
    return accounts
  })
  return accept(all)
}

export function invite(
  context: IdentityContext,
  by: Principal,
  asked: NewAccount,
  from: RequestFacts,
): Answer<Invited> {
  return administer(context, by, 'InviteAccount', async (within) => {
    // Where the three administrators are apart, accounts are opened empty and somebody else grants the roles.
    if (may(by, 'GrantRoles', null)) {
      if (asked.roles.length === 0) return refuse({ code: 'roles-missing' })
    } else if (asked.roles.length > 0) return refuse({ code: 'roles-not-yours' })
    const made = await insertAccount(context, within, by.congress, asked, null)
    if (!made.ok) return made
    return accept(await sendLink(context, within, by, made.value, from))
  })
}

/** For whoever lost the link or forgot the password; the old password works until the link is used. */
export function inviteAgain(
  context: IdentityContext,
  by: Principal,
  account: AccountId,
  from: RequestFacts,
): Answer<Invited> {
  return administer(context, by, 'InviteAccount', async (within) => {
    const found = await findOther(context, within, by, account)
    if (!found.ok) return found
    if (found.value.status === 'suspended') return refuse({ code: 'account-suspended' })
    // Whoever opens accounts must not walk in as another administrator by a link of his own making.
    const { admins } = await rulesOf(within, by.congress)
    const isOther = found.value.status !== 'invited' && found.value.roles.some(isAdminRole)
    if (admins === 'separate' && isOther) return refuse({ code: 'admin-link-apart' })
    return accept(await sendLink(context, within, by, account, from))
  })
}

export function suspend(
  context: IdentityContext,
  by: Principal,
  account: AccountId,
  from: RequestFacts,
): Answer<Account> {
  return administer(context, by, 'SuspendAccount', async (within) => {
    const found = await findOther(context, within, by, account)
    if (!found.ok) return found
    await setStatus(within, account, { status: 'suspended', suspended_why: 'administrator' })
    const sessions = await endSessionsOf(within, account)
    await dropLinksOf(within, account)
    await note(context, within, by, 'suspended', account, from, { sessions })
    return findAccount(context, within, account)
  })
}

/** Opens a locked login at once; a suspended account becomes what it was before. */
export function unlock(
  context: IdentityContext,
  by: Principal,
  account: AccountId,
  from: RequestFacts,
): Answer<Account> {
  return administer(context, by, 'UnlockAccount', async (within) => {
    const found = await findOther(context, within, by, account)
    if (!found.ok) return found
    const { login, status } = found.value
    const failures = await forgetFailures(within, loginSubject(by.congress, login))
    if (status === 'suspended') {
      const row = await accountRows(within).where('id', '=', account).executeTakeFirstOrThrow()
      const before = row.password_hash === null ? 'invited' : 'active'
      const reinstated = { suspended_why: null, reinstated_at: context.clock() }
      await setStatus(within, account, { status: before, ...reinstated })
      await note(context, within, by, 'reinstated', account, from, {})
    } else {
      await note(context, within, by, 'unlocked', account, from, { failures })
    }
    return findAccount(context, within, account)
  })
}

function administer<Value>(
  { db }: IdentityContext,
  by: Principal,
  command: CommandType,
  act: (within: IdentityDb) => Answer<Value>,
): Answer<Value> {
  if (!may(by, command, null)) return Promise.resolve(refuse({ code: 'role-forbids' }))
  return inCongress(db, by.congress, act)
}

async function sendLink(
  context: IdentityContext,
  within: IdentityDb,
  by: Principal,
  account: AccountId,
  from: RequestFacts,
): Promise<Invited> {
  const owner = { congress: by.congress, account }
  const token = await makeLink(context, within, 'invitation', owner, linkRule.invitationMinutes)
  const row = await accountRows(within).where('id', '=', account).executeTakeFirstOrThrow()
  await note(context, within, by, 'invited', account, from, { login: row.login, roles: row.roles })
  const rules = await dormancyOf(within, by.congress)
  return { account: await accountOf(context, within, row, rules), token }
}

async function findOther(
  context: IdentityContext,
  within: IdentityDb,
  by: Principal,
  account: AccountId,
): Answer<Account> {
  if (account === by.account) return refuse({ code: 'not-yourself' })
  return findAccount(context, within, account)
}

export async function findAccount(
  context: IdentityContext,
  within: IdentityDb,
  account: AccountId,
): Answer<Account> {
  const row = await accountRows(within).where('id', '=', account).executeTakeFirst()
  if (row === undefined) return refuse({ code: 'account-unknown' })
  const rules = await dormancyOf(within, idOf('congress', row.congress))
  return accept(await accountOf(context, within, row, rules))
}

/** Of this congress only, by row-level security. */
export function accountRows(within: IdentityDb) {
  return within.selectFrom('account').selectAll()
}

type AccountRecord = Awaited<ReturnType<ReturnType<typeof accountRows>['executeTakeFirstOrThrow']>>

export async function accountOf(
  { clock, lockout }: IdentityContext,
  within: IdentityDb,
  row: AccountRecord,
  { dormantDays }: Dormancy,
): Promise<Account> {
  const subject = loginSubject(idOf('congress', row.congress), row.login)
  const failures = await latestFailures(within, 'login', subject, lockout.login, clock())
  const { app, passkeys } = await factorsOf(within, idOf('account', row.id))
  const locked = closedUntil(failures, clock(), lockout.login) !== null
  return {
    id: idOf('account', row.id),
    login: row.login,
    name: row.name,
    roles: rolesOf(row.roles),
    ...(await placeOf(within, row)),
    official: row.official === null ? null : idOf('official', row.official),
    status: row.status === 'active' && locked ? 'locked' : row.status,
    suspendedWhy: row.status === 'suspended' ? (row.suspended_why ?? 'administrator') : null,
    dormantOn: dormantOn(row, dormantDays, clock()),
    secondFactor: app || passkeys > 0,
    lastSeen: row.last_sign_in_at === null ? null : instant(row.last_sign_in_at.toISOString()),
  }
}

type Dormancy = Pick<SignInRules, 'dormantDays'>

/** In a demo nobody is suspended for being away (suspend-dormant.ts). */
export async function dormancyOf(within: IdentityDb, congress: CongressId): Promise<Dormancy> {
  const { demo } = await congressOf(within, congress)
  return demo ? { dormantDays: 0 } : rulesOf(within, congress)
}

/** Told this many days before. */
const warnDays = 14
const dayMs = 86_400_000

function dormantOn(row: AccountRecord, days: number, now: Instant): Day | null {
  if (row.status !== 'active' || days === 0) return null
  const times = [row.created_at, row.password_changed_at, row.last_sign_in_at, row.reinstated_at]
  const used = Math.max(...times.map((time) => time?.getTime() ?? 0))
  const until = used + days * dayMs
  if (until - Date.parse(now) > warnDays * dayMs) return null
  return dayInChina(instant(new Date(until).toISOString()))
}

async function setStatus(
  within: IdentityDb,
  account: AccountId,
  standing: Readonly<{
    status: 'invited' | 'active' | 'suspended'
    suspended_why: SuspendedWhy | null
    reinstated_at?: Instant
  }>,
): Promise<void> {
  await within.updateTable('account').set(standing).where('id', '=', account).execute()
}

function note(
  { clock }: IdentityContext,
  within: IdentityDb,
  by: Principal,
  kind: SecurityEventKind,
  account: AccountId,
  from: RequestFacts,
  facts: Readonly<Record<string, string | number | readonly string[]>>,
): Promise<void> {
  const who = { congress: by.congress, actor: by.account, account }
  return record(within, clock(), from, { kind, outcome: 'done', ...who, facts })
}
