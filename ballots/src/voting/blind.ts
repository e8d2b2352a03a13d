/**
 * The voter's half of a blind signature: the message is padded (EMSA-PSS without salt), multiplied by a factor that only
 * this device knows, and from the answer the factor is divided out. The arithmetic is the engine's own BigInt: the
 * library it is held against in the tests brings 70 kB and computes ten times as long on a cheap phone.
 * Source: RFC 9474, 4.2 (Blind), 4.4 (Finalize); RFC 8017, 9.1.1 (EMSA-PSS), B.2.1 (MGF1); ballot.md 3.3 no. 1, 4.
 */
import { fromBase64url, fromHex, joined, toHex, type Bytes } from '../protocol/bytes.ts'
import type { Issuer } from '../protocol/manifest.ts'
import { isToken, issuerKey } from '../protocol/tokens.ts'

/** `inv` stays on the device. */
export type Blinded = Readonly<{ z: Bytes; inv: Bytes }>

export async function blind(issuer: Issuer, prepared: Bytes): Promise<Blinded> {
  const { n, length } = readIssuer(issuer)
  return blindBy(issuer, prepared, drawn(n, length))
}

/** Drawn again rather than reduced: every number below the modulus is as likely as any other. */
function drawn(n: bigint, length: number): bigint {
  for (;;) {
    const number = numberOf(crypto.getRandomValues(new Uint8Array(length)))
    if (number > 0n && number < n) return number
  }
}

/** With a factor that is given; throws when factor or message share a divisor with the modulus. */
export async function blindBy(issuer: Issuer, prepared: Bytes, factor: bigint): Promise<Blinded> {
  const { n, e, length } = readIssuer(issuer)
  const message = numberOf(await padded(prepared, length))
  // Euclid's steps depend on what they run over. So they run once, over a product that a number of chance hides: how long
  // they take tells nothing of the factor, nor of a message that will be published.
  const mask = drawn(n, length)
  const rest = (message * mask) % n
  const inv = (inverse((factor * rest) % n, n) * rest) % n
  return {
    z: bytesOfNumber((message * power(factor, e, n)) % n, length),
    inv: bytesOfNumber(inv, length),
  }
}

/** The token's signature; nothing when the answer does not make one under the published key. */
export async function unblind(
  issuer: Issuer,
  prepared: Bytes,
  answer: Bytes,
  inv: Bytes,
): Promise<Bytes | undefined> {
  const { n, length } = readIssuer(issuer)
  if (answer.length !== length || inv.length !== length) return undefined
  const token = bytesOfNumber((numberOf(answer) * numberOf(inv)) % n, length)
  return (await isToken(await issuerKey(issuer), token, prepared)) ? token : undefined
}

function readIssuer({ n, e }: Issuer): Readonly<{ n: bigint; e: bigint; length: number }> {
  const modulus = fromBase64url(n) ?? new Uint8Array()
  return {
    n: numberOf(modulus),
    e: numberOf(fromBase64url(e) ?? new Uint8Array()),
    length: modulus.length,
  }
}

const hashLength = 48

/** EMSA-PSS with SHA-384 and no salt; `length`: of the modulus, whose first bit is set. */
async function padded(message: Bytes, length: number): Promise<Bytes> {
  const hash = await sha384(joined(new Uint8Array(8), await sha384(message)))
  const block = new Uint8Array(length - hashLength - 1)
  block[block.length - 1] = 1
  const mask = await maskOf(hash, block.length)
  const masked = block.map((byte, at) => byte ^ (mask[at] ?? 0))
  masked[0] = (masked[0] ?? 0) & 0x7f
  return joined(masked, hash, Uint8Array.of(0xbc))
}

/** MGF1. */
async function maskOf(seed: Bytes, length: number): Promise<Bytes> {
  const parts = []
  for (let at = 0; at * hashLength < length; at += 1)
    parts.push(await sha384(joined(seed, Uint8Array.of(0, 0, 0, at))))
  return joined(...parts).slice(0, length)
}

async function sha384(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-384', bytes))
}

function power(base: bigint, exponent: bigint, n: bigint): bigint {
  let result = 1n
  for (const bit of exponent.toString(2)) {
    result = (result * result) % n
    if (bit === '1') result = (result * base) % n
  }
  return result
}

/** Extended Euclid. */
function inverse(value: bigint, n: bigint): bigint {
  let [before, rest] = [n, value % n]
  let [was, is] = [0n, 1n]
  while (rest !== 0n) {
    const times = before / rest
    ;[before, rest] = [rest, before - times * rest]
    ;[was, is] = [is, was - times * is]
  }
  if (before !== 1n) throw new RangeError('No inverse')
  return was < 0n ? was + n : was
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x0${toHex(bytes)}`)
}

function bytesOfNumber(value: bigint, length: number): Bytes {
  return fromHex(value.toString(16).padStart(length * 2, '0'))
}
