/** What of the database goes into a backup: every table of our schema, those first that others refer to. */
import type { ClientBase } from 'pg'
import { escapeIdentifier } from 'pg'
import type { BackedUpMigration, BackedUpSequence } from './backup-manifest.ts'

export type SchemaTable = Readonly<{
  name: string
  columns: ReadonlyArray<string>
  /** Of the primary key, as SQL to sort by, the same on every server; empty when there is none. */
  key: ReadonlyArray<string>
}>

/** Migrations run anew on restore, and their table is filled by that. */
const notCopied = 'migration'

/** Every table with rows of its own, those it points to first, so that rows can be put back in this order. */
export async function schemaTables(client: ClientBase): Promise<ReadonlyArray<SchemaTable>> {
  // Generated columns are made again from the others; partitioned parents have no rows of their own.
  const { rows } = await client.query<SchemaTable>(
    `SELECT c.relname AS name,
            coalesce(array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attnum IS NOT NULL), '{}') AS columns,
            coalesce((
              SELECT array_agg(quote_ident(k.attname) || CASE WHEN k.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END
                               ORDER BY array_position(i.indkey::int2[], k.attnum))
                FROM pg_index i JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = ANY (i.indkey)
               WHERE i.indrelid = c.oid AND i.indisprimary), '{}') AS key
       FROM pg_class c
       LEFT JOIN pg_attribute a
         ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE c.relnamespace = 'luoshi'::regnamespace AND c.relkind = 'r' AND c.relname <> $1
      GROUP BY c.oid, c.relname
      ORDER BY c.relname`,
    [notCopied],
  )
  return inOrderOfReference(rows, await references(client))
}

type Reference = Readonly<{ from: string; to: string }>

async function references(client: ClientBase): Promise<ReadonlyArray<Reference>> {
  const { rows } = await client.query<Reference>(
    `SELECT f.relname AS from, t.relname AS to
       FROM pg_constraint k JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
      WHERE k.contype = 'f' AND k.connamespace = 'luoshi'::regnamespace AND f.oid <> t.oid`,
  )
  return rows
}

function inOrderOfReference(
  tables: ReadonlyArray<SchemaTable>,
  between: ReadonlyArray<Reference>,
): ReadonlyArray<SchemaTable> {
  const ordered: SchemaTable[] = []
  const done = new Set<string>()
  while (ordered.length < tables.length) {
    const free = tables.filter(
      ({ name }) =>
        !done.has(name) && between.every(({ from, to }) => from !== name || done.has(to)),
    )
    if (free.length === 0) throw new Error('tables refer to each other in a circle')
    ordered.push(...free)
    for (const { name } of free) done.add(name)
  }
  return ordered
}

export async function schemaSequences(
  client: ClientBase,
): Promise<ReadonlyArray<BackedUpSequence>> {
  const { rows: names } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'luoshi'::regnamespace AND relkind = 'S' ORDER BY relname`,
  )
  const sequences: BackedUpSequence[] = []
  for (const { name } of names) {
    const { rows } = await client.query<{ value: string; called: boolean }>(
      `SELECT last_value::text AS value, is_called AS called FROM ${qualified(name)}`,
    )
    const [state] = rows
    if (state !== undefined) sequences.push({ name, ...state })
  }
  return sequences
}

export async function schemaMigrations(
  client: ClientBase,
): Promise<ReadonlyArray<BackedUpMigration>> {
  const { rows } = await client.query<BackedUpMigration>(
    'SELECT number, name, checksum FROM luoshi.migration ORDER BY number',
  )
  return rows
}

/** Names that hold any rows, for the sentence that refuses to restore over them. */
export async function filledTables(client: ClientBase): Promise<ReadonlyArray<string>> {
  const filled: string[] = []
  for (const { name } of await schemaTables(client)) {
    const { rows } = await client.query(`SELECT EXISTS (SELECT FROM ${qualified(name)}) AS filled`)
    if (rows[0]?.filled === true) filled.push(name)
  }
  return filled
}

/** Text as PostgreSQL writes it must not depend on how a server or a role is set. */
export const copySettings = `
  SET LOCAL client_encoding = 'UTF8';
  SET LOCAL datestyle = 'ISO, YMD';
  SET LOCAL intervalstyle = 'postgres';
  SET LOCAL timezone = 'UTC';
  SET LOCAL bytea_output = 'hex';
  SET LOCAL extra_float_digits = 1;
  SET LOCAL synchronize_seqscans = off;
  SET LOCAL statement_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0`

/**
 * Answers of surveys that wait, sealed, to be written together: they come in the order in which people answered, and the
 * keys that open them are not in the backup. A restored survey goes on without them.
 */
const notKept = 'survey_tray'

/** Sorted, because where a row lies on the disk differs before and after, and in an order no server's language changes. */
export function copyOut({ name, columns, key }: SchemaTable): string {
  const list = columns.map((column) => escapeIdentifier(column))
  const order = key.length > 0 ? key : list.map((column) => `${column}::text COLLATE "C"`)
  const sorted = order.length > 0 ? ` ORDER BY ${order.join(', ')}` : ''
  const which = name === notKept ? ' WHERE false' : ''
  return `COPY (SELECT ${list.join(', ')} FROM ${qualified(name)}${which}${sorted}) TO STDOUT`
}

/** The counterpart of {@link copyOut}: the same columns, whatever else the table has by now. */
export function copyIn(table: Pick<SchemaTable, 'name' | 'columns'>): string {
  return `COPY ${target(table)} FROM STDIN`
}

function target(table: Pick<SchemaTable, 'name' | 'columns'>): string {
  return `${qualified(table.name)} (${table.columns.map((column) => escapeIdentifier(column)).join(', ')})`
}

/** `luoshi."name"`: quoted, since it goes into a statement as text. */
export function qualified(name: string): string {
  return `luoshi.${escapeIdentifier(name)}`
}
