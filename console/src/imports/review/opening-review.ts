/** Which decisions the page begins with: those on this device when the server does not have them yet, else the server's, else the proposal. */
import type { Day } from '@luoshi/domain/kernel/day'
import type { ImportDetail } from '@luoshi/server/contract/imports'
import type { UnitRow } from '@luoshi/server/contract/people'
import { rereadReview } from './model/reread-review.ts'
import { readReview, sameReview, type LocalCopy, type Review } from './model/review-shape.ts'
import { startReview } from './model/start-review.ts'

export type Opening = Readonly<{
  review: Review
  /** From this device: unsaved changes that were taken up, or that the server has something newer than. */
  local: 'none' | 'restored' | 'older'
}>

export function openingReview(
  { parsed, decisions, revision }: Pick<ImportDetail, 'parsed' | 'decisions' | 'revision'>,
  local: LocalCopy | null,
  { units, today }: Readonly<{ units: readonly UnitRow[]; today: Day }>,
): Opening {
  const kept = readReview(decisions)
  if (local !== null && sameReview(local.review, kept)) {
    return { review: rereadReview(local.review, parsed, units), local: 'none' }
  }
  const isNewest = local !== null && local.revision === revision
  const base = isNewest ? local.review : (kept ?? startReview(parsed, units, today))
  const state = local === null ? 'none' : isNewest ? 'restored' : 'older'
  return { review: rereadReview(base, parsed, units), local: state }
}
