/** ECDSA on P-256 with SHA-256, r‖s: one-time ballot keys, receipts and statements. Source: ballot.md 3.3. */
import type { Bytes } from './bytes.ts'
import type { WebKey } from './web-key.ts'

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const

/** Nothing when the bytes are no point of the curve. */
export async function verifyingKey(point: Bytes): Promise<WebKey | undefined> {
  if (point.length !== 65) return undefined
  try {
    return await crypto.subtle.importKey('raw', point, curve, false, ['verify'])
  } catch {
    return undefined
  }
}

/** False, never a throw, for a signature that is not the 64 bytes of r‖s. */
export async function isSignedBy(key: WebKey, signature: Bytes, message: Bytes): Promise<boolean> {
  if (signature.length !== 64) return false
  return crypto.subtle.verify(signing, key, signature, message)
}

/** 64 bytes, r‖s; another signature each time, since ECDSA draws a number of chance. */
export async function signed(key: WebKey, message: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign(signing, key, message))
}

export type SigningPair = Readonly<{ secret: WebKey; point: Bytes }>

/** `keepable`: may leave the page, for a token that has to survive a reload. */
export async function newSigningPair(keepable: boolean): Promise<SigningPair> {
  const pair = await crypto.subtle.generateKey(curve, keepable, ['sign', 'verify'])
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  return { secret: pair.privateKey, point }
}

/** PKCS #8. */
export async function keptSecret(secret: WebKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.exportKey('pkcs8', secret))
}

/** The inverse of {@link keptSecret}; the key it makes does not leave the page again. Rejects other bytes. */
export function secretFrom(kept: Bytes): Promise<WebKey> {
  return crypto.subtle.importKey('pkcs8', kept, curve, false, ['sign'])
}
