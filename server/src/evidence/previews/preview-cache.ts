/** Previews that were made, by the hash of their file: they can be thrown away at any time and are made anew. */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { errorCode } from '@luoshi/ledger/engine/engine-refusal'
import { placeOf } from '../store/file-store.ts'

export type PreviewCache = Readonly<{
  get: (sha256: string, part: string) => Promise<Uint8Array | null>
  put: (sha256: string, part: string, bytes: Uint8Array) => Promise<void>
  forget: (sha256: string) => Promise<void>
}>

/** Raised when previews come out otherwise than before. */
const edition = 'v1'

export function previewCache(folder: string): PreviewCache {
  const place = (sha256: string) => join(folder, edition, placeOf(sha256))
  return {
    get: (sha256, part) =>
      readFile(join(place(sha256), part)).catch((failure: unknown) => {
        if (errorCode(failure) === 'ENOENT') return null
        throw failure
      }),
    put: async (sha256, part, bytes) => {
      const path = join(place(sha256), part)
      await mkdir(dirname(path), { recursive: true })
      const unfinished = `${path}.${randomBytes(6).toString('hex')}`
      await writeFile(unfinished, bytes, { mode: 0o640 })
      await rename(unfinished, path)
    },
    forget: (sha256) => rm(place(sha256), { recursive: true, force: true }),
  }
}
