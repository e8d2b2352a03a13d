/**
 * Rule: two people type a batch of forms independently, so they may be done in the same minute; neither is sent back because
 * the other was first. Settling what differs is done by somebody who has seen both.
 *
 * Source: paper-batch.ts; issue 6 point 2.
 */
import type { PaperBatchEvent } from './paper-batch.ts'

/** @param since - What was written after the moment the person looked. */
export function isTypedBeside(since: readonly PaperBatchEvent[]): boolean {
  return since.every(({ type }) => type === 'PaperTypingDone')
}
