/** What can be done to a ballot on its way to the box, by the numbers of ballot.md §11.2, and the code it is refused with. */
import { toBase64url, joined, type Bytes } from '@luoshi/ballots/protocol/bytes'
import type { FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import { ballotCore, sealBinding, tokenMessage } from '@luoshi/ballots/protocol/messages'
import { secretFrom, signed } from '@luoshi/ballots/protocol/p256'
import { writeBallot } from '@luoshi/ballots/protocol/sealed-ballot'
import { blind, unblind } from '@luoshi/ballots/voting/blind'
import type { Token } from '@luoshi/ballots/voting/take-token'
import { bytesIn, turned, type Fields } from '../../../ballots/testing/changed-ballot.ts'
import { big, bytes } from '../../../ballots/testing/rsa-numbers.ts'

/** What an attack may have at hand beside the ballot itself. */
export type AtHand = Readonly<{
  /** Of another person, for the same contest. */
  other: Token
  /** Of another vote. */
  strange: Token
  /** Modulus of the contest's key. */
  n: string
}>

export type Attack = readonly [
  what: string,
  change: (fields: Fields, text: string, at: AtHand) => unknown,
  code: string,
]

export const attacks: readonly Attack[] = [
  ['16 a forged token', (f) => ({ ...f, tok: [turned(f.tok[0])] }), 'BAD_TOKEN'],
  ['17 another preparation', (f) => ({ ...f, pre: turned(f.pre) }), 'BAD_TOKEN'],
  ['18 a stolen token under another key', (f, _, at) => ({ ...f, pk: at.other.pk }), 'BAD_TOKEN'],
  ['19 a vote changed on the way', (f) => ({ ...f, box: turned(f.box, 70) }), 'BAD_SIGNATURE'],
  ['20 a signature changed', (f) => ({ ...f, sig: turned(f.sig) }), 'BAD_SIGNATURE'],
  ['21 the token of another contest', (f) => ({ ...f, c: 1 }), 'BAD_TOKEN'],
  [
    '22 the token of another vote',
    (f, _, { strange: { pk, pre, tok } }) => ({ ...f, pk, pre, tok }),
    'BAD_TOKEN',
  ],
  ['23 a signature of an issuer too few', (f) => ({ ...f, tok: [] }), 'BAD_FORMAT'],
  ['24 a name', (f) => ({ ...f, name: '委员甲' }), 'BAD_FORMAT'],
  ['24 a time', (f) => ({ ...f, at: '2026-11-27' }), 'BAD_FORMAT'],
  ['25 a short field', (f) => ({ ...f, sig: f.sig.slice(1) }), 'BAD_FORMAT'],
  ['25 a contest that is none', (f) => ({ ...f, c: 9 }), 'UNKNOWN_CONTEST'],
  ['25 base64 of another kind', (f) => ({ ...f, pk: `${f.pk.slice(0, -1)}+` }), 'BAD_ENCODING'],
  ['25 a huge body', (f) => ({ ...f, box: 'x'.repeat(9_000) }), 'TOO_BIG'],
  ['25 nothing', () => '', 'BAD_FORMAT'],
  ['55 a space in front', (_, text) => ` ${text}`, 'BAD_FORMAT'],
  ['55 its fields in another order', ({ c, ...f }) => ({ ...f, c }), 'BAD_FORMAT'],
  [
    '57 the product of two signatures',
    (f, _, { other, n }) => {
      const product = (big(f.tok[0] ?? '') * big(other.tok[0] ?? '')) % big(n)
      return { ...f, tok: [toBase64url(bytes(product))] }
    },
    'BAD_TOKEN',
  ],
]

/** 45, 46: whatever stands in the box, cast under one's own token as if it were a vote. */
export async function ballotWithBox(
  { mh }: FrozenManifest,
  { c, secret, pk, pre, tok }: Token,
  contentOf: (binding: Bytes) => Promise<Bytes>,
): Promise<string> {
  const point = bytesIn(pk)
  const box = await contentOf(sealBinding(mh, c, point))
  const sig = await signed(await secretFrom(bytesIn(secret)), ballotCore(mh, c, point, box))
  return writeBallot({ c, pk, pre, tok, box: toBase64url(box), sig: toBase64url(sig) })
}

/** 26: a request for a key that is no point of the curve, and its token from the issuer's answer. */
export async function keyOffTheCurve({ mh, manifest }: FrozenManifest, c: number) {
  const issuer = manifest.contests[c]?.issuers[0]
  if (!issuer) throw new Error('no issuer')
  const point = Uint8Array.from([4, ...new Uint8Array(64).fill(7)])
  const pre = new Uint8Array(32).fill(1)
  const prepared = joined(pre, tokenMessage(mh, c, point))
  const { z, inv } = await blind(issuer, prepared)
  return {
    z: toBase64url(z),
    token: async (answer: string) => {
      const token = await unblind(issuer, prepared, bytesIn(answer), inv)
      if (!token) throw new Error('the issuer did not sign it')
      return { pk: toBase64url(point), pre: toBase64url(pre), tok: [toBase64url(token)] }
    },
  }
}
