/**
 * A token given up unused, for paper: its own key signs that it will cast nothing. That shows which key it was, and there is
 * no vote under it for ever. Source: ballot.md §5 (voter wants paper instead); test 30.
 */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { fromBase64url, joined } from './bytes.ts'
import type { FrozenManifest } from './manifest.ts'
import { surrenderMessage, tokenMessage } from './messages.ts'
import { isSignedBy, verifyingKey } from './p256.ts'
import { refusalOf, type ProtocolRefusal } from './refusals.ts'
import { isToken, issuerKey } from './tokens.ts'

export type Surrender = Readonly<{
  c: number
  pk: string
  pre: string
  tok: readonly string[]
  sig: string
}>

export async function checkSurrender(
  { mh, manifest }: FrozenManifest,
  { c, pk, pre, tok, sig }: Surrender,
): Promise<Result<true, ProtocolRefusal>> {
  const contest = manifest.contests[c]
  if (!contest) return refuse(refusalOf('UNKNOWN_CONTEST'))
  if (tok.length !== contest.issuers.length) return refuse(refusalOf('BAD_FORMAT', 'tok'))
  const [point, prepared, signature] = [fromBase64url(pk), fromBase64url(pre), fromBase64url(sig)]
  if (!point || prepared?.length !== 32 || !signature) return refuse(refusalOf('BAD_ENCODING'))
  const message = joined(prepared, tokenMessage(mh, c, point))
  for (const [at, issuer] of contest.issuers.entries()) {
    const token = fromBase64url(tok[at] ?? '')
    if (!token || !(await isToken(await issuerKey(issuer), token, message)))
      return refuse(refusalOf('BAD_TOKEN'))
  }
  const key = await verifyingKey(point)
  if (!key) return refuse(refusalOf('BAD_BALLOT_KEY'))
  const holds = await isSignedBy(key, signature, surrenderMessage(mh, c, point))
  return holds ? accept(true) : refuse(refusalOf('BAD_SIGNATURE'))
}
