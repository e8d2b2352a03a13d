/** What an attacker can make of a ballot or of a token: a bit turned, a signature's twin, the modulus added, one minted more. */
import { blindSign, type ContestKey } from '../src/issuing/blind-sign.ts'
import { fromBase64url, joined, toBase64url, type Bytes } from '../src/protocol/bytes.ts'
import type { FrozenManifest } from '../src/protocol/manifest.ts'
import { finishToken, requestToken, type Token } from '../src/voting/take-token.ts'
import { big, bytes, inverse, powMod } from './rsa-numbers.ts'

export type Fields = Readonly<{
  c: number
  pk: string
  pre: string
  tok: readonly string[]
  box: string
  sig: string
}>

export const bytesIn = (text: string | undefined): Bytes =>
  fromBase64url(text ?? '') ?? new Uint8Array()

/** The bytes of a field with one bit turned. */
export function turned(text: string | undefined, at = 10): string {
  const changed = bytesIn(text)
  changed[at] = (changed[at] ?? 0) ^ 1
  return toBase64url(changed)
}

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** 53: the other signature (r, n−s) that the same key could have made. */
export function twin(fields: Fields): Fields {
  const sig = bytesIn(fields.sig)
  const s = order - big(toBase64url(sig.slice(32)))
  return { ...fields, sig: toBase64url(joined(sig.slice(0, 32), bytes(s, 32))) }
}

/** 34: as an administrator with the issuer's keys makes it, for nobody on the roll. */
export async function mintedToken(
  frozen: FrozenManifest,
  c: number,
  keys: readonly ContestKey[],
): Promise<Token> {
  const contest = frozen.manifest.contests[c]
  if (!contest) throw new Error('no contest')
  const pending = await requestToken(frozen, c, contest)
  const answers = keys.map((key, at) => {
    const signed = blindSign(key, pending.blinded[at]?.z ?? '')
    if (!signed.ok) throw new Error(signed.refusal.code)
    return toBase64url(signed.value)
  })
  const token = await finishToken(frozen, contest, pending, answers)
  if (!token.ok) throw new Error(token.refusal.code)
  return token.value
}

const full = 1n << 2048n

/**
 * 56: a token, and the same with the modulus added to its signature: another number, and one that raised to the exponent
 * gives the same. It has as many bytes only where the sum is small enough, so tokens are minted until it is.
 */
export async function tokenWithModulus(
  frozen: FrozenManifest,
  c: number,
  key: ContestKey,
): Promise<Readonly<{ token: Token; wrapped: Token }>> {
  const n = big(key.issuer.n)
  for (;;) {
    const token = await mintedToken(frozen, c, [key])
    const sum = big(token.tok[0] ?? '') + n
    if (sum < full) return { token, wrapped: { ...token, tok: [toBase64url(bytes(sum))] } }
  }
}

/**
 * 50: for every request and every token the factor that would make the one of the other, by who has the private key. There is
 * always one; so what must hold is that none of them looks like the right one.
 */
export function factorsBetween(
  key: ContestKey,
  requests: readonly string[],
  tokens: readonly Token[],
): readonly Readonly<{ factor: bigint; fits: boolean }>[] {
  const [n, e] = [big(key.issuer.n), big(key.issuer.e)]
  return requests.flatMap((z) => {
    const signed = blindSign(key, z)
    if (!signed.ok) throw new Error(signed.refusal.code)
    return tokens.map(({ tok }) => {
      const signature = big(tok[0] ?? '')
      // The padded message that the token signs.
      const message = powMod(signature, e, n)
      const factor = (big(toBase64url(signed.value)) * inverse(signature, n)) % n
      return { factor, fits: (message * powMod(factor, e, n)) % n === big(z) }
    })
  })
}

/** Of numbers drawn by chance below a modulus of 2,048 bits none is short, and no two are alike. */
export function lookDrawn(factors: readonly bigint[]): boolean {
  const [first] = factors
  const isShort = factors.some((factor) => factor < 1n << 1900n)
  return first !== undefined && !isShort && new Set(factors).size === factors.length
}
