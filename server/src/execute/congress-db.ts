/** Reads and small writes for one congress, on connections that row-level security shows that congress only. */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { withCongress } from '@luoshi/ledger/log/tenant'
import type { Pool, PoolClient, QueryResultRow } from 'pg'

export type Statement = Readonly<{
  /** Gives the statement a prepared plan. One name, one text. */
  name?: string
  text: string
  values: readonly unknown[]
}>

export type CongressDb = Readonly<{
  /** For the ledger's own readers. */
  pool: Pool
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
  return {
    pool,
    rows: <Row extends QueryResultRow>(congress: CongressId, statement: Statement) =>
      withCongress(pool, congress, async (client) => {
        const { rows } = await client.query<Row>({ ...statement, values: [...statement.values] })
        return rows
      }),
    transaction: (congress, act) =>
      withCongress(pool, congress, async (client) => {
        await client.query('begin')
        try {
          const value = await act(client)
          await client.query('commit')
          return value
        } catch (failure) {
          await client.query('rollback').catch(() => undefined)
          throw failure
        }
      }),
  }
}
