/**
 * The issuer's signature under a token: RSASSA-PSS, SHA-384, MGF1-SHA-384, no salt, so that a message has one signature
 * and a signer can leave no mark in it. Source: RFC 9474, RSABSSA-SHA384-PSSZERO-Randomized; ballot.md 0, 3.3.
 */
import { fromBase64url, toBase64url, type Bytes } from './bytes.ts'
import type { Issuer } from './manifest.ts'
import type { WebKey } from './web-key.ts'

const scheme = { name: 'RSA-PSS', hash: 'SHA-384' } as const

export function issuerKey({ n, e }: Issuer): Promise<WebKey> {
  const jwk = { kty: 'RSA', alg: 'PS384', n, e, ext: true }
  return crypto.subtle.importKey('jwk', jwk, scheme, true, ['verify'])
}

const known = new Map<string, Promise<WebKey>>()

/** Imported once for all tokens of a contest. */
export function knownIssuerKey({ n, e }: Issuer): Promise<WebKey> {
  const before = known.get(`${n}.${e}`)
  if (before) return before
  const imported = issuerKey({ n, e })
  known.set(`${n}.${e}`, imported)
  if (known.size > 1_000) known.delete(known.keys().next().value ?? '')
  return imported
}

/** `prepared`: the 32 random bytes of the voter's preparation, then the message. */
export async function isToken(key: WebKey, token: Bytes, prepared: Bytes): Promise<boolean> {
  return crypto.subtle.verify({ name: 'RSA-PSS', saltLength: 0 }, key, token, prepared)
}

/** Bytes of a signature under this key. */
export function tokenLength({ n }: Issuer): number {
  return fromBase64url(n)?.length ?? 0
}

/** How many letters that is in base64url. */
export function lettersOf(bytes: number): number {
  return toBase64url(new Uint8Array(bytes)).length
}
