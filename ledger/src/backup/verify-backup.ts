/** Reads a backup from end to end without a database and compares every part with the checksums on its last page. */
import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import { accept, refuse } from '@luoshi/domain/kernel/result'
import type { Result } from '@luoshi/domain/kernel/result'
import { errorCode, errorText } from '../engine/engine-refusal.ts'
import { readArchive } from './archive.ts'
import type { IncomingEntry } from './archive.ts'
import { backupFormat, parseManifest, schemaVersionOf } from './backup-manifest.ts'
import type { BackupManifest } from './backup-manifest.ts'
import * as refusals from './backup-refusal.ts'
import type { BackupRefusal } from './backup-refusal.ts'
import { isKeptName } from './kept-files.ts'

/** The last page names every file of evidence: this is room for a million of them. */
const longestPage = 256 * 1024 * 1024

export async function verifyBackup(file: string): Promise<Result<BackupManifest, BackupRefusal>> {
  try {
    const { pages, sums } = await readAll(file)
    const manifest = parseManifest(pages.manifest)
    if (manifest === undefined) return refuse(refusals.damaged(file, 'manifest.json'))
    if (manifest.format > backupFormat) {
      return refuse(refusals.newer(file, schemaVersionOf(manifest), backupFormat))
    }
    if (sha256(pages.manifest) !== pages.checksum) {
      return refuse(refusals.damaged(file, 'manifest.sha256'))
    }
    const wrong = firstDifference(manifest, sums)
    return wrong === undefined ? accept(manifest) : refuse(refusals.damaged(file, wrong))
  } catch (error) {
    const isMissing = ['ENOENT', 'EACCES', 'EISDIR'].includes(errorCode(error))
    const refused = isMissing ? refusals.unreadable : refusals.damaged
    return refuse(refused(file, errorText(error)))
  }
}

/** `tables/event/000001.copy` is a piece of `event`; `undefined` for everything else. */
export function tableOfPiece(name: string): string | undefined {
  return /^tables\/(?<table>[a-z][a-z0-9_]*)\/\d+\.copy$/u.exec(name)?.groups?.['table']
}

type Sums = ReadonlyMap<string, Readonly<{ hash: Hash; bytes: number }>>
type Pages = Readonly<{ manifest: string; checksum: string }>

async function readAll(file: string): Promise<Readonly<{ pages: Pages; sums: Sums }>> {
  const sums = new Map<string, { hash: Hash; bytes: number }>()
  const pages = { manifest: '', checksum: '' }
  for await (const entry of readArchive(file)) {
    if (entry.name === 'manifest.json') pages.manifest = await pageOf(entry)
    else if (entry.name === 'manifest.sha256') pages.checksum = await pageOf(entry)
    else await addUp(entry, sums)
  }
  return { pages, sums }
}

async function addUp(
  entry: IncomingEntry,
  sums: Map<string, { hash: Hash; bytes: number }>,
): Promise<void> {
  const table = tableOfPiece(entry.name)
  if (table === undefined && !isKeptName(entry.name)) throw new Error(`unknown: ${entry.name}`)
  const key = table === undefined ? entry.name : `tables/${table}`
  const sum = sums.get(key) ?? { hash: createHash('sha256'), bytes: 0 }
  sums.set(key, sum)
  for await (const part of entry.body) {
    sum.hash.update(part)
    sum.bytes += part.length
  }
}

async function pageOf(entry: IncomingEntry): Promise<string> {
  if (entry.bytes > longestPage) throw new Error(`${entry.name} is too long`)
  const parts: Buffer[] = []
  for await (const part of entry.body) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

/** The first part that is missing, altered, or not on the last page. */
function firstDifference(manifest: BackupManifest, sums: Sums): string | undefined {
  const tables = manifest.tables.map((table) => ({ ...table, name: `tables/${table.name}` }))
  const expected = [...tables, ...manifest.files]
  for (const { name, bytes, sha256 } of expected) {
    const found = sums.get(name)
    if (found?.bytes !== bytes || found.hash.copy().digest('hex') !== sha256) return name
  }
  const known = new Set(expected.map(({ name }) => name))
  return [...sums.keys()].find((name) => !known.has(name))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
