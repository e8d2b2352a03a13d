/**
 * Law: every matter that was approved is in exactly one letter when letters are issued and handed over. None is dropped
 * on the way from the minutes to the envelope, and none is demanded twice under two numbers.
 *
 * Source: seed map S02 (none can be dropped), S07 (件件有落实); domain.md §5 phase 4.
 */
import type { MatterId, UnitId } from '../kernel/ids.ts'
import { isLive, liveItems, type KnownLetter } from './letter.ts'

/** `unit`: who answers for it now; the letter that named another one is not rewritten. */
export type MatterSeen = Readonly<{
  id: MatterId
  number: number
  status: string
  unit: UnitId | null
}>

/** The other letters of the same appraisal, and its matters as they stand. */
export type AppraisalSeen = Readonly<{
  matters: readonly MatterSeen[]
  others: readonly KnownLetter[]
}>

const issuedStatuses: readonly KnownLetter['status'][] = ['issued', 'delivered', 'received']

export function mattersIn(letters: readonly KnownLetter[]): readonly MatterId[] {
  return letters.filter(isLive).flatMap((letter) => liveItems(letter).map(({ matter }) => matter))
}

/** Numbers of approved matters that are in none of these letters. */
export function leftOut(
  { matters }: Pick<AppraisalSeen, 'matters'>,
  letters: readonly KnownLetter[],
): readonly number[] {
  const held = new Set(mattersIn(letters))
  return matters
    .filter(({ id, status }) => status === 'approved' && !held.has(id))
    .map(({ number }) => number)
}

export function issuedOf(letters: readonly KnownLetter[]): readonly KnownLetter[] {
  return letters.filter(({ status }) => issuedStatuses.includes(status))
}

/** Matters that more than one of these letters holds. */
export function heldTwice(letters: readonly KnownLetter[]): readonly MatterId[] {
  const all = mattersIn(letters)
  return [...new Set(all.filter((id, at) => all.indexOf(id) !== at))]
}
