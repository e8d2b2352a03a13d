/**
 * The voter's device takes a token: a one-time key, a blinded request for every issuer, and from their answers the
 * token. What could link the two is deleted as soon as the token is there. Everything pending can be stored before it is
 * sent, so that a lost answer is asked for again with the same bytes.
 * Source: RFC 9474 (Prepare, Blind, Finalize); ballot.md 3.3 no. 1–4; tests 09, 10, 51.
 */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { fromBase64url, joined, toBase64url } from '../protocol/bytes.ts'
import type { Contest, FrozenManifest } from '../protocol/manifest.ts'
import { tokenMessage } from '../protocol/messages.ts'
import { keptSecret, newSigningPair } from '../protocol/p256.ts'
import { refusalOf, type ProtocolRefusal } from '../protocol/refusals.ts'
import { blind, unblind } from './blind.ts'

/** Kept on the device alone. `z` goes to the issuer of the same place, `inv` nowhere. */
export type PendingToken = Readonly<{
  c: number
  /** PKCS #8 of the one-time key. */
  secret: string
  pk: string
  pre: string
  blinded: readonly Readonly<{ z: string; inv: string }>[]
}>

export type Token = Readonly<{
  c: number
  secret: string
  pk: string
  pre: string
  tok: readonly string[]
}>

/** What each issuer of contest `c` is sent, and what the device keeps until {@link finishToken}; a new key each time. */
export async function requestToken(
  { mh }: Pick<FrozenManifest, 'mh'>,
  c: number,
  { issuers }: Pick<Contest, 'issuers'>,
): Promise<PendingToken> {
  const pair = await newSigningPair(true)
  const pre = crypto.getRandomValues(new Uint8Array(32))
  const prepared = joined(pre, tokenMessage(mh, c, pair.point))
  const blinded = []
  for (const issuer of issuers) {
    const { z, inv } = await blind(issuer, prepared)
    blinded.push({ z: toBase64url(z), inv: toBase64url(inv) })
  }
  const secret = toBase64url(await keptSecret(pair.secret))
  return { c, secret, pk: toBase64url(pair.point), pre: toBase64url(pre), blinded }
}

/** `answers`: the blind signatures, in the order of the issuers. */
export async function finishToken(
  { mh }: Pick<FrozenManifest, 'mh'>,
  { issuers }: Pick<Contest, 'issuers'>,
  { c, secret, pk, pre, blinded }: PendingToken,
  answers: readonly string[],
): Promise<Result<Token, ProtocolRefusal>> {
  const [preBytes, point] = [fromBase64url(pre), fromBase64url(pk)]
  if (!preBytes || !point) return refuse(refusalOf('BAD_ENCODING'))
  const prepared = joined(preBytes, tokenMessage(mh, c, point))
  const tok: string[] = []
  for (const [at, issuer] of issuers.entries()) {
    const inv = fromBase64url(blinded[at]?.inv ?? '')
    const answer = fromBase64url(answers[at] ?? '')
    const token = inv && answer && (await unblind(issuer, prepared, answer, inv))
    if (!token) return refuse(refusalOf('BAD_BLIND_SIGNATURE', `issuer ${at}`))
    tok.push(toBase64url(token))
  }
  return accept({ c, secret, pk, pre, tok })
}
