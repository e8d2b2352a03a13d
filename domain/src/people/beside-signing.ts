/**
 * Rule: who leaves, who takes over and the witness sign the same hand-over list at one table, each at his own screen; none of
 * them is sent back because another was a moment earlier. A list that was followed by another is looked at again.
 *
 * Source: hand-over-list.ts; domain.md §9.2.
 */
import type { HandOverEvent } from './hand-over-list.ts'

/** @param since - What was written after the moment the signer looked. */
export function isBesideSigning(since: readonly HandOverEvent[]): boolean {
  return since.every(({ type }) => type === 'HandOverSigned')
}
