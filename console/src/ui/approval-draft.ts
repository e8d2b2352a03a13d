/** An approval while it is being filled in. */
import type { Day } from '@luoshi/domain/kernel/day'
import type { Approval, ApprovingBody } from '@luoshi/domain/people/approval'

export type ApprovalDraft = Readonly<{ body: ApprovingBody; on: Day | null; reference: string }>

/** The approval as the rules take it, or null while something is missing. */
export function approvalOf({ body, on, reference }: ApprovalDraft): Approval | null {
  return on !== null && reference.trim() !== '' ? { body, on, reference: reference.trim() } : null
}
