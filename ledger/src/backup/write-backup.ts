/**
 * Writes everything into one file: all tables of our schema as of one moment, the files of evidence
 * and the signing key, each with its checksum.
 * The server may go on working meanwhile. npm brings no pg_dump, so this is COPY in a tar.gz that any tar program opens.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { accept, refuse } from '@luoshi/domain/kernel/result'
import type { Result } from '@luoshi/domain/kernel/result'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { luoshiVersion } from '../engine/data-folder.ts'
import { errorCode, errorText } from '../engine/engine-refusal.ts'
import type { Database } from '../engine/open-database.ts'
import { writeArchive } from './archive.ts'
import type { OutgoingEntry } from './archive.ts'
import { backupFormat } from './backup-manifest.ts'
import type { BackedUpFile, BackedUpTable, BackupManifest } from './backup-manifest.ts'
import * as refusals from './backup-refusal.ts'
import type { BackupRefusal } from './backup-refusal.ts'
import { listKeptFiles } from './kept-files.ts'
import {
  copyOut,
  copySettings,
  schemaMigrations,
  schemaSequences,
  schemaTables,
} from './schema-tables.ts'
import type { SchemaTable } from './schema-tables.ts'

/** A table is cut into pieces of about this size, because tar wants each size before the content. */
const pieceBytes = 4 * 1024 * 1024

export type Written = Readonly<{ manifest: BackupManifest; bytes: number }>

export async function writeBackup(
  database: Pick<Database, 'ownerConfig' | 'dataDir'>,
  outFile: string,
): Promise<Result<Written, BackupRefusal>> {
  if (await isThere(outFile)) return refuse(refusals.exists(outFile))
  const partial = `${outFile}.partial`
  const client = new Client({ ...database.ownerConfig, application_name: 'luoshi backup' })
  client.on('error', () => undefined)
  const record: Record = { tables: [], files: [] }
  try {
    await client.connect()
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query(copySettings)
    await rm(partial, { force: true })
    await writeArchive(partial, allEntries(client, database.dataDir, record))
    await rename(partial, outFile)
    const { size } = await stat(outFile)
    if (record.manifest === undefined) throw new Error('the backup has no manifest')
    return accept({ manifest: record.manifest, bytes: size })
  } catch (error) {
    await rm(partial, { force: true })
    return refuse(refusals.unwritable(outFile, errorText(error), errorCode(error)))
  } finally {
    await client.end()
  }
}

/** Filled while the entries go by, and written out as the last of them. */
type Record = { tables: BackedUpTable[]; files: BackedUpFile[]; manifest?: BackupManifest }

async function* allEntries(
  client: Client,
  dataDir: string,
  record: Record,
): AsyncGenerator<OutgoingEntry> {
  const tables = await schemaTables(client)
  const sequences = await schemaSequences(client)
  for (const table of tables) yield* tableEntries(client, table, record)
  // After the tables' moment was fixed: every file they speak of is there by now.
  for (const name of await listKeptFiles(dataDir)) yield* fileEntry(dataDir, name, record)
  const manifest: BackupManifest = {
    format: backupFormat,
    version: luoshiVersion,
    at: new Date().toISOString(),
    migrations: await schemaMigrations(client),
    tables: record.tables,
    sequences,
    files: record.files,
  }
  record.manifest = manifest
  const page = Buffer.from(`${JSON.stringify(manifest, undefined, 1)}\n`)
  yield whole('manifest.json', page)
  yield whole('manifest.sha256', Buffer.from(sha256(page)))
}

async function* tableEntries(
  client: Client,
  table: SchemaTable,
  record: Record,
): AsyncGenerator<OutgoingEntry> {
  const hash = createHash('sha256')
  const rows = client.query(copyTo(copyOut(table)))
  let piece = 0
  let bytes = 0
  let waiting: Buffer[] = []
  let waitingBytes = 0
  for await (const part of buffersOf(rows)) {
    hash.update(part)
    waiting.push(part)
    waitingBytes += part.length
    bytes += part.length
    if (waitingBytes < pieceBytes) continue
    yield whole(pieceName(table.name, (piece += 1)), ...waiting)
    waiting = []
    waitingBytes = 0
  }
  yield whole(pieceName(table.name, piece + 1), ...waiting)
  const { name, columns } = table
  record.tables.push({ name, columns, rows: rows.rowCount, bytes, sha256: hash.digest('hex') })
}

async function* fileEntry(
  dataDir: string,
  name: string,
  record: Record,
): AsyncGenerator<OutgoingEntry> {
  const path = join(dataDir, name)
  const { size } = await stat(path)
  const hash = createHash('sha256')
  async function* body(): AsyncGenerator<Buffer> {
    if (size === 0) return
    for await (const part of buffersOf(createReadStream(path, { end: size - 1 }))) {
      hash.update(part)
      yield part
    }
  }
  yield { name, bytes: size, body: body() }
  record.files.push({ name, bytes: size, sha256: hash.digest('hex') })
}

function pieceName(table: string, piece: number): string {
  return `tables/${table}/${String(piece).padStart(6, '0')}.copy`
}

function whole(name: string, ...parts: ReadonlyArray<Buffer>): OutgoingEntry {
  return { name, bytes: parts.reduce((sum, part) => sum + part.length, 0), body: parts }
}

async function* buffersOf(stream: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  for await (const part of stream) {
    if (!Buffer.isBuffer(part)) throw new Error('a stream of bytes gave something else')
    yield part
  }
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function isThere(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined)) !== undefined
}
