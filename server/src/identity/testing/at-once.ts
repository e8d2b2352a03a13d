/** Requests that meet for certain: each is held before it writes until all of them have read, and then all are let go. */
import { expect } from 'vitest'
import type { FreshDatabase } from '../../../../ledger/testing/fresh-database.ts'

const waiting = `select count(*)::int as many from pg_locks l join pg_database d on d.oid = l.database
  where not l.granted and d.datname = current_database()`

/** @param table - The table that all of them write. */
export async function atOnce<Answer>(
  { owner }: Pick<FreshDatabase, 'owner'>,
  table: 'sign_in_rules' | 'oidc_provider' | 'account',
  asks: readonly (() => Promise<Answer>)[],
): Promise<readonly Answer[]> {
  const holder = await owner.connect()
  try {
    await holder.query(`begin; lock table luoshi.${table} in exclusive mode`)
    const answers = Promise.all(asks.map((ask) => ask()))
    const held = async () => (await owner.query<{ many: number }>(waiting)).rows[0]?.many
    await expect.poll(held, { timeout: 10_000 }).toBe(asks.length)
    await holder.query('commit')
    return await answers
  } finally {
    holder.release()
  }
}
