/**
 * One keeper per data folder. The lock is the operating system's own, taken through SQLite because Node has no flock:
 * it vanishes with the process however that dies, so there is never a stale lock to judge.
 */
import { DatabaseSync } from 'node:sqlite'

/** Holds the lock until the process ends; false when another process holds it. */
export function takeKeeperLock(file: string): boolean {
  const lock = new DatabaseSync(file)
  try {
    // Nothing is ever written, so no journal is needed; this also holds on a full disk.
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    held.push(lock)
    return true
  } catch (error) {
    lock.close()
    if (isBusy(error)) return false
    throw error
  }
}

const sqliteBusy = 5

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy
}

/** Keeps the handle from being collected: closing it would release the lock. */
const held: DatabaseSync[] = []
