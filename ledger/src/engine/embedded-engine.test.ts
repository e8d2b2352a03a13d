import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { eventually } from '../../testing/eventually.ts'
import { scratchFolder } from '../../testing/scratch-folder.ts'
import { startWriting } from '../../testing/writing-process.ts'
import { startEngine } from './embedded-engine.ts'
import type { Engine } from './embedded-engine.ts'
import { engineLayout } from './engine-layout.ts'
import { isAlive } from './process-alive.ts'

/** One cluster for all, because making one takes a second, and several on a busy machine; every test leaves it stopped. */
const home = await scratchFolder()
const dataDir = join(home.path, '某县 人大常委会', 'data')
afterAll(() => home[Symbol.asyncDispose]())

const slow = { timeout: 90_000 }

describe('the embedded engine', slow, () => {
  it('runs in a folder with spaces and Chinese in its name, safely, without TCP', async () => {
    const engine = await started(dataDir)
    const asked = ['fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses']
    const rows = await ask(engine, `SELECT name, setting FROM pg_settings WHERE name = ANY($1)`, [
      asked,
    ])
    expect(new Map(rows.map((row) => [row['name'], row['setting']]))).toEqual(
      new Map([
        ['fsync', 'on'],
        ['synchronous_commit', 'on'],
        ['full_page_writes', 'on'],
        ['listen_addresses', ''],
      ]),
    )
    const words = await ask(
      engine,
      `SELECT datlocprovider, pg_encoding_to_char(encoding) AS encoding, datlocale FROM pg_database WHERE datname = 'template1'`,
    )
    expect(words).toEqual([{ datlocprovider: 'b', encoding: 'UTF8', datlocale: 'C.UTF-8' }])
    await engine.stop()
    expect(existsSync(join(engine.dataDir, 'pg18', 'postmaster.pid'))).toBe(false)
  })

  it('finds a short place for its socket when the folder’s path is too long for one', async () => {
    await using scratch = await scratchFolder()
    // Moved there: a data folder may be carried about while the engine is stopped.
    const far = join(scratch.path, '乡镇'.repeat(20), '数据'.repeat(20))
    await mkdir(far, { recursive: true })
    await rename(dataDir, far)
    const engine = await started(far)
    expect(engine.socketDir.startsWith(engine.dataDir)).toBe(false)
    expect(await ask(engine, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await engine.stop()
    await rename(far, dataDir)
  })

  it('is shared by all who own it and stops when the last one lets go', async () => {
    const [first, second] = await Promise.all([started(dataDir), started(dataDir)])
    expect([first.adopted, second.adopted].filter(Boolean)).toHaveLength(1)
    await first.stop()
    expect(await ask(second, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await second.stop()
    expect(existsSync(join(dataDir, 'pg18', 'postmaster.pid'))).toBe(false)
  })

  it('that is thrown away lets others begin anew in the very moment it goes', async () => {
    await using scratch = await scratchFolder()
    const throwAway = {
      dataDir: join(scratch.path, 'thrown-away'),
      durability: 'throw-away',
      discard: true,
    } as const
    const first = await startEngine(throwAway)
    if (!first.ok) throw new Error(first.refusal.en)
    const going = first.value.stop()
    // Four come one after the other, however long the first takes to go.
    const comers = await Promise.all([going, startEngine(throwAway), startEngine(throwAway)])
    const after = await Promise.all([startEngine(throwAway), startEngine(throwAway)])
    const begun = [comers[1], comers[2], ...after]
    expect(begun.map((engine) => engine.ok)).toEqual([true, true, true, true])
    for (const engine of begun) if (engine.ok) await engine.value.stop()
    expect(existsSync(throwAway.dataDir)).toBe(false)
  })

  it('comes back by itself when PostgreSQL is killed', async () => {
    const engine = await started(dataDir)
    const killed = await postgresPid(engine)
    process.kill(killed, 'SIGKILL')
    await eventually('the engine answers again', () => answersAsAnother(engine, killed))
    await engine.stop()
  })

  it('survives its keeper: a new keeper adopts the running PostgreSQL, and still stops it', async () => {
    const told = Promise.withResolvers<string>()
    const engine = await started(dataDir, told.resolve)
    const before = await postgresPid(engine)
    process.kill(await keeperPid(engine), 'SIGKILL')
    expect(await told.promise).toMatch(/process \d+ took over/u)
    expect(await postgresPid(engine)).toBe(before)
    await engine.stop()
    expect(isAlive(before)).toBe(false)
  })

  it('is taken over after keeper and owner were killed together', async () => {
    const writing = startWriting({ dataDir })
    await writing.opened
    const keeper = await keeperPid({ dataDir })
    const orphan = await postgresPid({ dataDir })
    process.kill(keeper, 'SIGKILL')
    writing.child.kill('SIGKILL')
    await writing.exited
    const engine = await started(dataDir)
    expect(engine.adopted).toBe(true)
    expect(await postgresPid(engine)).toBe(orphan)
    await engine.stop()
    expect(isAlive(orphan)).toBe(false)
  })

  it('does not outlive an owner that was killed, and has everything it acknowledged', async () => {
    const writing = startWriting({ dataDir })
    await writing.acknowledges(200)
    writing.child.kill('SIGKILL')
    await writing.exited
    const lock = join(dataDir, 'pg18', 'postmaster.pid')
    await eventually('the engine has stopped', () => !existsSync(lock))
    const engine = await started(dataDir)
    const rows = await ask(engine, 'SELECT command FROM luoshi.event', [], 'luoshi')
    const kept = new Set(rows.map((row) => row['command']))
    expect([...writing.acknowledged].filter((command) => !kept.has(command))).toEqual([])
    await engine.stop()
  })

  it('says what to do about an empty lock file instead of failing darkly', async () => {
    await (await started(dataDir)).stop()
    await writeFile(join(dataDir, 'pg18', 'postmaster.pid'), '')
    const refused = await startEngine({ dataDir })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'engine-lock-empty' } })
    expect(refused.ok ? '' : refused.refusal.zh).toContain('postmaster.pid')
    await rm(join(dataDir, 'pg18', 'postmaster.pid'))
  })

  it('starts over a lock whose number another program has now', async () => {
    await (await started(dataDir)).stop()
    const stale = `${process.pid}\n${dataDir}/pg18\n1\n5432\n../run\n\n\nready\n`
    await writeFile(join(dataDir, 'pg18', 'postmaster.pid'), stale)
    const engine = await started(dataDir)
    expect(await ask(engine, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await engine.stop()
  })

  it.runIf(process.getuid?.() === 0)('serves an ordinary user as it serves root', async () => {
    await using scratch = await scratchFolder()
    await chmod(scratch.path, 0o777)
    const nobody = { uid: 65_534, gid: 65_534 }
    const writing = startWriting({ dataDir: join(scratch.path, 'data'), ...nobody })
    await writing.acknowledges(20)
    writing.child.kill('SIGTERM')
    await writing.exited
    expect(existsSync(join(scratch.path, 'data', 'pg18', 'postmaster.pid'))).toBe(false)
  })
})

async function started(
  dataDir: string,
  log: (line: string) => void = () => undefined,
): Promise<Engine> {
  const engine = await startEngine({ dataDir, log })
  if (!engine.ok) throw new Error(engine.refusal.en)
  return engine.value
}

type Row = Readonly<Record<string, unknown>>

async function ask(
  engine: Engine,
  sql: string,
  values: ReadonlyArray<unknown> = [],
  database = 'postgres',
): Promise<ReadonlyArray<Row>> {
  const client = new Client({ ...engine.ownerConfig, database })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(sql, [...values])).rows
  } finally {
    await client.end()
  }
}

async function answersAsAnother(engine: Engine, killed: number): Promise<boolean> {
  try {
    await ask(engine, 'SELECT 1')
    return (await postgresPid(engine)) !== killed
  } catch {
    return false
  }
}

async function postgresPid(engine: Readonly<{ dataDir: string }>): Promise<number> {
  const lock = await readFile(join(engine.dataDir, 'pg18', 'postmaster.pid'), 'utf8')
  return Number(lock.split('\n')[0])
}

/** Asks the keeper as an owner would; 0 when none answers. */
function keeperPid(engine: Readonly<{ dataDir: string }>): Promise<number> {
  return new Promise((resolve) => {
    const socket = createConnection(engineLayout(engine.dataDir).keeperSocket)
    socket.on('error', () => resolve(0))
    socket.on('close', () => resolve(0))
    socket.on('data', (greeting) => {
      resolve(Number(/"keeperPid":(\d+)/u.exec(greeting.toString())?.[1] ?? 0))
      socket.end()
    })
  })
}
