/**
 * All that the box holds of a ballot as one writing of one length, sealed under a key of its own: room for every token there
 * is, filled or not, in the order of the ids. Two writings have nothing in common, however little came between them.
 * Source: issue 5; ballot.md §3.4, §6 no. 2.
 */
import { byId } from '@luoshi/ballots/box/ballot-pool'
import type { BoxRow } from '@luoshi/ballots/box/box-row'
import type { FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import { lengthOfBallot } from '@luoshi/ballots/protocol/sealed-ballot'
import { chance } from '@luoshi/ledger/log/chance'
import { seal, unseal } from '../../../identity/sealing.ts'

export type OfWriting = Readonly<{ mh: string; room: number }>

/** Number of the contest, key, id, body and what stands between them. */
const besideBody = 10 + 88 + 66

/** Bytes for a ballot of everybody in every contest. */
export function roomFor(frozen: FrozenManifest): number {
  return frozen.manifest.contests
    .map((contest) => contest.eligible * (lengthOfBallot(frozen, contest) + besideBody))
    .reduce((sum, one) => sum + one, besideBody)
}

export function sealWhole({ mh, room }: OfWriting, rows: readonly BoxRow[], key: Buffer): Buffer {
  const lines = rows.toSorted(byId).map(({ contest, pk, id, body }) => {
    return `${contest} ${pk} ${id} ${body}\n`
  })
  const text = Buffer.from(lines.join(''))
  // A token given up and paper given back again may make more rows than there are people; then it is twice as long.
  const whole = Buffer.alloc(Math.max(1, Math.ceil(text.length / room)) * room, '\n')
  text.copy(whole)
  return seal(key, chance, mh, whole)
}

/** Nothing when the key is another one. */
export function openWhole(
  { mh }: OfWriting,
  sealed: Buffer,
  key: Buffer,
): readonly BoxRow[] | undefined {
  const text = opened(mh, sealed, key)
  return text?.split('\n').flatMap((line): readonly BoxRow[] => {
    const [contest, pk, id, ...body] = line.split(' ')
    if (contest === undefined || pk === undefined || id === undefined) return []
    return [{ contest: Number(contest), pk, id, body: body.join(' ') }]
  })
}

function opened(mh: string, sealed: Buffer, key: Buffer): string | undefined {
  try {
    return unseal(key, mh, sealed).toString()
  } catch {
    return undefined
  }
}
