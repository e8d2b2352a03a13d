/** The voter's device makes the ballot, and checks the receipt that comes back. Source: ballot.md 3.3 no. 5–7. */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { fromBase64url, fromHex, toBase64url } from '../protocol/bytes.ts'
import type { FrozenManifest } from '../protocol/manifest.ts'
import {
  ballotCore,
  ballotId,
  checkCodeLength,
  receiptMessage,
  sealBinding,
} from '../protocol/messages.ts'
import { isSignedBy, secretFrom, signed, verifyingKey } from '../protocol/p256.ts'
import { writeVote, type Marks } from '../protocol/plain-vote.ts'
import { refusalOf, type ProtocolRefusal } from '../protocol/refusals.ts'
import { sealed } from '../protocol/sealed-box.ts'
import { writeBallot } from '../protocol/sealed-ballot.ts'
import type { Token } from './take-token.ts'

/** `text` is what is sent, again and again the same bytes until a receipt is there. */
export type MadeBallot = Readonly<{ text: string; id: string; checkCode: string }>

/** One vote, sealed to every lock, signed by the token’s key. Refused: a contest or marks not in the manifest. */
export async function makeBallot(
  { mh, manifest }: FrozenManifest,
  { c, secret, pk, pre, tok }: Token,
  marks: Marks,
): Promise<Result<MadeBallot, ProtocolRefusal>> {
  const contest = manifest.contests[c]
  if (!contest) return refuse(refusalOf('UNKNOWN_CONTEST'))
  const plain = writeVote(contest, marks)
  const [point, kept] = [fromBase64url(pk), fromBase64url(secret)]
  const locks = manifest.locks.flatMap((lock) => fromBase64url(lock.pk) ?? [])
  if (!plain || !point || !kept) return refuse(refusalOf('BAD_FORMAT'))
  const box = await sealed(locks, sealBinding(mh, c, point), plain)
  const core = ballotCore(mh, c, point, box)
  const sig = await signed(await secretFrom(kept), core)
  const id = await ballotId(core)
  const text = writeBallot({ c, pk, pre, tok, box: toBase64url(box), sig: toBase64url(sig) })
  return accept({ text, id, checkCode: id.slice(0, checkCodeLength) })
}

export type Receipt = Readonly<{ id: string; sig: string }>

/** Only a receipt that holds is called “sent”. */
export async function checkReceipt(
  { mh, manifest }: FrozenManifest,
  id: string,
  receipt: Receipt,
): Promise<Result<Receipt, ProtocolRefusal>> {
  const point = fromBase64url(manifest.serverPk)
  const key = point && (await verifyingKey(point))
  const sig = fromBase64url(receipt.sig)
  const same = receipt.id === id && /^[\da-f]{64}$/.test(id) && fromHex(id).length === 32
  if (!key || !sig || !same) return refuse(refusalOf('BAD_RECEIPT'))
  const holds = await isSignedBy(key, sig, receiptMessage(mh, id))
  return holds ? accept(receipt) : refuse(refusalOf('BAD_RECEIPT'))
}
