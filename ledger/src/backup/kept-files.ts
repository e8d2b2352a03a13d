/**
 * Which files of a data folder go into a backup: evidence, the key that signs and the published folders of ballots cast
 * here, and nothing of the engine's own. What still lies in a ballot's box never does: it is in another database. Nor do the
 * keys of trays of a survey: with them a backup would hold answers in the order in which they came, for ever.
 */
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { errorCode } from '../engine/engine-refusal.ts'

/** `files`: evidence, kept by content. `keys`: without its key a restored ledger could not go on signing as itself. */
export const keptFolders: ReadonlyArray<string> = ['files', 'keys', 'ballots']

/** Names as they stand in a backup, relative to the data folder and with `/`; files still being written are left out. */
export async function listKeptFiles(dataDir: string): Promise<ReadonlyArray<string>> {
  const lists = await Promise.all(keptFolders.map((folder) => filesBelow(dataDir, folder)))
  return lists.flat()
}

async function filesBelow(dataDir: string, folder: string): Promise<ReadonlyArray<string>> {
  const found = await readdir(join(dataDir, folder), {
    recursive: true,
    withFileTypes: true,
  }).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  })
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dataDir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => isKeptName(name) && !trayKey.test(name))
    .sort((one, other) => (one < other ? -1 : 1))
}

/** `files/ab/cd/abcd…`: evidence bears its content's hash, and more than that while it is still being written. */
const evidence = /^files\/(?:[0-9a-f]{2}\/)*[0-9a-f]{64}$/u
/** The bulletin of a ballot that is closed: it is the record, since the box is emptied. */
const bulletin =
  /^ballots\/ballot_[a-z0-9]{4,40}\/((manifest|close|release|result|paper|issued\.erased)\.json|(issued|sealed|objections)\.jsonl)$/u
/** Answers that wait to be written: neither they nor their keys are in a backup. Older backups may bring some. */
const trayKey = /^keys\/survey-tray-[\w-]+\.pem$/u
const key = /^keys\/[\w-]+\.pem$/u

/** What a backup holds and may bring: no way out of these folders, no unfinished file. */
export function isKeptName(name: string): boolean {
  return evidence.test(name) || key.test(name) || bulletin.test(name)
}
