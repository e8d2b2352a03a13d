/**
 * Whether a token is this survey's, and what came with it was signed by the token's own key: by the machine's own
 * cryptography, with each contest's key read once. Says what the protocol's browser half says (`@luoshi/ballots`,
 * tokens.ts and p256.ts). Source: RFC 9474 (RSABSSA-SHA384-PSSZERO-Randomized), FIPS 186-5 §6, RFC 5480 §2 (the frame of a
 * point on P-256); ballot.md 3.3.
 */
import { constants, createPublicKey, verify, type KeyObject } from 'node:crypto'
import { joined } from '@luoshi/ballots/protocol/bytes'
import { tokenMessage } from '@luoshi/ballots/protocol/messages'
import { surveyMessage } from '@luoshi/ballots/protocol/survey-message'
import type { FrozenTokens } from './token-keys.ts'
import type { TokenContest } from './token-manifest.ts'

export type Proof = Readonly<{
  c: number
  /** In base64url. */
  pk: string
  pre: string
  tok: string
  sig: string
  body: string
}>

type Issuer = TokenContest['issuers'][number]

const pointFrame = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex')
const lengths = { pk: 65, pre: 32, sig: 64 } as const
/** Of a point written with both its numbers. */
const uncompressed = 4
const issuerKeys = new WeakMap<Issuer, KeyObject>()

/** Whether token and signature hold; whether it was spent before is the table's to say. */
export function provesItself(
  { mh }: Pick<FrozenTokens, 'mh'>,
  { issuers }: Pick<TokenContest, 'issuers'>,
  proof: Proof,
): boolean {
  const { c, body } = proof
  const [issuer] = issuers
  const [pk, pre, sig, tok] = [proof.pk, proof.pre, proof.sig, proof.tok].map(bytesIn)
  if (!issuer || !pk || !pre || !sig || !tok) return false
  if (pk.length !== lengths.pk || pre.length !== lengths.pre || sig.length !== lengths.sig)
    return false
  if (pk[0] !== uncompressed) return false
  const token = {
    key: keyOf(issuer),
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: 0,
  }
  if (!verify('sha384', joined(pre, tokenMessage(mh, c, pk)), token, tok)) return false
  const key = pointKey(pk)
  const said = surveyMessage(mh, c, pk, body)
  return key !== null && verify('sha256', said, { key, dsaEncoding: 'ieee-p1363' }, sig)
}

function keyOf(issuer: Issuer): KeyObject {
  const known = issuerKeys.get(issuer)
  if (known) return known
  const { n, e } = issuer
  const key = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' })
  issuerKeys.set(issuer, key)
  return key
}

/** Null when the bytes are no point of the curve. */
function pointKey(point: Buffer): KeyObject | null {
  try {
    const key = Buffer.concat([pointFrame, point])
    return createPublicKey({ key, format: 'der', type: 'spki' })
  } catch {
    return null
  }
}

/** Null when the text is not the one canonical writing of its bytes. */
function bytesIn(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : null
}
