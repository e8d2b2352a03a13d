/** What a paper is asked of, and what is found for it: the record as its reader may see it, not yet in words. */
import type { Day } from '@luoshi/domain/kernel/day'
import { isId, type AppraisalId, type Id, type IdKind } from '@luoshi/domain/kernel/ids'
import type { PaperKind } from '@luoshi/domain/papers/paper-kinds'
import { explainPaperRefusal } from '@luoshi/domain/papers/paper-refusals'
import type { PaperFrame } from '@luoshi/papers/official/assemble'
import type { OfficialPaper } from '@luoshi/papers/official/paper'
import type { Outcome, World } from '../execute/context.ts'
import { refused } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'

export type AskedPaper = Readonly<{
  by: Principal
  kind: PaperKind
  appraisal: AppraisalId | undefined
  /** The record meant; absent: the latest of the appraisal. */
  record: string | undefined
}>

/** A form to be filled in by hand is neither: a mark on a ballot would make people ask who is behind it. */
export type PaperStanding = 'draft' | 'issued' | 'form'

export type PaperDraft = Readonly<{
  /** The day the paper bears. */
  on: Day
  /** What it is made of: papers of one kind and one such thing replace each other. */
  of: string
  standing: PaperStanding
  paper: (frame: PaperFrame) => OfficialPaper
}>

export type PaperLoader = (world: World, asked: AskedPaper) => Outcome<PaperDraft>

export function noRecord({ kind: paper }: Pick<AskedPaper, 'kind'>) {
  const refusal = { code: 'paper-no-record', paper } as const
  return refused(404, refusal.code, explainPaperRefusal(refusal))
}

/** The record that was named, when it is one of this kind. */
export function recordAsked<Kind extends IdKind>(
  { record }: AskedPaper,
  kind: Kind,
): Id<Kind> | undefined {
  return record !== undefined && isId(kind, record) ? record : undefined
}
