import type { Pool } from 'pg'
import { describe, expect, it } from 'vitest'
import { eventually } from '../../testing/eventually.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { claimServer } from './claim-server.ts'
import type { EngineRefusal } from './engine-refusal.ts'

describe('the claim of a server on its data', () => {
  it('refuses a second server and names the first', async () => {
    await using database = await freshDatabase()
    const claim = { dataDir: '/某县/data', appConfig: database.config }
    const first = await claimServer(claim)
    const second = await claimServer(claim)
    expect(second).toMatchObject({ ok: false, refusal: { code: 'data-folder-in-use' } })
    expect(second.ok ? '' : second.refusal.zh).toContain(`进程 ${process.pid}`)
    expect(second.ok ? '' : second.refusal.en).toContain('/某县/data')
    if (first.ok) await first.value.release()
  })

  it('is free again after the first has let go', async () => {
    await using database = await freshDatabase()
    const claim = { dataDir: 'data', appConfig: database.config }
    const first = await claimServer(claim)
    if (first.ok) await first.value.release()
    const second = await claimServer(claim)
    expect(second.ok).toBe(true)
    if (second.ok) await second.value.release()
  })

  it('is taken again by itself when its connection is lost', async () => {
    await using database = await freshDatabase()
    const claim = { dataDir: 'data', appConfig: database.config }
    const first = await claimServer(claim)
    const [before] = await sessions(database.owner, 'granted')
    await database.owner.query('SELECT pg_terminate_backend($1)', [before])
    await eventually('another session holds the claim', async () => {
      const [now] = await sessions(database.owner, 'granted')
      return now !== undefined && now !== before
    })
    if (first.ok) await first.value.release()
  })

  it('tells a server that was too slow to take it again', async () => {
    await using database = await freshDatabase()
    const lost = Promise.withResolvers<EngineRefusal>()
    const claim = { dataDir: 'data', appConfig: database.config }
    await claimServer({ ...claim, onLost: lost.resolve })
    // The rival's lock is already waiting when the first connection is cut, so it is certain to be next.
    const rival = await database.pool.connect()
    const waiting = rival.query(
      'SELECT pg_advisory_lock(classid::int, objid::int) FROM pg_locks JOIN pg_database d ON d.oid = database WHERE locktype = $1 AND granted AND datname = current_database()',
      ['advisory'],
    )
    await eventually(
      'the rival waits',
      async () => (await sessions(database.owner, 'NOT granted')).length === 1,
    )
    const [holder] = await sessions(database.owner, 'granted')
    await database.owner.query('SELECT pg_terminate_backend($1)', [holder])
    await waiting
    expect(await lost.promise).toMatchObject({ code: 'data-folder-in-use' })
    rival.release(true)
  })
})

/** The sessions that hold an advisory lock of this database, or wait for one. */
async function sessions(
  owner: Pool,
  which: 'granted' | 'NOT granted',
): Promise<ReadonlyArray<number>> {
  const { rows } = await owner.query<{ pid: number }>(
    `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND ${which}
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  )
  return rows.map((row) => row.pid)
}
