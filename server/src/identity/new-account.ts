/** What an account must be before it can be made, and making it. Accounts are added by people only: there is no default one. */
import type { AccountId, CongressId, OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { rolesFault } from '@luoshi/domain/people/admin-separation'
import type { Role } from '@luoshi/domain/people/roles'
import type { IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { IdentityDb } from './identity-tables.ts'
import { isLoginName, isOneLine, normalLogin } from './login-name.ts'
import { newAccountId } from './new-id.ts'
import { lockRoles, rulesOf } from './sign-in-rules.ts'

export type NewAccount = Readonly<{
  login: string
  name: string
  roles: readonly Role[]
  unit: UnitId | null
  official: OfficialId | null
}>

export function accountFault({
  login,
  name,
  roles,
  unit,
  official,
}: NewAccount): IdentityRefusal | null {
  if (!isLoginName(normalLogin(login))) return { code: 'login-unfit' }
  if (!isOneLine(name.trim(), 1, 40)) return { code: 'name-unfit' }
  return belongingFault({ roles, unit, official })
}

/** What somebody does must fit where they belong. Without a role there is nothing to fit. */
export function belongingFault({
  roles,
  unit,
  official,
}: Pick<NewAccount, 'roles' | 'unit' | 'official'>): IdentityRefusal | null {
  const answers = roles.includes('official') || roles.includes('unitStaff')
  if (answers && unit === null) return { code: 'unit-missing' }
  if (roles.includes('official') !== (official !== null)) return { code: 'official-missing' }
  return null
}

/** `password_hash: null` makes an invited account, which nobody can sign in to yet. */
export async function insertAccount(
  { clock, random }: IdentityContext,
  within: IdentityDb,
  congress: CongressId,
  asked: NewAccount,
  password_hash: string | null,
): Promise<Result<AccountId, IdentityRefusal>> {
  await lockRoles(within, congress)
  const { admins } = await rulesOf(within, congress)
  const mixed = rolesFault(admins, asked.roles)
  const fault = mixed === null ? accountFault(asked) : { code: mixed }
  if (fault !== null) return refuse(fault)
  const id = newAccountId(random)
  const login = normalLogin(asked.login)
  const now = clock()
  const made = await within
    .insertInto('account')
    .values({
      id,
      congress,
      login,
      name: asked.name.trim(),
      roles: [...new Set(asked.roles)],
      unit: asked.unit,
      official: asked.official,
      password_hash,
      created_at: now,
      status: password_hash === null ? 'invited' : 'active',
      password_changed_at: password_hash === null ? null : now,
      last_sign_in_at: null,
      suspended_why: null,
      reinstated_at: null,
    })
    .onConflict((clash) => clash.columns(['congress', 'login']).doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return refuse({ code: 'login-taken', login })
  return accept(id)
}
