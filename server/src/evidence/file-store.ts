/**
 * Files kept by the SHA-256 of their content, under `<folder>/ab/cd/<hash>`: the same file is kept once, a kept file
 * never changes, and a write is acknowledged only when it is on the disk.
 */
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'

export type FileStore = Readonly<{
  keep: (bytes: Uint8Array) => Promise<Readonly<{ sha256: string; size: number }>>
  has: (sha256: string) => Promise<boolean>
  /** The first bytes: what kind of file it is. Office files say so only in the whole. */
  head: (sha256: string) => Promise<Uint8Array | null>
  read: (sha256: string) => Promise<Uint8Array | null>
  stream: (sha256: string) => Promise<Readonly<{ size: number; body: Readable }> | null>
}>

export function fileStore(folder: string): FileStore {
  /** @throws when the name is no hash: nothing else may ever become a path. */
  function pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not a SHA-256')
    return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }
  return {
    keep: async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const path = pathOf(sha256)
      if (!(await exists(path))) await writeDurably(path, bytes)
      return { sha256, size: bytes.byteLength }
    },
    has: (sha256) => exists(pathOf(sha256)),
    read: async (sha256) => ((await exists(pathOf(sha256))) ? readFile(pathOf(sha256)) : null),
    head: async (sha256) => ((await exists(pathOf(sha256))) ? headOf(pathOf(sha256)) : null),
    stream: async (sha256) => {
      const path = pathOf(sha256)
      if (!(await exists(path))) return null
      return { size: (await stat(path)).size, body: createReadStream(path) }
    },
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** Under another name first, so that a crash leaves no half file under a hash; then the folder itself is synced. */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true })
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(unfinished, 'wx', 0o640)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } catch (failure) {
    await file.close()
    await unlink(unfinished).catch(() => undefined)
    throw failure
  }
  await file.close()
  await rename(unfinished, path)
  await syncFolder(folder)
  await syncFolder(dirname(folder))
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
