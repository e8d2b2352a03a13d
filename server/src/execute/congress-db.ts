/** Reads and small writes for one congress, on connections that row-level security shows that congress only. */
import { createHash } from 'node:crypto'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { holdingCongress, withCongress } from '@luoshi/ledger/log/tenant'
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

/** Most texts that get a kept plan of their own; filters combine into a few hundred at the most. */
const mostNamed = 500

/** Texts are ours and few, values travel apart: each text is parsed and planned once a connection. */
function openNames(): (text: string) => string | undefined {
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined || names.size >= mostNamed) return known
    const name = `q${names.size}_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
    names.set(text, name)
    return name
  }
}

export function congressDb(pool: Pool): CongressDb {
  const nameOf = openNames()
  const planned = new WeakSet<PoolClient>()

  /**
   * Our questions go by keys and kept order, so one plan is right for all values. PostgreSQL would otherwise plan the
   * larger ones anew each time, which costs more than answering them.
   */
  async function planOnce(client: PoolClient): Promise<void> {
    await client.query('set plan_cache_mode = force_generic_plan')
    planned.add(client)
  }

  return {
    pool,
    rows: <Row extends QueryResultRow>(congress: CongressId, statement: Statement) =>
      withCongress(pool, congress, async (client) => {
        if (!planned.has(client)) await planOnce(client)
        const name = statement.name ?? nameOf(statement.text)
        const { rows } = await client.query<Row>({
          text: statement.text,
          values: [...statement.values],
          ...(name === undefined ? {} : { name }),
        })
        return rows
      }),
    transaction: (congress, act) =>
      holdingCongress(pool, congress, async (client) => {
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
