/** What somebody finds who copies the files of a database while it works: tables, indexes, and its journal. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { writeBackup } from '@luoshi/ledger/backup/write-backup'
import { Client, type ClientConfig } from 'pg'
import { value } from '../test-county.ts'

export async function asked<Row extends object>(
  config: ClientConfig,
  text: string,
  values: string[] = [],
): Promise<readonly Row[]> {
  const client = new Client(config)
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

export type Found = Readonly<{ name: string; bytes: Buffer }>

/** Where the journal is now. */
export async function journalNow(owner: ClientConfig): Promise<string> {
  const [now] = await asked<{ at: string }>(owner, 'select pg_current_wal_lsn()::text as at')
  return now?.at ?? ''
}

/** Every file of our tables in that database, and every piece of the journal since then. `owner`: a superuser. */
export async function copiedFiles(owner: ClientConfig, since: string): Promise<readonly Found[]> {
  await asked(owner, 'checkpoint')
  const tables = await asked<Found>(
    owner,
    `select relname as name, pg_read_binary_file(pg_relation_filepath(oid)) as bytes
      from pg_class where relkind in ('r', 't', 'i') and relnamespace::regnamespace::text in ('luoshi', 'pg_toast')`,
  )
  return [...tables, ...(await journal(owner, since))]
}

/** Others write into it as well, and a piece may be gone before it is read. */
async function journal(owner: ClientConfig, since: string): Promise<readonly Found[]> {
  const pieces = await asked<{ name: string }>(
    owner,
    `select name from pg_ls_waldir()
      where name between pg_walfile_name($1::pg_lsn) and pg_walfile_name(pg_current_wal_lsn())`,
    [since],
  )
  const found: Found[] = []
  for (const { name } of pieces)
    found.push(
      ...(await asked<Found>(
        owner,
        `select $1 as name, coalesce(pg_read_binary_file('pg_wal/' || $1, true), '') as bytes`,
        [name],
      )),
    )
  return found
}

/** What of a ballot could be known again in the published file: its key, its id, its signature. */
export function namesOf({ text, id }: Readonly<{ text: string; id: string }>): readonly Buffer[] {
  const { pk, sig }: Readonly<{ pk: string; sig: string }> = JSON.parse(text)
  const raw = [Buffer.from(pk, 'base64url').subarray(1), Buffer.from(id, 'hex')]
  return [...[pk, id, sig].map((one) => Buffer.from(one)), ...raw]
}

/** All bytes of a backup of now. */
export async function backedUp(ownerConfig: ClientConfig, dataDir: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-backup-'))
  try {
    value(await writeBackup({ ownerConfig, dataDir }, join(folder, 'all.tar.gz')))
    return gunzipSync(await readFile(join(folder, 'all.tar.gz')))
  } finally {
    await rm(folder, { recursive: true })
  }
}
