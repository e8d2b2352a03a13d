/**
 * An archive's zip on disk, file by file: only its directory is held in memory, whatever its size. Source: APPNOTE 6.3.10
 * §4.3.
 */
import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'

export type ZipMember = Readonly<{
  name: string
  size: number
  read: () => Promise<Uint8Array | null>
}>

export type OpenZip = AsyncDisposable & Readonly<{ members: readonly ZipMember[] }>

const limits = { members: 20_000, directory: 16 * 1024 * 1024, member: 512 * 1024 * 1024 } as const

/** Null when it is no zip, or not one of ours: nothing stands before its first or after its last file. */
export async function openZip(path: string): Promise<OpenZip | null> {
  const handle = await open(path)
  const members = await directoryOf(handle)
  if (members === null) {
    await handle.close()
    return null
  }
  return { members, [Symbol.asyncDispose]: () => handle.close() }
}

async function directoryOf(handle: FileHandle): Promise<readonly ZipMember[] | null> {
  const { size } = await handle.stat()
  const end = size < 22 ? null : await bytesAt(handle, size - 22, 22)
  if (end === null || end.readUInt32LE(0) !== 0x06054b50 || end.readUInt16LE(20) !== 0) return null
  const [count, length, start] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)]
  if (start + length !== size - 22 || count > limits.members || length > limits.directory)
    return null
  const directory = await bytesAt(handle, start, length)
  if (directory === null) return null
  const members: ZipMember[] = []
  let at = 0
  while (members.length < count) {
    if (at + 46 > length || directory.readUInt32LE(at) !== 0x02014b50) return null
    const named = directory.readUInt16LE(at + 28)
    const name = directory.toString('utf8', at + 46, at + 46 + named)
    members.push(memberOf(handle, name, directory.subarray(at, at + 46)))
    at += 46 + named + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return at === length ? members : null
}

function memberOf(handle: FileHandle, name: string, record: Buffer): ZipMember {
  const method = record.readUInt16LE(10)
  const [packed, size, offset] = [
    record.readUInt32LE(20),
    record.readUInt32LE(24),
    record.readUInt32LE(42),
  ]
  const read = async () => {
    const local = await bytesAt(handle, offset, 30)
    if (local === null || local.readUInt32LE(0) !== 0x04034b50 || size > limits.member) return null
    const start = offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
    const bytes = await bytesAt(handle, start, packed)
    return bytes === null ? null : plain(bytes, method, size)
  }
  return { name, size, read }
}

function plain(bytes: Buffer, method: number, size: number): Uint8Array | null {
  if (method === 0) return bytes
  if (method !== 8 || size === 0) return size === 0 ? new Uint8Array() : null
  try {
    return inflateRawSync(bytes, { maxOutputLength: size })
  } catch {
    // Damaged or longer than it says: the caller names the file.
    return null
  }
}

async function bytesAt(handle: FileHandle, from: number, length: number): Promise<Buffer | null> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await handle.read(bytes, 0, length, from)
  return bytesRead === length ? bytes : null
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
