/** Files in a folder of this machine, `ab/cd/<hash>`: what is acknowledged is on the disk. */
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import {
  copyFile,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  stat,
  unlink,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { errorCode } from '@luoshi/ledger/engine/engine-refusal'
import { hashOf, headBytes, placeOf, sound, type FileStore, type KeptFile } from './file-store.ts'

export function diskStore(folder: string): FileStore {
  const pathOf = (sha256: string) => join(folder, placeOf(sha256))
  return {
    kind: 'disk',
    keep: async (bytes) => {
      const sha256 = hashOf(bytes)
      await settle(folder, pathOf(sha256), (unfinished) => writeOut(unfinished, bytes))
      return { sha256, size: bytes.byteLength }
    },
    keepArrived: ({ path, sha256 }) =>
      settle(folder, pathOf(sha256), (unfinished) => takeOver(path, unfinished)),
    has: async (sha256) => (await sizeOf(pathOf(sha256))) !== null,
    head: (sha256) => orNull(headOf(pathOf(sha256))),
    read: async (sha256) => {
      const bytes = await orNull(readFile(pathOf(sha256)))
      return bytes && sound(sha256, bytes)
    },
    stream: async (sha256) => {
      const size = await sizeOf(pathOf(sha256))
      return size === null ? null : { size, body: createReadStream(pathOf(sha256)) }
    },
    discard: async (sha256) => (await orNull(unlink(pathOf(sha256)).then(() => true))) ?? false,
    list: () => filesIn(folder),
  }
}

/** What is not there is no fault: null. */
async function orNull<Value>(found: Promise<Value>): Promise<Value | null> {
  return found.catch((failure: unknown) => {
    if (errorCode(failure) === 'ENOENT') return null
    throw failure
  })
}

const sizeOf = async (path: string) => (await orNull(stat(path)))?.size ?? null

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/**
 * Under another name first, so that a crash leaves no half file under a hash; linked, not renamed, so that nothing
 * already kept is ever written over; then each folder that may be new is synced up to the store's own.
 */
async function settle(
  folder: string,
  path: string,
  write: (unfinished: string) => Promise<void>,
): Promise<void> {
  if ((await sizeOf(path)) !== null) return
  await mkdir(dirname(path), { recursive: true })
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`
  try {
    await write(unfinished)
    await link(unfinished, path).catch((failure: unknown) => {
      if (errorCode(failure) !== 'EEXIST') throw failure
    })
  } finally {
    await unlink(unfinished).catch(() => undefined)
  }
  for (const inside of [dirname(path), dirname(dirname(path)), folder]) await syncFolder(inside)
}

async function writeOut(unfinished: string, bytes: Uint8Array): Promise<void> {
  const file = await open(unfinished, 'wx', 0o640)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Moved where one disk holds both places, copied where not. */
async function takeOver(path: string, unfinished: string): Promise<void> {
  await rename(path, unfinished).catch(async (failure: unknown) => {
    if (errorCode(failure) !== 'EXDEV') throw failure
    await copyFile(path, unfinished)
  })
  const file = await open(unfinished, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Names with 64 digits only: what is still being written has a longer one. */
async function* filesIn(folder: string): AsyncGenerator<KeptFile> {
  for (const first of await namesIn(folder, /^[0-9a-f]{2}$/)) {
    for (const second of await namesIn(join(folder, first), /^[0-9a-f]{2}$/)) {
      for (const sha256 of await namesIn(join(folder, first, second), /^[0-9a-f]{64}$/)) {
        const size = await sizeOf(join(folder, first, second, sha256))
        if (size !== null) yield { sha256, size }
      }
    }
  }
}

async function namesIn(folder: string, wanted: RegExp): Promise<readonly string[]> {
  const names = (await orNull(readdir(folder))) ?? []
  return names.filter((name) => wanted.test(name)).sort()
}
