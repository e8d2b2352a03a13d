/**
 * The keys of trays: each in a file of its own beside the signing key, never in the database, and gone when its tray has
 * been emptied. What is left of the tray in the write-ahead log or on a free page can then be read by nobody, and with
 * it goes the order in which answers came.
 */
import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

export type TrayKeys = Readonly<{
  /** On the disk when this resolves. */
  make: (tray: string) => Promise<KeyObject>
  /** Null when it was destroyed. */
  read: (tray: string) => Promise<KeyObject | null>
  destroy: (tray: string) => Promise<void>
}>

const begin = '-----BEGIN LUOSHI SURVEY TRAY KEY-----'
const end = '-----END LUOSHI SURVEY TRAY KEY-----'

export function trayKeys(dataDir: string): TrayKeys {
  const folder = join(dataDir, 'keys')
  const fileOf = (tray: string) => join(folder, `survey-tray-${tray}.pem`)
  return {
    make: async (tray) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const secret = randomBytes(32)
      const file = await open(fileOf(tray), 'wx', 0o600)
      try {
        await file.writeFile(`${begin}\n${secret.toString('base64')}\n${end}\n`)
        await file.sync()
      } finally {
        await file.close()
      }
      await syncFolder(folder)
      return createSecretKey(secret)
    },
    read: async (tray) => {
      const text = await readFile(fileOf(tray), 'utf8').catch((error: unknown) => {
        if (isMissing(error)) return null
        throw error
      })
      const lines = text?.split('\n')
      const secret = Buffer.from(lines?.[1] ?? '', 'base64')
      return lines?.[0] === begin && secret.length === 32 ? createSecretKey(secret) : null
    },
    destroy: async (tray) => {
      await rm(fileOf(tray), { force: true })
    },
  }
}

/** A file is only as durable as its name in the folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
