/**
 * Tokens as text for few QR codes, so that a person whose phone is empty or forbidden votes at a hall tablet: event, then of
 * each contest the one-time key, the preparation and the issuers' signatures. Whoever holds it can vote with it.
 * Source: ballot.md 3.3 no. 4 (QR code), 5 (phone dies before casting).
 */
import { fromBase64url, joined, sameBytes, toBase64url, u16 } from '@luoshi/ballots/protocol/bytes'
import type { FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import { tokenMessage } from '@luoshi/ballots/protocol/messages'
import { isToken, issuerKey, tokenLength } from '@luoshi/ballots/protocol/tokens'
import type { Token } from '@luoshi/ballots/voting/take-token'
import { fromDigits, toDigits } from './digit-code.ts'

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const
/** Of the manifest's hash, before the tokens. */
const eventBytes = 8
const keyBytes = 32
const pointBytes = 65

/** More than a code of 153 squares a side holds is read badly from a phone held before a scanner. */
const mostBytes = 2_080

/** One code for as many tokens as it holds, each about equally full. */
export async function writeTokens(
  { mh }: FrozenManifest,
  tokens: readonly Token[],
): Promise<readonly Readonly<{ text: string; contests: readonly number[] }>[]> {
  const written = await Promise.all(tokens.map(bytesOfToken))
  const longest = Math.max(1, ...written.map(({ length }) => length))
  const codes = Math.ceil(tokens.length / Math.floor((mostBytes - eventBytes) / longest))
  const each = Math.ceil(tokens.length / Math.max(1, codes))
  return Array.from({ length: codes }, (_, at) => {
    const [from, to] = [at * each, (at + 1) * each]
    return {
      text: toDigits(joined(mh.slice(0, eventBytes), ...written.slice(from, to))),
      contests: tokens.slice(from, to).map(({ c }) => c),
    }
  })
}

async function bytesOfToken(token: Token): Promise<Uint8Array> {
  const kept = fromBase64url(token.secret) ?? new Uint8Array()
  const key = await crypto.subtle.importKey('pkcs8', kept, curve, true, ['sign'])
  const { d = '' } = await crypto.subtle.exportKey('jwk', key)
  const parts = [d, token.pk, token.pre, ...token.tok]
  return joined(u16(token.c), ...parts.map((part) => fromBase64url(part) ?? new Uint8Array()))
}

export type TextToken = Readonly<{ kind: 'token'; token: Token }> | Readonly<{ kind: 'other' }>

/** All tokens in a text, in whatever order they were read; `other`: of another ballot, or damaged. */
export async function readTokens(
  frozen: FrozenManifest,
  text: string,
): Promise<readonly TextToken[]> {
  const found: TextToken[] = []
  for (const bytes of fromDigits(text)) {
    if (bytes && isOf(frozen, bytes)) found.push(...(await readAll(frozen, bytes)))
    else found.push({ kind: 'other' })
  }
  return found
}

function isOf({ mh }: FrozenManifest, bytes: Uint8Array): boolean {
  return sameBytes(bytes.slice(0, eventBytes), mh.slice(0, eventBytes))
}

/** One after the other until one is damaged: where the next would begin is not known then. */
async function readAll(frozen: FrozenManifest, bytes: Uint8Array): Promise<readonly TextToken[]> {
  const found: TextToken[] = []
  for (let at = eventBytes; at < bytes.length;) {
    const one = await readOne(frozen, bytes.slice(at))
    if (!one) return [...found, { kind: 'other' }]
    found.push({ kind: 'token', token: one.token })
    at += one.length
  }
  return found
}

async function readOne(
  { mh, manifest }: FrozenManifest,
  bytes: Uint8Array,
): Promise<Readonly<{ token: Token; length: number }> | undefined> {
  const c = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)
  const contest = manifest.contests[c]
  if (!contest) return undefined
  const lengths = contest.issuers.map(tokenLength)
  const head = 2 + keyBytes + pointBytes + keyBytes
  const length = head + lengths.reduce((sum, one) => sum + one, 0)
  if (bytes.length < length) return undefined
  const d = bytes.slice(2, 2 + keyBytes)
  const point = bytes.slice(2 + keyBytes, 2 + keyBytes + pointBytes)
  const pre = bytes.slice(head - keyBytes, head)
  const prepared = joined(pre, tokenMessage(mh, c, point))
  const tok: string[] = []
  let at = head
  for (const [place, issuer] of contest.issuers.entries()) {
    const signature = bytes.slice(at, at + (lengths[place] ?? 0))
    at += signature.length
    if (!(await isToken(await issuerKey(issuer), joined(signature), prepared))) return undefined
    tok.push(toBase64url(signature))
  }
  const secret = await secretOf(toBase64url(d), point)
  if (secret === undefined) return undefined
  return { token: { c, secret, pk: toBase64url(point), pre: toBase64url(pre), tok }, length }
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
