/** The last page of a backup: what is in it and the checksum of each part. A backup without it was cut short. */

/** Raised when the meaning of a backup's entries changes. */
export const backupFormat = 1

export type BackedUpTable = Readonly<{
  name: string
  columns: ReadonlyArray<string>
  rows: number
  bytes: number
  sha256: string
}>

export type BackedUpFile = Readonly<{ name: string; bytes: number; sha256: string }>

export type BackedUpSequence = Readonly<{ name: string; value: string; called: boolean }>

export type BackedUpMigration = Readonly<{ number: number; name: string; checksum: string }>

export type BackupManifest = Readonly<{
  format: number
  /** The version of Luoshi that wrote it. */
  version: string
  at: string
  migrations: ReadonlyArray<BackedUpMigration>
  tables: ReadonlyArray<BackedUpTable>
  sequences: ReadonlyArray<BackedUpSequence>
  files: ReadonlyArray<BackedUpFile>
}>

export function schemaVersionOf(manifest: BackupManifest): number {
  return manifest.migrations.at(-1)?.number ?? 0
}

/** `undefined` when it is not one of ours; only `format` is looked at when that is newer. */
export function parseManifest(text: string): BackupManifest | undefined {
  const value = parseJson(text)
  if (!isRecord(value) || typeof value['format'] !== 'number') return undefined
  const { format, version, at, migrations, tables, sequences, files } = value
  if (typeof version !== 'string' || typeof at !== 'string') return undefined
  if (!isListOf(migrations, isMigration) || !isListOf(tables, isTable)) return undefined
  if (!isListOf(sequences, isSequence) || !isListOf(files, isFile)) return undefined
  return { format, version, at, migrations, tables, sequences, files }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Fields = Readonly<Record<string, unknown>>

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isListOf<Item>(
  value: unknown,
  isItem: (item: unknown) => item is Item,
): value is ReadonlyArray<Item> {
  return Array.isArray(value) && value.every(isItem)
}

function hasText(fields: Fields, ...names: ReadonlyArray<string>): boolean {
  return names.every((name) => typeof fields[name] === 'string')
}

function isMigration(value: unknown): value is BackedUpMigration {
  return isRecord(value) && hasText(value, 'name', 'checksum') && Number.isInteger(value['number'])
}

function isFile(value: unknown): value is BackedUpFile {
  return isRecord(value) && hasText(value, 'name', 'sha256') && Number.isInteger(value['bytes'])
}

function isTable(value: unknown): value is BackedUpTable {
  if (!isRecord(value) || !hasText(value, 'name', 'sha256')) return false
  const { columns, rows, bytes } = value
  const named = Array.isArray(columns) && columns.every((column) => typeof column === 'string')
  return named && Number.isInteger(rows) && Number.isInteger(bytes)
}

function isSequence(value: unknown): value is BackedUpSequence {
  return isRecord(value) && hasText(value, 'name', 'value') && typeof value['called'] === 'boolean'
}
