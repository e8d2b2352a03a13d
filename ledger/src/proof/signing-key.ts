/** The key that signs checkpoints: made on first use, kept in a folder that only its owner may read. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  type KeyObject,
} from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { originOf } from './checkpoint-text.ts'
import { verifierKey } from './signed-note.ts'

export type SigningKey = Readonly<{ privateKey: KeyObject; publicKey: KeyObject }>

/** `<dataDir>/keys/checkpoint.pem`, 0600. Two processes that come at once end with the same key. */
export async function signingKey(dataDir: string): Promise<SigningKey> {
  const folder = join(dataDir, 'keys')
  const file = join(folder, 'checkpoint.pem')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const kept = (await readIfThere(file)) ?? (await makeKey(file))
  const privateKey = createPrivateKey(kept)
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error(`${file} holds no Ed25519 key`)
  return { privateKey, publicKey: createPublicKey(privateKey) }
}

/** The public half as text, to be published and kept by others. */
export function congressVerifierKey(congress: string, key: SigningKey): string {
  return verifierKey(originOf(congress), key.publicKey)
}

/** Written beside and linked, so that nobody reads half a key and the first of two writers wins. */
async function makeKey(file: string): Promise<string> {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' })
  const beside = `${file}.${randomUUID()}`
  await writeFile(beside, pem, { mode: 0o600, flush: true })
  await chmod(beside, 0o600)
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
