/**
 * Signed notes with Ed25519: text, an empty line, `— name base64(key hash, signature)`.
 * Source: C2SP signed-note (github.com/C2SP/C2SP, signed-note.md).
 */
import { createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto'

/** The type of an Ed25519 signature in key hashes and verifier keys. */
const ed25519 = 1
/** What stands before 32 raw bytes in an Ed25519 public key. Source: RFC 8410 §4. */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex')

export type Verifier = Readonly<{ name: string; keyHash: Buffer; key: KeyObject }>

/** A name is on one line and has no spaces and no plus. */
function isName(name: string): boolean {
  return /^[^\s+]+$/u.test(name)
}

export function rawPublicKey(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(spkiHead.length)
}

function keyHashOf(name: string, raw: Buffer): Buffer {
  const bytes = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ed25519), raw])
  return hash('sha256', bytes, 'buffer').subarray(0, 4)
}

/** The public key as one line of text: `name+key hash+base64(type, key)`. */
export function verifierKey(name: string, publicKey: KeyObject): string {
  const raw = rawPublicKey(publicKey)
  const base64 = Buffer.concat([Buffer.of(ed25519), raw]).toString('base64')
  return `${name}+${keyHashOf(name, raw).toString('hex')}+${base64}`
}

/** Null unless written as it must be: bits that say nothing would let one note be written in several ways. */
function bytesOf(base64: string): Buffer | null {
  const bytes = Buffer.from(base64, 'base64')
  return bytes.toString('base64') === base64 ? bytes : null
}

/** Null when the line is no Ed25519 verifier key, or its hash does not fit. */
export function readVerifierKey(line: string): Verifier | null {
  const parts = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(line.trim())
  const [, name = '', hex = '', base64 = ''] = parts ?? []
  const bytes = bytesOf(base64)
  if (!parts || bytes?.length !== 33 || bytes[0] !== ed25519) return null
  const raw = bytes.subarray(1)
  const keyHash = keyHashOf(name, raw)
  if (keyHash.toString('hex') !== hex) return null
  const key = createPublicKey({ key: Buffer.concat([spkiHead, raw]), format: 'der', type: 'spki' })
  return { name, keyHash, key }
}

/** `text` ends with a line break and is what is signed, to the byte. */
export function signNote(
  text: string,
  name: string,
  privateKey: KeyObject,
  publicKey: KeyObject,
): string {
  if (!text.endsWith('\n') || !isName(name)) throw new Error('Not a note to sign')
  const signature = sign(null, Buffer.from(text), privateKey)
  const line = Buffer.concat([keyHashOf(name, rawPublicKey(publicKey)), signature]).toString(
    'base64',
  )
  return `${text}\n— ${name} ${line}\n`
}

/** The signed text, or null when this verifier has not signed it. Signatures of others (witnesses) are passed over. */
export function openNote(note: string, verifier: Verifier): string | null {
  const border = note.lastIndexOf('\n\n')
  if (border < 0 || !note.endsWith('\n')) return null
  const text = note.slice(0, border + 1)
  const lines = note.slice(border + 2, -1).split('\n')
  return lines.some((line) => isSignedBy(line, text, verifier)) ? text : null
}

function isSignedBy(line: string, text: string, { name, keyHash, key }: Verifier): boolean {
  const parts = /^— (\S+) ([A-Za-z0-9+/]+=*)$/u.exec(line)
  if (!parts || parts[1] !== name) return false
  const bytes = bytesOf(parts[2] ?? '')
  if (bytes?.length !== 68 || !bytes.subarray(0, 4).equals(keyHash)) return false
  return verify(null, Buffer.from(text), key, bytes.subarray(4))
}
