import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../testing/fresh-database.ts'
import type { FreshDatabase } from '../../testing/fresh-database.ts'
import { scratchFolder } from '../../testing/scratch-folder.ts'
import { migrationsFolder, readMigrations } from './migration-files.ts'
import { runMigrations } from './run-migrations.ts'

describe('migrations', () => {
  it('run once each, in order, and are recorded', async () => {
    await using stage = await emptyStage()
    await stage.write('0001-first.sql', 'CREATE TABLE luoshi.first ()')
    await stage.write('0002-second.sql', 'CREATE TABLE luoshi.second ()')
    expect(await stage.run()).toEqual({
      ok: true,
      value: { applied: ['0001-first.sql', '0002-second.sql'], schemaVersion: 2 },
    })
    expect(await stage.run()).toEqual({ ok: true, value: { applied: [], schemaVersion: 2 } })
  })

  it('wait for each other when two processes open the same database', async () => {
    await using stage = await emptyStage()
    await stage.write('0001-first.sql', 'CREATE TABLE luoshi.first ()')
    const both = await Promise.all([stage.run(), stage.run()])
    const ran = both.flatMap((one) => (one.ok ? one.value.applied : ['refused']))
    expect(ran).toEqual(['0001-first.sql'])
  })

  it('are all or nothing: a file that fails leaves no trace and is named with its line', async () => {
    await using stage = await emptyStage()
    await stage.write('0001-half.sql', 'CREATE TABLE luoshi.half ();\n\nSELECT nothing_like_it();')
    const refused = await stage.run()
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'migration-failed' } })
    expect(refused.ok ? '' : refused.refusal.en).toContain('0001-half.sql:3')
    const { rows } = await stage.owner.query(`SELECT to_regclass('luoshi.half') AS half`)
    expect(rows).toEqual([{ half: null }])
  })

  it('are refused when a file was edited after it ran', async () => {
    await using stage = await emptyStage()
    await stage.write('0001-first.sql', 'CREATE TABLE luoshi.first ()')
    await stage.run()
    await stage.write('0001-first.sql', 'CREATE TABLE luoshi.first (more text)')
    expect(await stage.run()).toMatchObject({ ok: false, refusal: { code: 'migration-edited' } })
  })

  it('are not refused for line ends that a checkout turned over', async () => {
    await using stage = await emptyStage()
    await stage.write('0001-first.sql', 'CREATE TABLE luoshi.first\n()')
    await stage.run()
    await stage.write('0001-first.sql', 'CREATE TABLE luoshi.first\r\n()')
    expect(await stage.run()).toMatchObject({ ok: true })
  })

  it('are refused when the database is newer than the program', async () => {
    await using stage = await emptyStage()
    await stage.write('0001-first.sql', 'CREATE TABLE luoshi.first ()')
    await stage.run()
    await stage.owner.query(
      `INSERT INTO luoshi.migration (number, name, checksum) VALUES (99, '0099-later.sql', '')`,
    )
    expect(await stage.run()).toMatchObject({ ok: false, refusal: { code: 'database-newer' } })
  })

  it('of this version are numbered without a gap that a later file could slip into', async () => {
    const migrations = await readMigrations(migrationsFolder)
    expect(migrations[0]?.name).toBe('0001-roles-and-schema.sql')
    expect(migrations.map((one) => one.number)).toEqual(
      [...new Set(migrations.map((one) => one.number))].sort((one, other) => one - other),
    )
    expect(await readdir(migrationsFolder)).toHaveLength(migrations.length)
  })
})

type Stage = AsyncDisposable &
  Readonly<{
    owner: FreshDatabase['owner']
    write(name: string, sql: string): Promise<void>
    run(): ReturnType<typeof runMigrations>
  }>

/** A database without our schema, and a folder of its own to migrate it from. */
async function emptyStage(): Promise<Stage> {
  const scratch = await scratchFolder()
  const database = await freshDatabase()
  await database.owner.query('DROP SCHEMA luoshi CASCADE')
  const folder = join(scratch.path, 'sql')
  await mkdir(folder)
  return {
    owner: database.owner,
    write: (name, sql) => writeFile(join(folder, name), sql),
    run: () => runMigrations(database.ownerConfig, { folder }),
    [Symbol.asyncDispose]: async () => {
      await database[Symbol.asyncDispose]()
      await scratch[Symbol.asyncDispose]()
    },
  }
}
