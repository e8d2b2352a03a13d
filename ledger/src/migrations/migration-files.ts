/** The numbered SQL files of this version, in order, each with the checksum it is recorded by. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Migration = Readonly<{ number: number; name: string; sql: string; checksum: string }>

export const migrationsFolder = fileURLToPath(new URL('sql/', import.meta.url))

const fileName = /^(?<number>\d{4})-(?<name>[a-z0-9-]+)\.sql$/u

export async function readMigrations(folder: string): Promise<ReadonlyArray<Migration>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const migrations = await Promise.all(names.map((name) => readMigration(folder, name)))
  const twice = migrations.find((one, place) => one.number === migrations[place - 1]?.number)
  if (twice)
    throw new Error(`Two migrations have the number ${twice.number}: give one the next free number`)
  return migrations
}

/** One checksum for all of them: two databases with the same one have the same tables. */
export function checksumOfAll(migrations: ReadonlyArray<Migration>): string {
  return checksum(migrations.map((one) => `${one.number} ${one.checksum}`).join('\n'))
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const groups = fileName.exec(name)?.groups
  if (!groups) throw new Error(`${name} is not named like 0007-what-it-does.sql`)
  // A checkout on Windows may turn line ends over; that is no change of the migration.
  const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
  return { number: Number(groups['number']), name, sql, checksum: checksum(sql) }
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
