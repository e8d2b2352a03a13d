/** A folder of its own for a test, deleted afterwards. */
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type ScratchFolder = AsyncDisposable & Readonly<{ path: string }>

export async function scratchFolder(name = 'luoshi-test-'): Promise<ScratchFolder> {
  const path = await realpath(await mkdtemp(join(tmpdir(), name)))
  return {
    path,
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 3 }),
  }
}
