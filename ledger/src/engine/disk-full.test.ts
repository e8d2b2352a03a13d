import { rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { eventually } from '../../testing/eventually.ts'
import { smallDisk } from '../../testing/small-disk.ts'
import { explainStoreFailure } from './explain-store-failure.ts'
import { openDatabase } from './open-database.ts'
import type { Database } from './open-database.ts'

const disk = await smallDisk(220)
afterAll(() => disk?.[Symbol.asyncDispose]())

describe.runIf(disk !== undefined)('a full disk', () => {
  it('is said clearly, loses nothing, leaves everything readable, and is over when there is room', async () => {
    const root = disk?.path ?? ''
    const database = await opened(join(root, 'data'))
    await database.ownerPool().query(
      `CREATE TABLE luoshi.written (number int PRIMARY KEY, words text NOT NULL);
       GRANT SELECT, INSERT, UPDATE ON luoshi.written TO luoshi_app`,
    )
    const { bavail, bsize } = await statfs(root)
    await writeFile(join(root, 'other-files'), Buffer.alloc(bavail * bsize - 4_000_000))

    const { acknowledged, failure } = await writeUntilRefused(database)
    expect(explainStoreFailure(failure)).toMatchObject({ code: 'disk-full' })
    await eventually('the engine can be read', async () => (await rowsOf(database)) !== undefined)
    expect(await rowsOf(database)).toBeGreaterThanOrEqual(acknowledged)

    await rm(join(root, 'other-files'))
    await eventually('writing works again', () => writes(database, 1_000_000))
    expect(await rowsOf(database)).toBeGreaterThan(acknowledged)
    await database.close()
  }, 90_000)
})

async function opened(dataDir: string): Promise<Database> {
  const database = await openDatabase({ dataDir })
  if (!database.ok) throw new Error(database.refusal.en)
  return database.value
}

type Outcome = Readonly<{ acknowledged: number; failure: unknown }>

/** A table or the log may be what finds no room first: both must be said as a full disk. */
async function writeUntilRefused(database: Database): Promise<Outcome> {
  for (let number = 1; ; number += 1) {
    try {
      await insert(database, number)
    } catch (failure) {
      return { acknowledged: number - 1, failure }
    }
  }
}

/** 400 kB that do not compress. */
async function insert(database: Database, number: number): Promise<void> {
  await database.pool.query(
    `INSERT INTO luoshi.written
     SELECT $1, string_agg(md5(random()::text), '') FROM generate_series(1, 12500)`,
    [number],
  )
}

async function rowsOf(database: Database): Promise<number | undefined> {
  try {
    const { rows } = await database.pool.query('SELECT count(*)::int AS count FROM luoshi.written')
    return Number(rows[0]?.count)
  } catch {
    return undefined
  }
}

async function writes(database: Database, number: number): Promise<boolean> {
  try {
    await insert(database, number)
    return true
  } catch {
    return false
  }
}
