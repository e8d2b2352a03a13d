/**
 * The demo county is loaded into a folder by one process at a time, and a load that was cut off is told from a whole one:
 * what was written so far cannot be taken back, for a ledger only grows.
 */
import { rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '@luoshi/ledger/engine/open-database'

/** Whoever comes second waits; the lock goes with the connection, however the first one ends. */
export async function oneLoadAtATime<Value>(
  { pool }: Pick<Database, 'pool'>,
  act: () => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('luoshi demo'))`)
    return await act()
  } finally {
    // Not handed back but ended: the lock must go.
    client.release(true)
  }
}

const markIn = (dataDir: string) => join(dataDir, 'demo.unfinished')

/** The mark stays where `act` does not come to its end. */
export async function markedUntilDone<Value>(
  { dataDir }: Pick<Database, 'dataDir'>,
  act: () => Promise<Value>,
): Promise<Value> {
  await writeFile(markIn(dataDir), '')
  const done = await act()
  await rm(markIn(dataDir), { force: true })
  return done
}

export async function wasCutOff({ dataDir }: Pick<Database, 'dataDir'>): Promise<boolean> {
  const found = await stat(markIn(dataDir)).catch(() => null)
  return found !== null
}
