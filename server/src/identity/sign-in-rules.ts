/**
 * How a congress lets its people in, as its security administrator set it.
 *
 * A second factor is asked of administrators and clerks and forced on nobody until the office says so: a forced factor
 * for which nobody has a phone or a key yet ends in one shared by all, which is worse than none.
 * Source: GB/T 22239-2019 8.1.4.1 a, b, d; 8.1.5; OWASP ASVS 5.0 6.3.3, 7.3.1.
 */
import { adminModes, modeRefusal, type AdminMode } from '@luoshi/domain/people/admin-separation'
import { may } from '@luoshi/domain/people/rights'
import type { Role } from '@luoshi/domain/people/roles'
import { idOf, type CongressId } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { sql } from 'kysely'
import { inCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { IdentityDb } from './identity-tables.ts'
import type { Principal } from './principal.ts'
import type { RequestFacts } from './request-facts.ts'
import { record } from './security-event.ts'
import { sessionRule } from './session-rule.ts'
import { rolesOf } from './sessions.ts'

export type SignInRules = Readonly<{
  admins: AdminMode
  /** Up to this many accounts one person may well administer alone. */
  smallOffice: number
  idleMinutes: number
  /** 0: passwords do not expire. */
  passwordDays: number
  /** 0: accounts that nobody uses stay open. */
  dormantDays: number
  oneSession: boolean
  /** Whom the console asks to set up a second factor, and who cannot come in without. */
  askedRoles: readonly Role[]
  forcedRoles: readonly Role[]
  /** 0 while nobody has set any. */
  version: number
}>

const usual: SignInRules = {
  admins: 'together',
  smallOffice: 30,
  idleMinutes: sessionRule.idleMinutes,
  passwordDays: 90,
  dormantDays: 90,
  oneSession: false,
  askedRoles: ['admin', 'securityAdmin', 'auditAdmin', 'clerk'],
  forcedRoles: [],
  version: 0,
}

/** `within` must be inside the congress. */
export async function rulesOf(within: IdentityDb, congress: CongressId): Promise<SignInRules> {
  const row = await within
    .selectFrom('sign_in_rules')
    .selectAll()
    .where('congress', '=', congress)
    .executeTakeFirst()
  if (row === undefined) return usual
  const admins = adminModes.find((one) => one === row.admins)
  if (admins === undefined) throw new Error(`Unknown way of administering: ${row.admins}`)
  return {
    admins,
    smallOffice: row.small_office,
    idleMinutes: row.idle_minutes,
    passwordDays: row.password_days,
    dormantDays: row.dormant_days,
    oneSession: row.one_session,
    askedRoles: rolesOf(row.asked_roles),
    forcedRoles: rolesOf(row.forced_roles),
    version: row.version,
  }
}

export type RulesShown = Readonly<{ rules: SignInRules; accounts: number }>

/** With the number of accounts that can sign in, to hold against `smallOffice`. */
export async function readRules(
  { db }: IdentityContext,
  by: Principal,
): Promise<Result<RulesShown, IdentityRefusal>> {
  if (!may(by, 'SetSignInRules', null) && !may(by, 'InviteAccount', null)) {
    return refuse({ code: 'role-forbids' })
  }
  return inCongress(db, by.congress, async (within) => {
    const accounts = (await allHolders(within)).filter(({ status }) => status === 'active').length
    return accept({ rules: await rulesOf(within, by.congress), accounts })
  })
}

export async function setRules(
  { db, clock }: IdentityContext,
  by: Principal,
  { version, ...asked }: SignInRules,
  from: RequestFacts,
): Promise<Result<RulesShown, IdentityRefusal>> {
  if (!may(by, 'SetSignInRules', null)) return refuse({ code: 'role-forbids' })
  return inCongress(db, by.congress, async (within) => {
    // Roles are granted under the same lock: nobody gets a second one while the three are taken apart.
    await lockRoles(within, by.congress)
    const before = await rulesOf(within, by.congress)
    if (before.version !== version) return refuse({ code: 'version-conflict' })
    const all = await allHolders(within)
    const holders = all.filter(({ status }) => status === 'active')
    if (asked.admins !== before.admins) {
      const obstacle = modeRefusal(asked.admins, all, holders)
      if (obstacle !== null) return refuse(obstacle)
    }
    const rules = { ...asked, version: version + 1 }
    await storeRules(within, by.congress, rules)
    const facts = { before: JSON.stringify(before), after: JSON.stringify(rules) }
    const who = { congress: by.congress, actor: by.account }
    await record(within, clock(), from, { kind: 'rules-set', outcome: 'done', ...who, facts })
    return accept({ rules, accounts: holders.length })
  })
}

export async function lockRoles(within: IdentityDb, congress: CongressId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roles ${congress}`}, 0))`.execute(
    within,
  )
}

async function storeRules(within: IdentityDb, congress: CongressId, rules: SignInRules) {
  const row = {
    admins: rules.admins,
    small_office: rules.smallOffice,
    idle_minutes: rules.idleMinutes,
    password_days: rules.passwordDays,
    dormant_days: rules.dormantDays,
    one_session: rules.oneSession,
    asked_roles: [...rules.askedRoles],
    forced_roles: [...rules.forcedRoles],
    version: rules.version,
  }
  await within
    .insertInto('sign_in_rules')
    .values({ congress, ...row })
    .onConflict((clash) => clash.column('congress').doUpdateSet(row))
    .execute()
}

async function allHolders(within: IdentityDb) {
  const rows = await within
    .selectFrom('account')
    .select(['id', 'name', 'roles', 'status'])
    .execute()
  return rows.map(({ id, name, roles, status }) => ({
    status,
    account: idOf('account', id),
    name,
    roles: rolesOf(roles),
  }))
}
