/** Granting roles: by the security administrator, never to himself (but in an office of one); the person signs in anew to use them. */
import { isAdminRole, mayGrantOneself, rolesFault } from '@luoshi/domain/people/admin-separation'
import { may } from '@luoshi/domain/people/rights'
import type { Role } from '@luoshi/domain/people/roles'
import type { AccountId, OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { findAccount, type Account } from './accounts.ts'
import { inCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { IdentityDb } from './identity-tables.ts'
import { belongingFault } from './new-account.ts'
import type { Principal } from './principal.ts'
import type { RequestFacts } from './request-facts.ts'
import { record } from './security-event.ts'
import { endSessionsOf, rolesOf } from './sessions.ts'
import { lockRoles, rulesOf } from './sign-in-rules.ts'

export type Granting = Readonly<{
  account: AccountId
  roles: readonly Role[]
  unit: UnitId | null
  official: OfficialId | null
  /** What whoever asks had before him: what another granted meanwhile is not written over. Absent: nothing. */
  seen?: Pick<Account, 'roles' | 'unit' | 'official'> | undefined
}>

/** Whether somebody is an administrator already, or would become one. Whoever may not grant is not asked for more. */
export async function touchesAdministrators(
  { db }: IdentityContext,
  by: Principal,
  account: AccountId | null,
  roles: readonly Role[],
): Promise<boolean> {
  if (!may(by, 'GrantRoles', null) && !may(by, 'InviteAccount', null)) return false
  if (roles.some(isAdminRole)) return true
  if (account === null) return false
  const held = await inCongress(db, by.congress, (within) =>
    within.selectFrom('account').select('roles').where('id', '=', account).executeTakeFirst(),
  )
  return rolesOf(held?.roles ?? []).some(isAdminRole)
}

type Granted = Promise<Result<Account, IdentityRefusal>>

/** Whether it could be granted; answers the account as it is. */
export async function grantFault(
  context: IdentityContext,
  by: Principal,
  asked: Granting,
): Granted {
  if (!may(by, 'GrantRoles', null)) return refuse({ code: 'role-forbids' })
  return inCongress(context.db, by.congress, (within) => grantable(context, within, by, asked))
}

async function grantable(
  context: IdentityContext,
  within: IdentityDb,
  by: Principal,
  asked: Granting,
): Granted {
  const found = await findAccount(context, within, asked.account)
  if (!found.ok) return found
  if (asked.seen && !isAsSeen(found.value, asked.seen)) return refuse({ code: 'version-conflict' })
  const { admins } = await rulesOf(within, by.congress)
  const isOwn = asked.account === by.account
  if (isOwn && !mayGrantOneself(admins, found.value.roles, asked.roles))
    return refuse({ code: 'not-yourself' })
  const mixed = rolesFault(admins, asked.roles)
  const fault = mixed === null ? belongingFault(asked) : { code: mixed }
  return fault === null ? found : refuse(fault)
}

function isAsSeen(now: Account, seen: NonNullable<Granting['seen']>): boolean {
  const held = new Set(now.roles)
  const same = held.size === new Set(seen.roles).size && seen.roles.every((role) => held.has(role))
  return same && now.unit === seen.unit && now.official === seen.official
}

export async function grantRoles(
  context: IdentityContext,
  by: Principal,
  asked: Granting,
  from: RequestFacts,
): Granted {
  if (!may(by, 'GrantRoles', null)) return refuse({ code: 'role-forbids' })
  return inCongress(context.db, by.congress, async (within) => {
    await lockRoles(within, by.congress)
    const found = await grantable(context, within, by, asked)
    if (!found.ok) return found
    const { roles, unit, official } = asked
    await within
      .updateTable('account')
      .set({ roles: [...new Set(roles)], unit, official })
      .where('id', '=', asked.account)
      .execute()
    // What somebody may do changes only with them knowing it, and never under an open page.
    const sessions = await endSessionsOf(within, asked.account)
    const who = { congress: by.congress, actor: by.account, account: asked.account }
    const facts = { before: found.value.roles, roles, sessions }
    const event = { kind: 'roles-granted', outcome: 'done', ...who, facts } as const
    await record(within, context.clock(), from, event)
    const after = await findAccount(context, within, asked.account)
    return after.ok ? accept(after.value) : after
  })
}
