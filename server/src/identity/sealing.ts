/**
 * Secrets that must be read back to be used, such as the one a code app shares, are kept sealed: AES-256-GCM under a key
 * that is a file beside the database and never in it. A dump of the database opens nothing.
 * Source: GB/T 22239-2019 8.1.4.8 b; OWASP ASVS 5.0 11.3, 13.3.1.
 */
import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Random } from './secret-token.ts'

export type SealKey = Buffer

/** Nonce, tag and ciphertext in one. `owner` is sealed in: what is copied to another account's row does not open. */
export function seal(key: SealKey, random: Random, owner: string, secret: Buffer): Buffer {
  const nonce = random(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** @throws when the key is another one or the bytes were changed: then nothing may be guessed. */
export function unseal(key: SealKey, owner: string, sealed: Buffer): Buffer {
  const opened = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  opened.setAAD(Buffer.from(owner))
  opened.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([opened.update(sealed.subarray(28)), opened.final()])
}

/** `<dataDir>/keys/sealing.key`, 0600, made on first use. Two processes that come at once end with the same key. */
export async function sealKeyIn(dataDir: string): Promise<SealKey> {
  const folder = join(dataDir, 'keys')
  const file = join(folder, 'sealing.key')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const kept = (await readIfThere(file)) ?? (await makeKey(file))
  const key = Buffer.from(kept.trim(), 'base64')
  if (key.length !== 32) throw new Error(`${file} holds no key of 32 bytes`)
  return key
}

async function makeKey(file: string): Promise<string> {
  const beside = `${file}.${randomUUID()}`
  await writeFile(beside, randomBytes(32).toString('base64'), { mode: 0o600, flush: true })
  await link(beside, file).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error
  })
  await rm(beside)
  return readFile(file, 'utf8')
}

async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}
