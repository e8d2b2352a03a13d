/**
 * A program that writes and says what was acknowledged, to be killed by tests: `node acknowledged-writes.ts DATA CLIENTS`.
 * It prints `open`, then one line `ack N` after each commit; when the engine dies it waits for it to come back.
 */
import { setTimeout as after } from 'node:timers/promises'
import { openDatabase } from '../src/engine/open-database.ts'
import type { Database } from '../src/engine/open-database.ts'

const [dataDir = '', clients = '4'] = process.argv.slice(2)

const opened = await openDatabase({ dataDir })
if (!opened.ok) {
  console.log(`refused ${opened.refusal.code}`)
  process.exit(1)
}
await prepare(opened.value)
console.log('open')
process.on('SIGTERM', () => void opened.value.close().then(() => process.exit(0)))
await Promise.all(Array.from({ length: Number(clients) }, () => writeForEver(opened.value)))

async function prepare(database: Database): Promise<void> {
  await database.ownerPool().query(
    `CREATE TABLE IF NOT EXISTS luoshi.acknowledged
       (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, words text NOT NULL);
     GRANT INSERT, SELECT ON luoshi.acknowledged TO luoshi_app`,
  )
}

async function writeForEver(database: Database): Promise<never> {
  for (;;) {
    try {
      const { rows } = await database.pool.query(
        `INSERT INTO luoshi.acknowledged (words) VALUES (repeat('落实', 100)) RETURNING number`,
      )
      console.log(`ack ${rows[0]?.number}`)
    } catch {
      await after(20)
    }
  }
}
