/** The result as the unit reported it. */
import { fullDayText } from '../../../words/day-text.ts'
import { useLanguage, useWords } from '../../../words/language.ts'
import { EvidenceChips } from '../evidence/evidence-chips.tsx'
import type { CellProps } from './cell.ts'
import { Changed } from './changed.tsx'
import { NothingYet } from './nothing-yet.tsx'

export function SubmissionCell({ round: { submission }, before }: CellProps) {
  const { rounds: words } = useWords().matterPage
  const language = useLanguage()
  if (submission === null) return <NothingYet />
  const former = before?.submission
  return (
    <>
      <p className="cell-day">
        {fullDayText(submission.on, language)} · {words.signedBy(submission.signedBy)}
      </p>
      <Changed
        now={words.resultClass(submission.resultClass)}
        before={former && words.resultClass(former.resultClass)}
      />
      <p>{submission.answer}</p>
      <EvidenceChips files={submission.evidence} />
    </>
  )
}
