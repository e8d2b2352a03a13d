/** What our own verifier says of a published folder; asked once for each state of it. */
import type { Bulletin } from '@luoshi/ballots/bulletin/bulletin'
import type { IssuedCounts } from '@luoshi/ballots/bulletin/issued-register'
import type { Counting } from '@luoshi/ballots/bulletin/open-all'
import type { VerifiedEvent } from '@luoshi/ballots/bulletin/verify-bulletin'
import type { ProtocolCode, ProtocolRefusal } from '@luoshi/ballots/protocol/refusals'
import type { Id } from '@luoshi/domain/kernel/ids'
import type { Result } from '@luoshi/domain/kernel/result'
import { hashesOf, readFiles } from './bulletin-files.ts'
import { erasedRegister } from './erase-roll.ts'
import type { Hall } from './hall.ts'

export type Verified = Result<VerifiedEvent, ProtocolRefusal>

/** From the close to the result the same sealed file is verified four times: each ballot is checked and opened once. */
export const counting: Counting = {
  open: async (...box) =>
    (await import('@luoshi/ballots/bulletin/native-open')).openNatively(...box),
  remembered: { known: new Map(), votes: new Map() },
}

const known = new Map<string, Promise<Verified>>()

export async function verifiedFolder(
  hall: Pick<Hall, 'dataDir'>,
  ballot: Id<'ballot'>,
): Promise<Verified> {
  const bulletin = await readFiles(hall, ballot)
  const issued = await erasedRegister(hall, ballot)
  const state = hashesOf(bulletin)
    .map(({ sha256 }) => sha256)
    .join()
  const before = known.get(state)
  if (before) return before
  const verdict = verify(bulletin, issued)
  known.set(state, verdict)
  if (known.size > 50) known.delete(known.keys().next().value ?? '')
  return verdict
}

/** The verifier is loaded with the first folder that is looked at. */
async function verify(
  bulletin: Bulletin,
  issued: readonly IssuedCounts[] | undefined,
): Promise<Verified> {
  const { verifyBulletin } = await import('@luoshi/ballots/bulletin/verify-bulletin')
  return verifyBulletin(bulletin, { issued }, counting)
}

/** The verifier's steps, in its order, and the codes each can stop with. Source: docs/ballot-protocol.md. */
export const verifierSteps: readonly Readonly<{
  zh: string
  en: string
  codes: readonly ProtocolCode[]
}>[] = [
  {
    zh: '票样完整，指纹相符',
    en: 'The manifest is whole and bears its fingerprint',
    codes: ['BAD_MANIFEST', 'FINGERPRINT_MISMATCH', 'FILE_MISSING'],
  },
  {
    zh: '封票声明的签名',
    en: 'The signature of the close',
    codes: ['BAD_STATEMENT_SIGNATURE', 'WRONG_MANIFEST'],
  },
  {
    zh: '封存选票和发票登记与声明一致',
    en: 'Sealed ballots and register are those stated',
    codes: ['SEALED_FILE_CHANGED', 'ISSUED_FILE_CHANGED'],
  },
  {
    zh: '发票登记：每人一次，不多于名册人数',
    en: 'The register: once each, no more than the roll',
    codes: ['ISSUED_TWICE', 'MORE_ISSUED_THAN_ELIGIBLE'],
  },
  { zh: '计票钥匙与票样相符', en: 'The count keys fit the manifest', codes: ['BAD_RELEASE'] },
  {
    zh: '每张选票的票证和签名',
    en: 'Token and signature of every ballot',
    codes: [
      'BAD_TOKEN',
      'BAD_BALLOT_KEY',
      'BAD_SIGNATURE',
      'BAD_ORDER',
      'BAD_FORMAT',
      'BAD_ENCODING',
      'UNKNOWN_CONTEST',
      'TOO_BIG',
    ],
  },
  {
    zh: '票数相符，没有重复',
    en: 'The number is right, nothing twice',
    codes: ['DUPLICATE_TOKEN', 'COUNT_MISMATCH'],
  },
  { zh: '开票并重新计票', en: 'Opened and counted anew', codes: [] },
  {
    zh: '投出的票不多于发出的票证',
    en: 'No more ballots than tokens',
    codes: ['MORE_CAST_THAN_ISSUED'],
  },
  {
    zh: '纸质票计数：签名、合计、张数',
    en: 'Paper counts: signature, sums, number',
    codes: ['PAPER_DOES_NOT_ADD_UP', 'MORE_PAPER_THAN_ISSUED'],
  },
  {
    zh: '公布的结果与重新计票一致',
    en: 'The announced result is the recount',
    codes: ['RESULT_MISMATCH'],
  },
  {
    zh: '有回执的选票都在内',
    en: 'Every ballot with a receipt is in',
    codes: ['RECEIPTED_BALLOT_MISSING'],
  },
]

/** The place of the step that stopped. */
export function stepThatFailed({ code, about }: ProtocolRefusal): number {
  if (about.startsWith('issued')) return 3
  if (about.startsWith('paper')) return 9
  if (about.startsWith('objections')) return 11
  const at = verifierSteps.findIndex(({ codes }) => codes.includes(code))
  return at < 0 ? 0 : at
}
