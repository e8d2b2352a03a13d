/**
 * A ballot as it lies in the box and in the published file: contest, one-time key, preparation, tokens, sealed box and
 * signature. Strict to the byte: one ballot has one writing. Source: ballot.md 3.3 no. 6; 4 no. 6; tests 24, 25, 55.
 */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { fromBase64url, joined, type Bytes } from './bytes.ts'
import { hasFields, isRecord, parsedJson } from './json.ts'
import type { FrozenManifest, Contest } from './manifest.ts'
import { ballotCore, ballotId, tokenMessage } from './messages.ts'
import { isSignedBy, verifyingKey } from './p256.ts'
import { refusalOf, type ProtocolRefusal } from './refusals.ts'
import { sealOverhead } from './sealed-box.ts'
import { isToken, knownIssuerKey, lettersOf, tokenLength } from './tokens.ts'

export type SealedBallot = Readonly<{
  /** Number of the contest, from 0. */
  c: number
  pk: string
  pre: string
  tok: readonly string[]
  box: string
  sig: string
}>

export type KnownBallot = Readonly<{
  ballot: SealedBallot
  contest: Contest
  id: string
  pk: Bytes
  box: Bytes
}>

export const largestBallot = 4_096

export function writeBallot({ c, pk, pre, tok, box, sig }: SealedBallot): string {
  return JSON.stringify({ c, pk, pre, tok, box, sig })
}

/** Everything a ballot alone can show, in the order of the protocol. Whether it was cast before is the box's to say. */
export async function checkBallot(
  frozen: FrozenManifest,
  text: string,
): Promise<Result<KnownBallot, ProtocolRefusal>> {
  const form = readForm(frozen, text)
  if (!form.ok) return form
  const { ballot, contest, parts } = form.value
  const prepared = joined(parts.pre, tokenMessage(frozen.mh, ballot.c, parts.pk))
  for (const [at, issuer] of contest.issuers.entries()) {
    const token = parts.tok[at]
    const key = await knownIssuerKey(issuer)
    if (!token || !(await isToken(key, token, prepared))) return refuse(refusalOf('BAD_TOKEN'))
  }
  const key = await verifyingKey(parts.pk)
  if (!key) return refuse(refusalOf('BAD_BALLOT_KEY'))
  const core = ballotCore(frozen.mh, ballot.c, parts.pk, parts.box)
  if (!(await isSignedBy(key, parts.sig, core))) return refuse(refusalOf('BAD_SIGNATURE'))
  return accept({ ballot, contest, id: await ballotId(core), pk: parts.pk, box: parts.box })
}

type Parts = Readonly<{ pk: Bytes; pre: Bytes; tok: readonly Bytes[]; box: Bytes; sig: Bytes }>

type Form = Readonly<{ ballot: SealedBallot; contest: Contest; parts: Parts }>

const fields = ['c', 'pk', 'pre', 'tok', 'box', 'sig']

function readForm({ manifest }: FrozenManifest, text: string): Result<Form, ProtocolRefusal> {
  if (text.length > largestBallot) return refuse(refusalOf('TOO_BIG'))
  const value = parsedJson(() => text)
  if (!isRecord(value) || !hasFields(value, fields)) return refuse(refusalOf('BAD_FORMAT'))
  const { c, pk, pre, tok, box, sig } = value
  if (typeof c !== 'number' || !Number.isSafeInteger(c)) return refuse(refusalOf('BAD_FORMAT', 'c'))
  if (!isText(pk) || !isText(pre) || !isText(box) || !isText(sig) || !isTexts(tok)) {
    return refuse(refusalOf('BAD_FORMAT'))
  }
  const ballot = { c, pk, pre, tok, box, sig }
  if (writeBallot(ballot) !== text) return refuse(refusalOf('BAD_FORMAT'))
  const contest = manifest.contests[c]
  if (!contest) return refuse(refusalOf('UNKNOWN_CONTEST'))
  if (tok.length !== contest.issuers.length) return refuse(refusalOf('BAD_FORMAT', 'tok'))
  const lengths = lengthsIn(manifest, contest)
  const letters = [pk, pre, ...tok, box, sig]
  const fits = letters.every((one, at) => one.length === lettersOf(lengths[at] ?? 0))
  if (!fits) return refuse(refusalOf('BAD_FORMAT'))
  const bytes = letters.map(fromBase64url)
  const [pkBytes, preBytes] = bytes
  const [boxBytes, sigBytes] = bytes.slice(2 + tok.length)
  const tokens = bytes.slice(2, 2 + tok.length).flatMap((one) => one ?? [])
  if (!pkBytes || !preBytes || !boxBytes || !sigBytes || tokens.length !== tok.length) {
    return refuse(refusalOf('BAD_ENCODING'))
  }
  const parts = { pk: pkBytes, pre: preBytes, tok: tokens, box: boxBytes, sig: sigBytes }
  return accept({ ballot, contest, parts })
}

/** Bytes of key, preparation, tokens, sealed box and signature. */
function lengthsIn({ locks }: FrozenManifest['manifest'], contest: Contest): readonly number[] {
  const box = contest.ptLen + locks.length * sealOverhead
  return [65, 32, ...contest.issuers.map(tokenLength), box, 64]
}

/** Letters of every ballot of a contest, or one more than it has. */
export function lengthOfBallot({ manifest }: FrozenManifest, contest: Contest): number {
  const none = { c: manifest.contests.length, pk: '', pre: '', box: '', sig: '' }
  const empty = writeBallot({ ...none, tok: contest.issuers.map(() => '') })
  return lengthsIn(manifest, contest).reduce((sum, one) => sum + lettersOf(one), empty.length)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText)
}
