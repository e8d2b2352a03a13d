/**
 * The sealed box: the vote encrypted to every count key, the first lock innermost, and bound to the one-time key that
 * casts it. Source: RFC 9180, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode; ballot.md 3.3 no. 5.
 */
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { joined, type Bytes } from './bytes.ts'
import { sealInfo } from './messages.ts'
import type { WebKey } from './web-key.ts'

/** The ephemeral point and the tag that each lock adds. */
export const sealOverhead = 65 + 16

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes128Gcm(),
})

/** `locks`: raw points, innermost first. */
export async function sealed(
  locks: readonly Bytes[],
  binding: Bytes,
  plain: Bytes,
): Promise<Bytes> {
  let box = plain
  for (const lock of locks) {
    const recipientPublicKey = await suite.kem.deserializePublicKey(lock)
    const { ct, enc } = await suite.seal({ recipientPublicKey, info: sealInfo }, box, binding)
    box = joined(new Uint8Array(enc), new Uint8Array(ct))
  }
  return box
}

/** `keys`: in the order of the locks. Nothing when a box does not open, whatever the cause. */
export async function opened(
  keys: readonly CountKey[],
  binding: Bytes,
  box: Bytes,
): Promise<Bytes | undefined> {
  let content = box
  for (const { secret } of [...keys].reverse()) {
    const [enc, ct] = [content.slice(0, 65), content.slice(65)]
    try {
      const recipient = { recipientKey: secret, enc, info: sealInfo }
      content = new Uint8Array(await suite.open(recipient, ct, binding))
    } catch {
      return undefined
    }
  }
  return content
}

export type CountKey = Readonly<{ secret: WebKey; scalar: Bytes; point: Bytes }>

export async function newCountKey(): Promise<CountKey> {
  const pair = await suite.kem.generateKeyPair()
  const scalar = new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey))
  const point = new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey))
  return { secret: pair.privateKey, scalar, point }
}

/** From the 32 bytes that the tellers' shares make; nothing when they are no key of the curve. */
export async function countKeyFrom(scalar: Bytes, point: Bytes): Promise<CountKey | undefined> {
  if (scalar.length !== 32) return undefined
  try {
    const secret = await suite.kem.deserializePrivateKey(scalar)
    const probe = crypto.getRandomValues(new Uint8Array(32))
    const key = { secret, scalar, point }
    const back = await opened([key], sealInfo, await sealed([point], sealInfo, probe))
    return back && back.every((byte, at) => byte === probe[at]) ? key : undefined
  } catch {
    return undefined
  }
}
