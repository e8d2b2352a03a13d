/**
 * Reads for one congress: row-level security shows a connection only the rows of the congress it works for, so each
 * connection is told before its first use, and again only when it changes hands.
 */
import type { Pool, PoolClient, QueryResultRow } from 'pg'
import type { CongressId } from '@luoshi/domain/kernel/ids'

export type Statement = Readonly<{
  /** Gives the statement a prepared plan. One name, one text. */
  name?: string
  text: string
  values: readonly unknown[]
}>

export type CongressDb = Readonly<{
  rows: <Row extends QueryResultRow>(
    congress: CongressId,
    statement: Statement,
  ) => Promise<readonly Row[]>
  /** Several statements on one connection, in one transaction; rolled back when `act` throws. */
  transaction: <Value>(
    congress: CongressId,
    act: (client: PoolClient) => Promise<Value>,
  ) => Promise<Value>
}>

export function congressDb(pool: Pool): CongressDb {
  const working = new WeakMap<PoolClient, CongressId>()

  async function connect(congress: CongressId): Promise<PoolClient> {
    const client = await pool.connect()
    if (working.get(client) === congress) return client
    try {
      await client.query(`select set_config('luoshi.congress', $1, false)`, [congress])
    } catch (failure) {
      client.release(true)
      throw failure
    }
    working.set(client, congress)
    return client
  }

  return {
    rows: async <Row extends QueryResultRow>(congress: CongressId, statement: Statement) => {
      const client = await connect(congress)
      try {
        const { rows } = await client.query<Row>({ ...statement, values: [...statement.values] })
        return rows
      } finally {
        client.release()
      }
    },
    transaction: async (congress, act) => {
      const client = await connect(congress)
      try {
        await client.query('begin')
        const value = await act(client)
        await client.query('commit')
        client.release()
        return value
      } catch (failure) {
        await client.query('rollback').catch(() => undefined)
        // A connection that failed half-way is not handed on.
        client.release(true)
        throw failure
      }
    },
  }
}
