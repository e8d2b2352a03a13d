/** The fields of an approval that have to be filled in, by their names, for what a form says it still lacks. */
import { useWords } from '../words/language.ts'
import type { ApprovalDraft } from './approval-draft.ts'
import type { Need } from './lacking.ts'

export function useApprovalNeeds({ on, reference }: ApprovalDraft): readonly Need[] {
  const { matters } = useWords()
  return [
    [matters.bulk.on, on],
    [matters.bulk.reference, reference],
  ]
}
