/** The names of those who did something, as they are known now. */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { CongressDb } from '../execute/congress-db.ts'

export async function accountNames(
  db: CongressDb,
  congress: CongressId,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (accounts.length === 0) return new Map()
  const rows = await db.rows<{ id: string; name: string }>(congress, {
    name: 'account-names',
    text: 'select id, name from luoshi.account where congress = $1 and id = any($2)',
    values: [congress, [...new Set(accounts)]],
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}
