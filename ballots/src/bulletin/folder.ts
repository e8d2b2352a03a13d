/** A published folder on disk. Files larger than the protocol ever makes them are not read. */
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bulletinFiles, type Bulletin, type BulletinFile } from './bulletin.ts'
import type { Bytes } from '../protocol/bytes.ts'

const largestFile = 1024 * 1024 * 1024

/** Names of the files that are too large to be right. */
export type Unread = readonly string[]

export async function readBulletin(
  folder: string,
): Promise<Readonly<{ bulletin: Bulletin; unread: Unread }>> {
  const files: Partial<Record<BulletinFile, Bytes>> = {}
  const unread: string[] = []
  for (const name of bulletinFiles) {
    const path = join(folder, name)
    const entry = await stat(path).catch(() => undefined)
    if (entry === undefined || !entry.isFile()) continue
    if (entry.size > largestFile) unread.push(name)
    else files[name] = new Uint8Array(await readFile(path))
  }
  return { bulletin: files, unread }
}

export async function writeBulletin(folder: string, bulletin: Bulletin): Promise<void> {
  for (const name of bulletinFiles) {
    const bytes = bulletin[name]
    if (bytes) await writeFile(join(folder, name), bytes)
  }
}
