/**
 * Restores a backup into an empty store: checked from end to end before anything is touched, loaded in one transaction,
 * and compared again with the checksums before that is committed. Afterwards the database is brought to this version.
 */
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { accept, refuse } from '@luoshi/domain/kernel/result'
import type { Result } from '@luoshi/domain/kernel/result'
import { Client } from 'pg'
import { errorCode, errorText } from '../engine/engine-refusal.ts'
import type { Database } from '../engine/open-database.ts'
import { migrationsFolder, readMigrations } from '../migrations/migration-files.ts'
import { runMigrations } from '../migrations/run-migrations.ts'
import { schemaVersionOf } from './backup-manifest.ts'
import type { BackupManifest } from './backup-manifest.ts'
import * as refusals from './backup-refusal.ts'
import type { BackupRefusal } from './backup-refusal.ts'
import { keptFolders, listKeptFiles } from './kept-files.ts'
import { loadArchive } from './load-archive.ts'
import { copySettings, filledTables, schemaTables } from './schema-tables.ts'
import type { SchemaTable } from './schema-tables.ts'
import { withTriggersOff } from './table-triggers.ts'
import { verifyBackup } from './verify-backup.ts'

type Store = Pick<Database, 'ownerConfig' | 'dataDir'>

/** The store must have been opened by `openDatabase` and claimed: nobody may write to it meanwhile. */
export async function restoreBackup(
  store: Store,
  file: string,
): Promise<Result<BackupManifest, BackupRefusal>> {
  const verified = await verifyBackup(file)
  if (!verified.ok) return verified
  const manifest = verified.value
  const obstacle = (await whyForeign(file, manifest)) ?? (await whyNotEmpty(store))
  if (obstacle !== undefined) return refuse(obstacle)
  const client = new Client({ ...store.ownerConfig, application_name: 'luoshi restore' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const prepared = await tablesLike(manifest, store, client)
    if (!prepared.ok) return prepared
    const loaded = await load(client, store, file, manifest)
    if (!loaded.ok) return loaded
    await client.query('ANALYZE')
    return loaded
  } finally {
    await client.end()
    // Also after a failure: the empty store is left at this version, as it was found.
    await runMigrations(store.ownerConfig)
  }
}

async function load(
  client: Client,
  store: Store,
  file: string,
  manifest: BackupManifest,
): Promise<Result<BackupManifest, BackupRefusal>> {
  const incoming = join(store.dataDir, 'restoring')
  try {
    await rm(incoming, { recursive: true, force: true })
    await client.query('BEGIN')
    await client.query(copySettings)
    const tables = await schemaTables(client)
    if (shapeOf(tables) !== shapeOf(manifest.tables)) {
      return refuse(refusals.foreign(file, 'tables'))
    }
    await withTriggersOff(client, () => loadArchive({ client, file, manifest, into: incoming }))
    // The files first: rows that speak of a file must never be there without it.
    await moveInto(store.dataDir, incoming)
    await client.query('COMMIT')
    return accept(manifest)
  } catch (error) {
    return refuse(refusals.notRestored(file, errorText(error), errorCode(error)))
  } finally {
    await client.query('ROLLBACK').catch(() => undefined)
    await rm(incoming, { recursive: true, force: true })
  }
}

async function moveInto(dataDir: string, incoming: string): Promise<void> {
  for (const folder of keptFolders) {
    const from = join(incoming, folder)
    if (!existsSync(from)) continue
    // Whoever looked into the new folder before may have left a key of its own there, which no backup holds.
    const to = join(dataDir, folder)
    await mkdir(to, { recursive: true, mode: 0o700 })
    for (const name of await readdir(from)) await rename(join(from, name), join(to, name))
  }
}

function shapeOf(tables: ReadonlyArray<Pick<SchemaTable, 'name' | 'columns'>>): string {
  return tables
    .map(({ name, columns }) => `${name}(${columns.join(',')})`)
    .sort()
    .join(';')
}

/** An older backup is loaded into tables of its own version; migrations bring the rows forward afterwards. */
async function tablesLike(
  manifest: BackupManifest,
  store: Store,
  client: Client,
): Promise<Result<true, BackupRefusal>> {
  const { rows } = await client.query('SELECT max(number) AS now FROM luoshi.migration')
  if (Number(rows[0]?.now) === schemaVersionOf(manifest)) return accept(true)
  await client.query('DROP SCHEMA luoshi CASCADE')
  const made = await runMigrations(store.ownerConfig, { upTo: schemaVersionOf(manifest) })
  return made.ok ? accept(true) : made
}

async function whyForeign(
  file: string,
  manifest: BackupManifest,
): Promise<BackupRefusal | undefined> {
  const ours = await readMigrations(migrationsFolder)
  const [theirs, known] = [schemaVersionOf(manifest), ours.at(-1)?.number ?? 0]
  if (theirs > known) return refusals.newer(file, theirs, known)
  const odd = manifest.migrations.find(
    ({ number, checksum }, place) =>
      ours[place]?.number !== number || ours[place].checksum !== checksum,
  )
  return odd === undefined ? undefined : refusals.foreign(file, odd.name)
}

async function whyNotEmpty(store: Store): Promise<BackupRefusal | undefined> {
  const client = new Client(store.ownerConfig)
  client.on('error', () => undefined)
  await client.connect()
  try {
    const filled = [...(await filledTables(client)), ...(await listKeptFiles(store.dataDir))]
    return filled.length === 0 ? undefined : refusals.notEmpty(filled.slice(0, 3).join(', '))
  } finally {
    await client.end()
  }
}
