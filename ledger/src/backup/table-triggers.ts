/**
 * Loads rows without the triggers that guard or extend them: they did their work when the rows were first written.
 * Only the owner of the tables can do this, which is why the application's role cannot.
 */
import type { Client } from 'pg'
import { escapeIdentifier } from 'pg'
import { qualified } from './schema-tables.ts'

type Trigger = Readonly<{ table: string; name: string; state: string }>

/** How PostgreSQL notes when a trigger fires, and how it is told. `D` is off, and is left off. */
const enabling = new Map([
  ['O', 'ENABLE TRIGGER'],
  ['A', 'ENABLE ALWAYS TRIGGER'],
  ['R', 'ENABLE REPLICA TRIGGER'],
])

/** Within a transaction: when `load` throws, its rollback puts the triggers back. */
export async function withTriggersOff(client: Client, load: () => Promise<void>): Promise<void> {
  const triggers = await ownTriggers(client)
  for (const { table, name } of triggers) await alter(client, table, 'DISABLE TRIGGER', name)
  await load()
  for (const { table, name, state } of triggers) {
    const how = enabling.get(state)
    if (how !== undefined) await alter(client, table, how, name)
  }
}

async function ownTriggers(client: Client): Promise<ReadonlyArray<Trigger>> {
  const { rows } = await client.query<Trigger>(
    `SELECT c.relname AS table, t.tgname AS name, t.tgenabled AS state
       FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE c.relnamespace = 'luoshi'::regnamespace AND NOT t.tgisinternal`,
  )
  return rows
}

async function alter(client: Client, table: string, how: string, name: string): Promise<void> {
  await client.query(`ALTER TABLE ${qualified(table)} ${how} ${escapeIdentifier(name)}`)
}
