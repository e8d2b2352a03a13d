/** An exit that is being filled in; one meeting often decides several, so the last approval is offered again. */
import type { ExitDraft, Review } from '../model/review-shape.ts'

export function emptyExit({ items }: Review): ExitDraft {
  const before = items.findLast(({ exit }) => exit !== null && exit.reference !== '')?.exit
  return {
    exit: 'diverted',
    reason: '',
    body: before?.body ?? 'chairs',
    on: before?.on ?? null,
    reference: before?.reference ?? '',
  }
}
