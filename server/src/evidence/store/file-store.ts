/**
 * Where files are kept, by the SHA-256 of their content: the same file is kept once, a kept file never changes, and
 * keeping is acknowledged only when the store has it for good. What every store does is in
 * server/testing/file-store-contract.ts and is tried on each.
 */
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'

export type KeptFile = Readonly<{ sha256: string; size: number }>

/** A file that has come in and lies on this machine, its hash already counted. */
export type Arrived = KeptFile & Readonly<{ path: string }>

export type FileStore = Readonly<{
  kind: 'disk' | 's3'
  keep: (bytes: Uint8Array) => Promise<KeptFile>
  /** Takes the file over: it may be moved away from where it lies, or copied and left to be removed. */
  keepArrived: (file: Arrived) => Promise<void>
  has: (sha256: string) => Promise<boolean>
  /** The first bytes. */
  head: (sha256: string) => Promise<Uint8Array | null>
  /** @throws DamagedFile when what is there is not what was kept. */
  read: (sha256: string) => Promise<Uint8Array | null>
  stream: (sha256: string) => Promise<Readonly<{ size: number; body: Readable }> | null>
  /** For good; false when there was none. */
  discard: (sha256: string) => Promise<boolean>
  /** All that is kept, in order of the hash. */
  list: () => AsyncIterable<KeptFile>
}>

export const headBytes = 64 * 1024

export class DamagedFile extends Error {
  constructor(sha256: string) {
    super(`The kept file ${sha256} is damaged: its content has another hash`)
    this.name = 'DamagedFile'
  }
}

/** The store is away, full or refuses us; nothing was kept. */
export class StoreUnavailable extends Error {
  constructor(detail: string) {
    super(`The file store is unavailable: ${detail}`)
    this.name = 'StoreUnavailable'
  }
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * `ab/cd/abcd…`: below what folder or prefix, the store says.
 * @throws when the name is no hash: nothing else may ever become a path.
 */
export function placeOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not a SHA-256')
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}

/** @throws DamagedFile */
export function sound(sha256: string, bytes: Uint8Array): Uint8Array {
  if (hashOf(bytes) !== sha256) throw new DamagedFile(sha256)
  return bytes
}
