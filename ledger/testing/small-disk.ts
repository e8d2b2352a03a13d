/** A disk of a given size for a test, on Linux as root; `undefined` where mounting is not allowed. */
import { execFileSync } from 'node:child_process'
import { scratchFolder } from './scratch-folder.ts'

export type SmallDisk = AsyncDisposable & Readonly<{ path: string }>

export async function smallDisk(megabytes: number): Promise<SmallDisk | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  const folder = await scratchFolder('luoshi-small-disk-')
  try {
    const size = `size=${megabytes}m`
    execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder.path], { stdio: 'ignore' })
  } catch {
    await folder[Symbol.asyncDispose]()
    return undefined
  }
  return {
    path: folder.path,
    [Symbol.asyncDispose]: async () => {
      // Lazily: a process that is just ending may still have a file open.
      execFileSync('umount', ['--lazy', folder.path])
      await folder[Symbol.asyncDispose]()
    },
  }
}
