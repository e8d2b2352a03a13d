/**
 * Keys that are used once: whatever the box writes is sealed under a fresh one, and the key before is overwritten where it
 * lay. The file has two places of 32 bytes and always this length; in between a write and the end of the key before, both
 * are there, and which is the right one shows by trying. Whoever has an older writing finds no key to it any more.
 * Source: issue 5 (copies of the database's files tell nothing); ballot.md §6 no. 6.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'

const keyBytes = 32

export type Place = 0 | 1

export type SingleUseKeys = Readonly<{
  /** Nothing where there is no file. */
  read: () => Promise<readonly [Buffer, Buffer] | undefined>
  /** Overwritten in its place, and on the disk when this is done. */
  put: (place: Place, key: Buffer) => Promise<void>
  forget: () => Promise<void>
}>

export const newKey = (): Buffer => randomBytes(keyBytes)

export function singleUseKeys(path: string): SingleUseKeys {
  async function inPlace(act: (file: FileHandle) => Promise<unknown>): Promise<void> {
    const file = await opened()
    try {
      await act(file)
      await file.sync()
    } finally {
      await file.close()
    }
  }

  /** A file that is new has chance in both places. */
  async function opened(): Promise<FileHandle> {
    const there = await open(path, 'r+').catch(ifMissing)
    if (there) return there
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const made = await open(path, 'w+', 0o600)
    await made.write(randomBytes(2 * keyBytes), 0, 2 * keyBytes, 0)
    await made.sync()
    await syncFolder(dirname(path))
    return made
  }

  return {
    read: async () => {
      const file = await open(path, 'r').catch(ifMissing)
      if (!file) return undefined
      try {
        const both = Buffer.alloc(2 * keyBytes)
        const { bytesRead } = await file.read(both, 0, both.length, 0)
        if (bytesRead !== both.length) return undefined
        return [both.subarray(0, keyBytes), both.subarray(keyBytes)]
      } finally {
        await file.close()
      }
    },
    put: (place, key) => inPlace((file) => file.write(key, 0, keyBytes, place * keyBytes)),
    forget: async () => {
      const there = await open(path, 'r').catch(ifMissing)
      if (!there) return
      await there.close()
      await inPlace((file) => file.write(randomBytes(2 * keyBytes), 0, 2 * keyBytes, 0))
      await rm(path)
    },
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  if (!folder) return
  // Where a folder cannot be synced (Windows), its entries are on the disk by themselves.
  await folder.sync().catch(() => undefined)
  await folder.close()
}

function ifMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
