/** Every kept file read and its hash counted, and every file that the log relies on looked for. */
import type { Pool } from 'pg'
import { DamagedFile, type FileStore } from './file-store.ts'

export type FilesChecked = Readonly<{
  sound: number
  bytes: number
  damaged: readonly string[]
  missing: readonly string[]
}>

/** Of all congresses: the owner's connections see them all. */
export async function checkFiles(store: FileStore, owner: Pool): Promise<FilesChecked> {
  const kept = new Set<string>()
  const damaged: string[] = []
  let [sound, bytes] = [0, 0]
  for await (const { sha256, size } of store.list()) {
    kept.add(sha256)
    if (await isSound(store, sha256)) {
      sound += 1
      bytes += size
    } else damaged.push(sha256)
  }
  const { rows } = await owner.query<{ sha256: string }>(
    `select distinct sha256 from luoshi.handed_in where state not in ('discarded', 'erased') order by sha256`,
  )
  const missing = rows.map(({ sha256 }) => sha256).filter((sha256) => !kept.has(sha256))
  return { sound, bytes, damaged, missing }
}

async function isSound(store: FileStore, sha256: string): Promise<boolean> {
  try {
    return (await store.read(sha256)) !== null
  } catch (failure) {
    if (failure instanceof DamagedFile) return false
    throw failure
  }
}
