/**
 * Brings a database forward to this version: every new SQL file in its own transaction, one process at a time.
 * There is no way back: a database is never made older, and a file that ran is never edited.
 */
import { accept, refuse } from '@luoshi/domain/kernel/result'
import type { Result } from '@luoshi/domain/kernel/result'
import { Client } from 'pg'
import type { ClientConfig } from 'pg'
import { errorCode, errorText } from '../engine/engine-refusal.ts'
import type { EngineRefusal } from '../engine/engine-refusal.ts'
import { migrationsFolder, readMigrations } from './migration-files.ts'
import type { Migration } from './migration-files.ts'
import * as refusals from './migration-refusals.ts'

export type Migrated = Readonly<{ applied: ReadonlyArray<string>; schemaVersion: number }>

type AppliedMigration = Readonly<{ number: number; name: string; checksum: string }>

/** `luoshi mig`, so that it meets nobody else's advisory lock. */
const migrationLock = '7815275641098365287'

export type MigrationOptions = Readonly<{
  folder?: string
  /** Go no further than this number: to restore a backup of an older version into tables like its own. */
  upTo?: number
}>

/** Runs as `owner`, the role that will own every table. */
export async function runMigrations(
  owner: ClientConfig,
  options: MigrationOptions = {},
): Promise<Result<Migrated, EngineRefusal>> {
  const migrations = await readMigrations(options.folder ?? migrationsFolder)
  const goal = options.upTo ?? Infinity
  const client = new Client({ ...owner, application_name: 'luoshi migrations' })
  // Without a listener a connection lost between two statements would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    return refuse(refusals.unreachable(errorText(error)))
  }
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    const applied = await appliedMigrations(client)
    const obstacle = whyNot(migrations, applied)
    if (obstacle !== undefined) return refuse(obstacle)
    const waiting = migrations.slice(applied.length)
    return await applyAll(
      client,
      waiting.filter((migration) => migration.number <= goal),
    )
  } catch (error) {
    return refuse(refusals.failed('luoshi.migration', errorText(error), errorCode(error)))
  } finally {
    await client.end()
  }

  async function applyAll(
    on: Client,
    waiting: ReadonlyArray<Migration>,
  ): Promise<Result<Migrated, EngineRefusal>> {
    for (const migration of waiting) {
      const failure = await apply(on, migration)
      if (failure !== undefined) return refuse(failure)
    }
    const names = waiting.map((migration) => migration.name)
    const latest = Math.min(goal, migrations.at(-1)?.number ?? 0)
    return accept({ applied: names, schemaVersion: latest })
  }
}

/** What ran must be a beginning of what there is, unaltered. */
function whyNot(
  migrations: ReadonlyArray<Migration>,
  applied: ReadonlyArray<AppliedMigration>,
): EngineRefusal | undefined {
  const latest = migrations.at(-1)?.number ?? 0
  const beyond = applied.find((one) => one.number > latest)
  if (beyond !== undefined) return refusals.databaseNewer(beyond.number, latest)
  for (const [place, done] of applied.entries()) {
    const file = migrations[place]
    if (file?.number !== done.number) return refusals.outOfOrder(done.name)
    if (file.checksum !== done.checksum) return refusals.edited(file.name)
  }
  return undefined
}

async function appliedMigrations(client: Client): Promise<ReadonlyArray<AppliedMigration>> {
  // Asked first, because CREATE … IF NOT EXISTS wants the right to create even when there is nothing to do.
  const { rows: known } = await client.query(`SELECT to_regclass('luoshi.migration') AS found`)
  if (known[0]?.found === null) {
    await client.query(`
      CREATE SCHEMA IF NOT EXISTS luoshi;
      CREATE TABLE luoshi.migration (
        number integer PRIMARY KEY,
        name text NOT NULL,
        checksum text NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT now()
      )`)
  }
  const applied = await client.query<AppliedMigration>(
    'SELECT number, name, checksum FROM luoshi.migration ORDER BY number',
  )
  return applied.rows
}

async function apply(client: Client, migration: Migration): Promise<EngineRefusal | undefined> {
  try {
    await client.query('BEGIN')
    await client.query('SET LOCAL search_path = luoshi, pg_temp')
    await client.query(migration.sql)
    await client.query(
      'INSERT INTO luoshi.migration (number, name, checksum) VALUES ($1, $2, $3)',
      [migration.number, migration.name, migration.checksum],
    )
    await client.query('COMMIT')
    return undefined
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    const line = lineOf(error, migration.sql)
    return refusals.failed(`${migration.name}${line}`, errorText(error), errorCode(error))
  }
}

/** PostgreSQL counts characters from 1; an editor counts lines. */
function lineOf(error: unknown, sql: string): string {
  if (typeof error !== 'object' || error === null || !('position' in error)) return ''
  const position = Number(error.position)
  return Number.isNaN(position) ? '' : `:${sql.slice(0, position - 1).split('\n').length}`
}
