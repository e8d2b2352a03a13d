/** Somebody who can sign in, put straight into the table: these tests are not about signing in. */
import { idOf, type AccountId, type CongressId } from '@luoshi/domain/kernel/ids'
import type { Role } from '@luoshi/domain/people/roles'
import type { Pool } from 'pg'

export async function putAccount(
  owner: Pool,
  congress: CongressId,
  role: Role,
  unit: string | null,
): Promise<AccountId> {
  const at = '2026-01-01T00:00:00.000Z'
  await owner.query(
    `insert into luoshi.congress values ($1, '测试县人大常委会', '测试县', false, $2) on conflict do nothing`,
    [congress, at],
  )
  const account = idOf('account', `account_told${role.toLowerCase()}`)
  await owner.query(
    `insert into luoshi.account (id, congress, login, name, roles, unit, status, password_hash, created_at)
      values ($1, $2, lower($3), $3, array[$3], $4, 'active', 'x', $5)`,
    [account, congress, role, unit, at],
  )
  return account
}
