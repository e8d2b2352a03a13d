/**
 * The published folder of a ballot, `<data>/ballots/<ballot>/`: from the close on it is the record, and the box's table is
 * empty. Each file is written beside and renamed, so that a crash leaves the old one or the new one.
 * Source: ballot.md §3.5, §6 no. 6.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { BoxRow } from '@luoshi/ballots/box/box-row'
import { bulletinFiles, type Bulletin } from '@luoshi/ballots/bulletin/bulletin'
import { readBulletin } from '@luoshi/ballots/bulletin/folder'
import { fromBase64url, textOf } from '@luoshi/ballots/protocol/bytes'
import { isRecord } from '@luoshi/ballots/protocol/json'
import type { FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import { ballotCore, ballotId } from '@luoshi/ballots/protocol/messages'
import type { Id } from '@luoshi/domain/kernel/ids'
import type { Hall } from './hall.ts'

type Folder = Pick<Hall, 'dataDir'>

export function folderOf({ dataDir }: Folder, ballot: Id<'ballot'>): string {
  return join(dataDir, 'ballots', ballot)
}

export async function writeFiles(
  hall: Folder,
  ballot: Id<'ballot'>,
  bulletin: Bulletin,
): Promise<void> {
  const folder = folderOf(hall, ballot)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of bulletinFiles) {
    const bytes = bulletin[name]
    if (!bytes) continue
    await writeWhole(folder, name, bytes)
  }
}

/** The old file or the new one, whenever the power is cut. */
export async function writeWhole(
  folder: string,
  name: string,
  content: string | Uint8Array,
): Promise<void> {
  const beside = join(folder, `${name}.${randomUUID()}`)
  const file = await open(beside, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, join(folder, name))
}

export async function readFiles(hall: Folder, ballot: Id<'ballot'>): Promise<Bulletin> {
  const { bulletin, unread } = await readBulletin(folderOf(hall, ballot))
  if (unread.length > 0) throw new Error(`Too large to be right: ${unread.join(', ')}`)
  return bulletin
}

export function hashesOf(
  bulletin: Bulletin,
): readonly Readonly<{ name: string; sha256: string }>[] {
  return bulletinFiles.flatMap((name) => {
    const bytes = bulletin[name]
    return bytes ? [{ name, sha256: createHash('sha256').update(bytes).digest('hex') }] : []
  })
}

export async function zipOf(bulletin: Bulletin): Promise<Uint8Array<ArrayBuffer>> {
  const { zipStream } = await import('@luoshi/papers/sheets/zip-stream')
  const zip = zipStream()
  const parts: Uint8Array[] = []
  for (const name of bulletinFiles) {
    const bytes = bulletin[name]
    if (!bytes) continue
    const file = zip.file(name)
    file.write(bytes)
    file.end()
    parts.push(zip.take())
  }
  zip.end()
  parts.push(zip.take())
  return new Uint8Array(Buffer.concat(parts))
}

/** Rows of the box as the published file has them: for receipts after the table is gone. */
export async function publishedRows(
  hall: Folder,
  ballot: Id<'ballot'>,
  { mh }: FrozenManifest,
): Promise<readonly BoxRow[]> {
  const sealed = (await readFiles(hall, ballot))['sealed.jsonl']
  const rows: BoxRow[] = []
  for (const body of sealed ? textOf(sealed).split('\n') : []) {
    if (body === '') continue
    const value: unknown = JSON.parse(body)
    const { c, pk, box } = isRecord(value) ? value : {}
    if (typeof c !== 'number' || typeof pk !== 'string' || typeof box !== 'string') continue
    const [point, content] = [fromBase64url(pk), fromBase64url(box)]
    if (!point || !content) continue
    rows.push({ contest: c, pk, id: await ballotId(ballotCore(mh, c, point, content)), body })
  }
  return rows
}
