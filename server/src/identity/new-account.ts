/** What an account must be before it can be made, and making it. Accounts are added by people only: there is no default one. */
import type { AccountId, CongressId, OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import type { Role } from '@luoshi/domain/people/roles'
import type { IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { IdentityDb } from './identity-tables.ts'
import { isLoginName, isOneLine, normalLogin } from './login-name.ts'
import { newAccountId } from './new-id.ts'

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
  if (roles.length === 0) return { code: 'roles-missing' }
  if (roles.includes('admin') && roles.length > 1) return { code: 'admin-with-others' }
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
  const fault = accountFault(asked)
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
    })
    .onConflict((clash) => clash.columns(['congress', 'login']).doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return refuse({ code: 'login-taken', login })
  return accept(id)
}
