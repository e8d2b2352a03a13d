/**
 * A database of its own for every test: real PostgreSQL, migrated once into a template and copied in milliseconds.
 * All test processes of this machine's user share one throw-away cluster, which goes when the last of them has gone.
 */
import { createHash, randomUUID } from 'node:crypto'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { Client, Pool } from 'pg'
import type { ClientConfig } from 'pg'
import { letApplicationIn } from '../src/engine/application-role.ts'
import { startEngine } from '../src/engine/embedded-engine.ts'
import type { Engine } from '../src/engine/embedded-engine.ts'
import {
  checksumOfAll,
  migrationsFolder,
  readMigrations,
} from '../src/migrations/migration-files.ts'
import { runMigrations } from '../src/migrations/run-migrations.ts'

export type FreshDatabase = AsyncDisposable &
  Readonly<{
    /** Connections as the application's role. */
    pool: Pool
    /** Connections as the owner of the schema, who is a superuser here: for tests that tamper. */
    owner: Pool
    config: ClientConfig
    ownerConfig: ClientConfig
  }>

/** One sharing of the cluster a process. It is let go by the process ending, however it ends. */
let cluster: Promise<Cluster> | undefined

type Cluster = Readonly<{ engine: Engine; template: string }>

export async function freshDatabase(): Promise<FreshDatabase> {
  cluster ??= shareCluster()
  const { engine, template } = await cluster
  const database = `test_${randomUUID().replaceAll('-', '')}`
  await asAdministrator(engine, async (admin) => {
    await admin.query(`CREATE DATABASE ${database} TEMPLATE ${template} STRATEGY FILE_COPY`)
    // A copy has its template's tables but not the rights on the database itself, which migration 0001 takes away.
    await admin.query(`REVOKE CREATE, TEMPORARY ON DATABASE ${database} FROM PUBLIC`)
  })
  const config = { ...engine.appConfig, database }
  const ownerConfig = { ...engine.ownerConfig, database }
  const pool = quietPool(config)
  const owner = quietPool(ownerConfig)
  return {
    pool,
    owner,
    config,
    ownerConfig,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([pool.end(), owner.end()])
      await asAdministrator(engine, (admin) =>
        admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`),
      )
    },
  }
}

async function shareCluster(): Promise<Cluster> {
  // Two checkouts may have different engines and users may not share: each gets a cluster of its own.
  const whose = createHash('sha256').update(`${userInfo().uid} ${import.meta.dirname}`)
  const dataDir = join(tmpdir(), `luoshi-tests-${whose.digest('hex').slice(0, 12)}`)
  const throwAway = { durability: 'throw-away', lingerMs: 10_000, discard: true } as const
  const engine = await startEngine({ dataDir, ...throwAway })
  if (!engine.ok) throw new Error(engine.refusal.en)
  return { engine: engine.value, template: await ensureTemplate(engine.value) }
}

/** Named by what is in it: edited migrations get a template of their own, in the same cluster. */
async function ensureTemplate(engine: Engine): Promise<string> {
  const all = checksumOfAll(await readMigrations(migrationsFolder))
  const template = `template_${all.slice(0, 24)}`
  await asAdministrator(engine, async (admin) => {
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', [template])
    const known = await admin.query('SELECT FROM pg_database WHERE datname = $1', [template])
    if (known.rowCount === 0) await makeTemplate(engine, admin, template)
  })
  return template
}

/** Made under another name first: a run killed half-way leaves no template that looks finished. */
async function makeTemplate(engine: Engine, admin: Client, template: string): Promise<void> {
  const unfinished = `unfinished_${randomUUID().replaceAll('-', '')}`
  await admin.query(`CREATE DATABASE ${unfinished}`)
  const ownerConfig = { ...engine.ownerConfig, database: unfinished }
  const migrated = await runMigrations(ownerConfig)
  if (!migrated.ok) throw new Error(migrated.refusal.en)
  const letIn = await letApplicationIn(ownerConfig, { ...engine.appConfig, database: unfinished })
  if (!letIn.ok) throw new Error(letIn.refusal.en)
  await admin.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`)
}

async function asAdministrator(
  engine: Engine,
  act: (admin: Client) => Promise<unknown>,
): Promise<void> {
  const admin = new Client({ ...engine.ownerConfig, database: 'postgres' })
  await admin.connect()
  try {
    await act(admin)
  } finally {
    await admin.end()
  }
}

function quietPool(config: ClientConfig): Pool {
  const pool = new Pool({ ...config, max: 20, allowExitOnIdle: true })
  pool.on('error', () => undefined)
  return pool
}
