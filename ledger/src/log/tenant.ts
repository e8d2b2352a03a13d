/**
 * A connection that works for one congress: row-level security shows it that congress's rows and no others.
 * The setting stays on the connection, so that a process with one congress pays for it once per connection.
 */
import type { Pool, PoolClient } from 'pg'
import { inTurn } from '../engine/few-at-once.ts'

const worksFor = new WeakMap<PoolClient, string>()

/** For one question. Needs a connection of its own per client: behind pgbouncer, session pooling. */
export function withCongress<Value>(
  pool: Pool,
  congress: string,
  run: (client: PoolClient) => Promise<Value>,
): Promise<Value> {
  return inTurn(pool, () => holdingCongress(pool, congress, run))
}

/** For whoever keeps the connection while others are asked, as a transaction does. */
export async function holdingCongress<Value>(
  pool: Pool,
  congress: string,
  run: (client: PoolClient) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect()
  let broken: boolean | Error = false
  try {
    if (worksFor.get(client) !== congress) {
      worksFor.delete(client)
      await client.query(`select set_config('luoshi.congress', $1, false)`, [congress])
      worksFor.set(client, congress)
    }
    return await run(client)
  } catch (error) {
    broken = error instanceof Error && !('severity' in error) ? error : false
    throw error
  } finally {
    client.release(broken)
  }
}
