/** Whether the items of a letter fit the appraisal it belongs to. Each answers the refusal, or null. */
import type { MatterId } from '../kernel/ids.ts'
import type { LetterRefusal } from './letter-refusals.ts'
import { liveItems, type KnownLetter, type LetterContent } from './letter.ts'
import { issuedOf, leftOut, mattersIn, type AppraisalSeen } from './whole-appraisal.ts'

export const mostInOneLetter = 200

/** A draft holds matters of its appraisal that nobody was handed yet, each once, none of another letter. */
export function contentFault(
  { items }: Pick<LetterContent, 'items'>,
  seen: AppraisalSeen,
): LetterRefusal | null {
  if (items.length === 0) return { code: 'letter-without-items' }
  if (items.length > mostInOneLetter) return { code: 'letter-too-long', most: mostInOneLetter }
  const ids = items.map(({ matter }) => matter)
  const known = new Set(seen.matters.map(({ id }) => id))
  if (ids.some((id) => !known.has(id))) return { code: 'letter-item-unknown' }
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
  if (twice.length > 0) return { code: 'letter-item-twice', numbers: numbersOf(twice, seen) }
  const held = new Set(mattersIn(seen.others))
  const elsewhere = ids.filter((id) => held.has(id))
  if (elsewhere.length > 0)
    return { code: 'letter-item-elsewhere', numbers: numbersOf(elsewhere, seen) }
  return movedOn(ids, seen, ['drafted', 'approved'])
}

/** Issued only when all of its matters are approved and every other approved matter has its letter. */
export function issueFault(letter: KnownLetter, seen: AppraisalSeen): LetterRefusal | null {
  const fault = contentFault(letter, seen) ?? movedOn(mattersIn([letter]), seen, ['approved'])
  if (fault) return fault
  const numbers = leftOut(seen, [letter, ...seen.others])
  return numbers.length > 0 ? { code: 'letter-leaves-out', numbers } : null
}

/** Handed over only when every approved matter is in a letter that bears a number. */
export function handOverFault(letter: KnownLetter, seen: AppraisalSeen): LetterRefusal | null {
  const ids = liveItems(letter).map(({ matter }) => matter)
  const fault = movedOn(ids, seen, ['approved'])
  if (fault) return fault
  const numbers = leftOut(seen, [letter, ...issuedOf(seen.others)])
  return numbers.length > 0 ? { code: 'letter-leaves-out', numbers } : null
}

function movedOn(
  ids: readonly MatterId[],
  { matters }: AppraisalSeen,
  wanted: readonly string[],
): LetterRefusal | null {
  const inLetter = new Set(ids)
  const gone = matters.filter(({ id, status }) => inLetter.has(id) && !wanted.includes(status))
  return gone.length > 0
    ? { code: 'letter-item-moved-on', numbers: gone.map(({ number }) => number) }
    : null
}

function numbersOf(ids: readonly MatterId[], { matters }: AppraisalSeen): readonly number[] {
  const wanted = new Set(ids)
  return matters.filter(({ id }) => wanted.has(id)).map(({ number }) => number)
}
