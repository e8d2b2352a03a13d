/**
 * A token as text for one QR code, so that a person whose phone is empty or forbidden votes at a hall tablet: event,
 * contest, one-time key, preparation and the issuers' signatures. Whoever holds it can vote with it.
 * Source: ballot.md 3.3 no. 4 (one QR code), 5 (phone dies before casting).
 */
import { fromBase64url, joined, toBase64url } from '@luoshi/ballots/protocol/bytes'
import type { FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import { tokenMessage } from '@luoshi/ballots/protocol/messages'
import { isToken, issuerKey, tokenLength } from '@luoshi/ballots/protocol/tokens'
import type { Token } from '@luoshi/ballots/voting/take-token'

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const
const written = /LSP1\.([\da-f]{16})\.(\d{1,4})\.([\w-]+)/g

export async function writeToken({ hash }: FrozenManifest, token: Token): Promise<string> {
  const kept = fromBase64url(token.secret) ?? new Uint8Array()
  const key = await crypto.subtle.importKey('pkcs8', kept, curve, true, ['sign'])
  const { d = '' } = await crypto.subtle.exportKey('jwk', key)
  const parts = [d, token.pk, token.pre, ...token.tok].map(
    (part) => fromBase64url(part) ?? new Uint8Array(),
  )
  return `LSP1.${hash.slice(0, 16)}.${token.c}.${toBase64url(joined(...parts))}`
}

export type TextToken = Readonly<{ kind: 'token'; token: Token }> | Readonly<{ kind: 'other' }>

/** All tokens in a text, in whatever order they were read; `other`: of another ballot, or damaged. */
export async function readTokens(
  frozen: FrozenManifest,
  text: string,
): Promise<readonly TextToken[]> {
  const found: TextToken[] = []
  for (const [, event, c, body] of text.matchAll(written)) {
    const token =
      event === frozen.hash.slice(0, 16) ? await readOne(frozen, Number(c), body ?? '') : undefined
    found.push(token ? { kind: 'token', token } : { kind: 'other' })
  }
  return found
}

async function readOne(
  { mh, manifest }: FrozenManifest,
  c: number,
  body: string,
): Promise<Token | undefined> {
  const [contest, bytes] = [manifest.contests[c], fromBase64url(body)]
  if (!contest || !bytes) return undefined
  const lengths = contest.issuers.map(tokenLength)
  const whole = 32 + 65 + 32 + lengths.reduce((sum, one) => sum + one, 0)
  if (bytes.length !== whole) return undefined
  const [d, point, pre] = [bytes.slice(0, 32), bytes.slice(32, 97), bytes.slice(97, 129)]
  const prepared = joined(pre, tokenMessage(mh, c, point))
  const tok: string[] = []
  let at = 129
  for (const [place, issuer] of contest.issuers.entries()) {
    const signature = bytes.slice(at, at + (lengths[place] ?? 0))
    at += signature.length
    if (!(await isToken(await issuerKey(issuer), signature, prepared))) return undefined
    tok.push(toBase64url(signature))
  }
  const secret = await secretOf(toBase64url(d), point)
  if (secret === undefined) return undefined
  return { c, secret, pk: toBase64url(point), pre: toBase64url(pre), tok }
}

/** PKCS #8; nothing when the secret is not the one of this point. */
async function secretOf(d: string, point: Uint8Array): Promise<string | undefined> {
  const [x, y] = [toBase64url(point.slice(1, 33)), toBase64url(point.slice(33))]
  try {
    const jwk = { kty: 'EC', crv: 'P-256', d, x, y, ext: true }
    const key = await crypto.subtle.importKey('jwk', jwk, curve, true, ['sign'])
    return toBase64url(new Uint8Array(await crypto.subtle.exportKey('pkcs8', key)))
  } catch {
    return undefined
  }
}
