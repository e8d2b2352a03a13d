import { join } from 'node:path'
import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { scratchFolder } from '../../testing/scratch-folder.ts'
import { startEngine } from './embedded-engine.ts'
import { openDatabase } from './open-database.ts'

describe('the store as it is opened', () => {
  it('starts empty, at this version’s structure, and is found as it was left', async () => {
    await using scratch = await scratchFolder()
    const first = await openDatabase({ dataDir: scratch.path })
    if (!first.ok) throw new Error(first.refusal.en)
    const { rows } = await first.value.pool.query('SELECT current_user AS whoever')
    expect(rows).toEqual([{ whoever: 'luoshi_app' }])
    await first.value.ownerPool().query('CREATE TABLE luoshi.mark (words text)')
    await first.value.close()
    const second = await openDatabase({ dataDir: scratch.path })
    if (!second.ok) throw new Error(second.refusal.en)
    expect(second.value.schemaVersion).toBe(first.value.schemaVersion)
    const kept = await second.value
      .ownerPool()
      .query(`SELECT to_regclass('luoshi.mark')::text AS mark`)
    expect(kept.rows).toEqual([{ mark: 'luoshi.mark' }])
    await second.value.close()
  }, 90_000)

  it('uses the server that DATABASE_URL names, with a password for the application made from the owner’s', async () => {
    await using scratch = await scratchFolder()
    // An engine of its own: the password belongs to the whole cluster, and other tests share theirs.
    const engine = await startEngine({ dataDir: join(scratch.path, 'server') })
    if (!engine.ok) throw new Error(engine.refusal.en)
    // What an administrator elsewhere gives: a database, and a role that may make roles and is no superuser.
    const administrator = new Client({ ...engine.value.ownerConfig, database: 'postgres' })
    await administrator.connect()
    await administrator.query(`CREATE ROLE county LOGIN CREATEROLE PASSWORD 'its own'`)
    await administrator.query('CREATE DATABASE county OWNER county')
    await administrator.end()
    const host = encodeURIComponent(engine.value.ownerConfig.host ?? '')
    const options = {
      dataDir: join(scratch.path, 'data'),
      databaseUrl: `postgres://county:its%20own@${host}/county`,
    }
    for (const process of ['a first process', 'a second process']) {
      const opened = await openDatabase(options)
      if (!opened.ok) throw new Error(`${process}: ${opened.refusal.en}`)
      const { rows } = await opened.value.pool.query('SELECT current_user AS whoever')
      expect(rows).toEqual([{ whoever: 'luoshi_app' }])
      await opened.value.close()
    }
    await engine.value.stop()
  }, 90_000)

  it('says what to check when DATABASE_URL leads nowhere', async () => {
    await using scratch = await scratchFolder()
    const databaseUrl = 'postgres://nobody:nothing@127.0.0.1:1/none'
    const opened = await openDatabase({ dataDir: scratch.path, databaseUrl })
    expect(opened).toMatchObject({ ok: false, refusal: { code: 'database-unreachable' } })
    expect(opened.ok ? '' : opened.refusal.zh).toContain('DATABASE_URL')
  })
})

describe('the application’s role', () => {
  it.each([
    ['a table in the schema', 'CREATE TABLE luoshi.mine ()'],
    ['a table in public', 'CREATE TABLE public.mine ()'],
    ['a temporary table', 'CREATE TEMPORARY TABLE mine ()'],
    ['a schema', 'CREATE SCHEMA mine'],
    ['a role', 'CREATE ROLE mine'],
    ['a function', `CREATE FUNCTION luoshi.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`],
  ])('may not create %s', async (_what, sql) => {
    await using database = await freshDatabase()
    await expect(database.pool.query(sql)).rejects.toThrow(/permission denied/u)
  })

  it('may not become the owner, and owns nothing', async () => {
    await using database = await freshDatabase()
    await expect(database.pool.query('SET ROLE luoshi_owner')).rejects.toThrow(/permission denied/u)
    const { rows } = await database.owner.query(
      `SELECT relname FROM pg_class WHERE relowner = 'luoshi_app'::regrole
       UNION ALL SELECT proname FROM pg_proc WHERE proowner = 'luoshi_app'::regrole
       UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner = 'luoshi_app'::regrole`,
    )
    expect(rows).toEqual([])
  })

  it('may not read or change which migrations ran', async () => {
    await using database = await freshDatabase()
    await expect(database.pool.query('DELETE FROM luoshi.migration')).rejects.toThrow(
      /permission denied/u,
    )
  })
})
