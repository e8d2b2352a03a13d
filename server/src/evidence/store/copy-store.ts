/**
 * From one store to another, file by file; each is read back from where it went and its hash counted again. What is
 * there and sound already is left, so a copy that was cut off goes on where it stopped.
 */
import { DamagedFile, type FileStore } from './file-store.ts'

export type Copied = Readonly<{
  copied: number
  there: number
  bytes: number
  /** Damaged at the source: not copied, to be brought back from a backup. */
  damaged: readonly string[]
}>

export async function copyStore(
  from: FileStore,
  to: FileStore,
  onFile: (done: number) => void = () => undefined,
): Promise<Copied> {
  const damaged: string[] = []
  let [copied, there, bytes] = [0, 0, 0]
  for await (const { sha256, size } of from.list()) {
    if (await isSoundIn(to, sha256)) there += 1
    else {
      const content = await readOr(from, sha256)
      if (content === null) damaged.push(sha256)
      else {
        await replace(to, sha256, content)
        copied += 1
        bytes += size
      }
    }
    onFile(copied + there + damaged.length)
  }
  return { copied, there, bytes, damaged }
}

async function isSoundIn(store: FileStore, sha256: string): Promise<boolean> {
  return (await store.has(sha256)) && (await readOr(store, sha256)) !== null
}

/** Null for damaged. */
async function readOr(store: FileStore, sha256: string): Promise<Uint8Array | null> {
  try {
    return await store.read(sha256)
  } catch (failure) {
    if (failure instanceof DamagedFile) return null
    throw failure
  }
}

/** A damaged one at the goal makes room first: a store never writes over what it has. */
async function replace(to: FileStore, sha256: string, content: Uint8Array): Promise<void> {
  await to.discard(sha256)
  await to.keep(content)
  if ((await readOr(to, sha256)) === null) throw new DamagedFile(sha256)
}
