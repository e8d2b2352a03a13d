/** Folders for tests: the frozen one of the repository, and scratch ones that go. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const frozenFolder = join(import.meta.dirname, '..', 'testdata', 'bulletin')

export async function scratchFolder(): Promise<AsyncDisposable & Readonly<{ path: string }>> {
  const path = await mkdtemp(join(tmpdir(), 'luoshi 票 '))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}
