/** Streams a verified backup into tables and files, and proves afterwards that what lies there is what was in it. */
import { createHash } from 'node:crypto'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { readArchive } from './archive.ts'
import type { IncomingEntry } from './archive.ts'
import type { BackedUpFile, BackedUpTable, BackupManifest } from './backup-manifest.ts'
import { isKeptName } from './kept-files.ts'
import { copyIn, copyOut, qualified, schemaTables } from './schema-tables.ts'
import type { SchemaTable } from './schema-tables.ts'
import { tableOfPiece } from './verify-backup.ts'

export type Loading = Readonly<{
  /** In a transaction that is rolled back when this throws. */
  client: Client
  file: string
  manifest: BackupManifest
  /** The folder that files are written under, by their names. */
  into: string
}>

export async function loadArchive(loading: Loading): Promise<void> {
  const { client, file, manifest, into } = loading
  const tables = new Map(manifest.tables.map((table) => [table.name, table]))
  const files = new Map(manifest.files.map((kept) => [kept.name, kept]))
  const entries = readArchive(file)
  try {
    let entry = await following(entries)
    while (entry !== undefined) {
      const table = tables.get(tableOfPiece(entry.name) ?? '')
      const kept = files.get(entry.name)
      if (table !== undefined) {
        entry = await loadTable(client, table, entry, entries)
      } else {
        if (kept !== undefined) await loadFile(kept, entry, into)
        else await passOver(entry)
        entry = await following(entries)
      }
    }
  } finally {
    await entries.return(undefined)
  }
  for (const { name, value, called } of manifest.sequences) {
    await client.query('SELECT setval($1::regclass, $2, $3)', [qualified(name), value, called])
  }
  for (const table of await schemaTables(client))
    await compare(client, table, tables.get(table.name))
}

type Entries = AsyncGenerator<IncomingEntry>

async function following(entries: Entries): Promise<IncomingEntry | undefined> {
  const step = await entries.next()
  return step.done === true ? undefined : step.value
}

/** All pieces of a table are one COPY; answers the first entry that is no piece of it. */
async function loadTable(
  client: Client,
  table: BackedUpTable,
  first: IncomingEntry,
  entries: Entries,
): Promise<IncomingEntry | undefined> {
  let entry: IncomingEntry | undefined = first
  async function* pieces(): AsyncGenerator<Buffer> {
    while (entry !== undefined && tableOfPiece(entry.name) === table.name) {
      yield* entry.body
      entry = await following(entries)
    }
  }
  await pipeline(
    Readable.from(pieces(), { objectMode: false }),
    client.query(copyFrom(copyIn(table))),
  )
  return entry
}

async function loadFile(kept: BackedUpFile, entry: IncomingEntry, into: string): Promise<void> {
  if (!isKeptName(kept.name)) throw new Error(kept.name)
  const path = join(into, kept.name)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const handle = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  try {
    for await (const part of entry.body) {
      hash.update(part)
      await handle.writeFile(part)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  if (hash.digest('hex') !== kept.sha256) throw new Error(kept.name)
}

async function passOver(entry: IncomingEntry): Promise<void> {
  for await (const part of entry.body) void part
}

/** What the table gives back must be, byte by byte, what went in. */
async function compare(
  client: Client,
  table: SchemaTable,
  expected: BackedUpTable | undefined,
): Promise<void> {
  const hash = createHash('sha256')
  const rows = client.query(copyTo(copyOut(table)))
  for await (const part of rows) hash.update(part)
  if (hash.digest('hex') !== expected?.sha256 || rows.rowCount !== expected.rows) {
    throw new Error(`${table.name} came back changed`)
  }
}
