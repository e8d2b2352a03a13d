/**
 * Opens the store: the embedded engine of a data folder, or the server that DATABASE_URL names; brought to
 * this version's structure, and handed out as the application's role, which owns nothing.
 */
import { availableParallelism } from 'node:os'
import { accept, refuse } from '@luoshi/domain/kernel/result'
import type { Result } from '@luoshi/domain/kernel/result'
import { Client, DatabaseError, Pool } from 'pg'
import type { ClientConfig } from 'pg'
import { runMigrations } from '../migrations/run-migrations.ts'
import { letApplicationIn } from './application-role.ts'
import { openDataFolder } from './data-folder.ts'
import { fewAtOnce } from './few-at-once.ts'
import { embeddedDatabase, startEngine } from './embedded-engine.ts'
import type { EngineRefusal } from './engine-refusal.ts'
import { explainStoreFailure } from './explain-store-failure.ts'
import { serverEndpoint } from './server-endpoint.ts'
import type { Endpoint } from './server-endpoint.ts'

export type Database = Readonly<{
  /** The data folder without symbolic links: files of evidence lie in it with either kind of database. */
  dataDir: string
  schemaVersion: number
  /** Connections as the application's role. */
  pool: Pool
  appConfig: ClientConfig
  ownerConfig: ClientConfig
  /** Connections as the owner, made on first use: for migrations, backup, restore and tests only. */
  ownerPool(): Pool
  /** The end is ordered: a connection lost from here on, as the engine goes down with us, is no news. */
  expectClose(): void
  /** Ends all connections and lets go of the engine, which stops when nobody else owns it. */
  close(): Promise<void>
}>

export type OpenOptions = Readonly<{
  dataDir: string
  /** A PostgreSQL server, version 15 or later, as a URL whose role owns the database. */
  databaseUrl?: string
  /** Most connections of the application's pool. */
  connections?: number
  log?: (line: string) => void
}>

export async function openDatabase(options: OpenOptions): Promise<Result<Database, EngineRefusal>> {
  const endpoint = await findEndpoint(options)
  if (!endpoint.ok) return endpoint
  const prepared = await prepare(endpoint.value)
  if (!prepared.ok) {
    await endpoint.value.release()
    return prepared
  }
  return accept(connect(endpoint.value, prepared.value, options))
}

async function findEndpoint(options: OpenOptions): Promise<Result<Endpoint, EngineRefusal>> {
  if (options.databaseUrl !== undefined) {
    const folder = await openDataFolder(options.dataDir)
    return folder.ok ? serverEndpoint(options.databaseUrl, folder.value.path) : folder
  }
  const engine = await startEngine(options)
  if (!engine.ok) return engine
  const { dataDir, ownerConfig, appConfig, stop } = engine.value
  try {
    await createDatabase(ownerConfig)
    return accept({ dataDir, ownerConfig, appConfig, release: stop })
  } catch (error) {
    await stop()
    const refusal = explainStoreFailure(error)
    if (refusal === undefined) throw error
    return refuse(refusal)
  }
}

async function prepare(endpoint: Endpoint): Promise<Result<number, EngineRefusal>> {
  const migrated = await runMigrations(endpoint.ownerConfig)
  if (!migrated.ok) return migrated
  const letIn = await letApplicationIn(endpoint.ownerConfig, endpoint.appConfig)
  return letIn.ok ? accept(migrated.value.schemaVersion) : refuse(letIn.refusal)
}

/** initdb makes no database of ours; another process may be making it in the same moment. */
async function createDatabase(owner: ClientConfig): Promise<void> {
  const client = new Client({ ...owner, database: 'postgres' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const known = await client.query('SELECT FROM pg_database WHERE datname = $1', [
      embeddedDatabase,
    ])
    if (known.rowCount === 0) await client.query(`CREATE DATABASE ${embeddedDatabase}`)
  } catch (error) {
    const raced = error instanceof DatabaseError && ['42P04', '23505'].includes(error.code ?? '')
    if (!raced) throw error
  } finally {
    await client.end()
  }
}

function connect(endpoint: Endpoint, schemaVersion: number, options: OpenOptions): Database {
  const { dataDir, ownerConfig, appConfig } = endpoint
  let isEnding = false
  const log = (line: string) => {
    if (!isEnding) options.log?.(line)
  }
  const pool = poolOf(appConfig, options.connections ?? 20, log)
  // A server elsewhere has processors of its own, and its answers are under way for longer than they take.
  if (options.databaseUrl === undefined) fewAtOnce(pool, 2 * availableParallelism())
  let owner: Pool | undefined
  let closing: Promise<void> | undefined
  async function close(): Promise<void> {
    await Promise.all([pool.end(), owner?.end()])
    await endpoint.release()
  }
  return {
    dataDir,
    schemaVersion,
    pool,
    appConfig,
    ownerConfig,
    ownerPool: () => (owner ??= poolOf(ownerConfig, 2, log)),
    expectClose: () => {
      isEnding = true
    },
    close: () => {
      isEnding = true
      return (closing ??= close())
    },
  }
}

function poolOf(config: ClientConfig, max: number, log: (line: string) => void): Pool {
  const pool = new Pool({ ...config, max, idleTimeoutMillis: 30_000, allowExitOnIdle: true })
  // A connection that dies while idle (the engine was killed) is replaced by the pool; unheard, it would end the process.
  pool.on('error', (error) => log(`a database connection was lost: ${error.message}`))
  // One that dies in somebody's hands between two statements tells the next statement; the pool does not listen to it then.
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return pool
}
