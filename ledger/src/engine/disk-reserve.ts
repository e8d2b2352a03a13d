/**
 * A file that holds some of the disk back. PostgreSQL cannot even recover without room for its next log segments,
 * so on a full disk this room is given up, and the engine comes up to be read until somebody has tidied.
 */
import { closeSync, existsSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { EngineLayout } from './engine-layout.ts'

const mebibyte = 1024 * 1024
/** Two log segments of 16 MiB. */
const reserved = 32 * mebibyte
/** Room from which on writing is worth beginning again: the reserve and as much as the log may want at once. */
const enough = reserved + 64 * mebibyte

export function makeReserve(layout: EngineLayout): void {
  const file = reserveFile(layout)
  if (existsSync(file) || !hasRoom(layout)) return
  try {
    const reserve = openSync(file, 'wx', 0o600)
    const part = Buffer.alloc(mebibyte)
    for (let written = 0; written < reserved; written += mebibyte) writeSync(reserve, part)
    fsyncSync(reserve)
    closeSync(reserve)
  } catch {
    // Half a reserve is none: someone else took the room meanwhile.
    rmSync(file, { force: true })
  }
}

/** Gives the room up; false when there was none to give. */
export function releaseReserve(layout: EngineLayout): boolean {
  const file = reserveFile(layout)
  if (!existsSync(file)) return false
  rmSync(file, { force: true })
  return true
}

export function hasRoom(layout: EngineLayout): boolean {
  const { bavail, bsize } = statfsSync(layout.dataDir)
  return bavail * bsize > enough
}

function reserveFile(layout: EngineLayout): string {
  return join(layout.dataDir, 'disk.reserve')
}
