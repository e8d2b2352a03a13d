/**
 * PostgreSQL refuses to run as root, so root lends the engine to an account that exists already:
 * the owner of the cluster or of its folder, else `postgres`, else `nobody`. Accounts are never created.
 */
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'

export type Account = Readonly<{ uid: number; gid: number }>

/** The account to drop to: `undefined` when this process may run the engine itself, `'none'` when there is none. */
export function serviceAccount(clusterDir: string): Account | undefined | 'none' {
  if (process.getuid?.() !== 0) return undefined
  const owner = ownerOf(clusterDir) ?? ownerOf(dirname(clusterDir))
  return owner ?? accountNamed('postgres') ?? accountNamed('nobody') ?? 'none'
}

function ownerOf(path: string): Account | undefined {
  const entry = statSync(path, { throwIfNoEntry: false })
  return entry === undefined || entry.uid === 0 ? undefined : { uid: entry.uid, gid: entry.gid }
}

function accountNamed(name: string): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const answer = spawnSync('id', [flag, name], { encoding: 'utf8' })
    return answer.status === 0 ? Number(answer.stdout) : 0
  })
  // macOS has nobody as -2, which Node takes as an unsigned number.
  return uid === undefined || gid === undefined || uid === 0
    ? undefined
    : { uid: uid >>> 0, gid: gid >>> 0 }
}

/** Whether `account` may walk down to `path`: the search bit of every folder above it. */
export function canReach(account: Account | undefined, path: string): boolean {
  if (account === undefined) return true
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (folder === dirname(folder)) return true
  }
}
