/**
 * Rule: several units sign for one letter at the hand-over meeting, each for its own items; none is sent back because another
 * was a moment earlier. An item that went elsewhere since, a merger, a withdrawal: that is looked at before anybody signs.
 *
 * Source: domain.md §5 phase 4 (交办会), §8.4; letter.ts.
 */
import type { LetterCommand } from './letter-decider.ts'
import type { LetterEvent } from './letter.ts'

/** @param since - What was written after the moment the person looked. */
export function isBesideLetter(
  step: LetterCommand['type'],
  since: readonly LetterEvent[],
): boolean {
  return step === 'SignLetter' && since.every(({ type }) => type === 'LetterSigned')
}
