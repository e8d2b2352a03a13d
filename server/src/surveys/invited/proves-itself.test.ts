/**
 * The machine's own cryptography judges tokens as the protocol's browser half does: what fits, and each byte changed.
 */
import { constants, randomBytes, sign } from 'node:crypto'
import { newContestKey } from '@luoshi/ballots/issuing/blind-sign'
import { fromBase64url, joined, toBase64url } from '@luoshi/ballots/protocol/bytes'
import { tokenMessage } from '@luoshi/ballots/protocol/messages'
import { isSignedBy, newSigningPair, signed, verifyingKey } from '@luoshi/ballots/protocol/p256'
import { surveyMessage } from '@luoshi/ballots/protocol/survey-message'
import { isToken, issuerKey } from '@luoshi/ballots/protocol/tokens'
import { expect, it } from 'vitest'
import { provesItself as holds, type Proof } from './proves-itself.ts'
import type { FrozenTokens } from './token-keys.ts'

const key = newContestKey(2048)
const { issuer } = key
const contest = { kind: 'answer', population: 'users', stratum: 'town', issuers: [issuer] } as const
const manifest = {
  v: 'luoshi-survey-tokens/v1',
  survey: 'survey_a1b2',
  questions: '',
  contests: [contest, { ...contest, stratum: 'country' }],
} as const
const frozen: FrozenTokens = {
  text: '',
  mh: Uint8Array.from(randomBytes(32)),
  manifest: {
    ...manifest,
    contests: manifest.contests.map((one) => ({ ...one, issuers: [...one.issuers] })),
  },
  keys: [key],
}

function judged(proof: Proof): boolean {
  const contest = frozen.manifest.contests[proof.c]
  return contest !== undefined && holds(frozen, contest, proof)
}

/** As if signed blindly: what comes out is the same. */
async function proofOf(body: string): Promise<Proof> {
  const { secret, point } = await newSigningPair(false)
  const pre = Uint8Array.from(randomBytes(32))
  const tok = sign('sha384', joined(pre, tokenMessage(frozen.mh, 0, point)), {
    key: key.secret,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: 0,
  })
  const sig = await signed(secret, surveyMessage(frozen.mh, 0, point, body))
  const [pkText = '', preText = '', tokText = '', sigText = ''] = [point, pre, tok, sig].map(
    (one) => toBase64url(Uint8Array.from(one)),
  )
  return { c: 0, pk: pkText, pre: preText, tok: tokText, sig: sigText, body }
}

async function asTheProtocolSays({ c, body, ...texts }: Proof): Promise<boolean> {
  const [pk, pre, tok, sig] = [texts.pk, texts.pre, texts.tok, texts.sig].map(fromBase64url)
  const [of] = frozen.manifest.contests[c]?.issuers ?? []
  if (!pk || pre?.length !== 32 || !tok || !sig || !of) return false
  const prepared = joined(pre, tokenMessage(frozen.mh, c, pk))
  if (!(await isToken(await issuerKey(of), tok, prepared))) return false
  const point = await verifyingKey(pk)
  return point !== undefined && isSignedBy(point, sig, surveyMessage(frozen.mh, c, pk, body))
}

it('a token and what it was spent on are judged as by the protocol, however they are changed', async () => {
  const proof = await proofOf('{"q1":"dissatisfied"}')
  const other = await proofOf('{"q1":"dissatisfied"}')
  const flipped = (text: string, at: number) => {
    const bytes = Buffer.from(text, 'base64url')
    bytes[at] = (bytes[at] ?? 0) ^ 1
    return bytes.toString('base64url')
  }
  const changed: readonly Proof[] = [
    ...(['pk', 'pre', 'tok', 'sig'] as const).flatMap((part) => [
      { ...proof, [part]: flipped(proof[part], 0) },
      { ...proof, [part]: flipped(proof[part], 31) },
      { ...proof, [part]: other[part] },
      { ...proof, [part]: `${proof[part]}=` },
      { ...proof, [part]: proof[part].slice(0, -2) },
      { ...proof, [part]: '' },
    ]),
    { ...proof, body: '{"q1":"satisfied"}' },
    { ...proof, c: 1 },
    { ...proof, c: 9 },
    { ...proof, c: -1 },
  ]
  expect([judged(proof), await asTheProtocolSays(proof)]).toEqual([true, true])
  for (const one of changed) {
    expect(await asTheProtocolSays(one)).toBe(false)
    expect(judged(one)).toBe(false)
  }
})
