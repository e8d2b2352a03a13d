/** What the team saw on the spot. */
import { fullDayText } from '../../../words/day-text.ts'
import { useLanguage, useWords } from '../../../words/language.ts'
import { EvidenceChips } from '../evidence/evidence-chips.tsx'
import type { CellProps } from './cell.ts'
import { Changed } from './changed.tsx'
import { NothingYet } from './nothing-yet.tsx'
import { ResultMark } from './result-mark.tsx'

export function VerificationCell({ round: { verification }, before }: CellProps) {
  const { rounds: words } = useWords().matterPage
  const language = useLanguage()
  if (verification === null) return <NothingYet />
  const { on, place, findings, outcome, verifiers, raiserView, evidence } = verification
  const former = before?.verification
  return (
    <>
      <p className="cell-day">
        {fullDayText(on, language)} · {place}
      </p>
      <p>
        <ResultMark
          result={outcome === 'confirmed' ? 'satisfied' : 'unsatisfied'}
          grade={words[outcome]}
        />
      </p>
      <p>{findings}</p>
      <p>
        <span className="cell-label">{words.verifiers}</span>
        {verifiers.join('、')}
      </p>
      <Changed
        label={words.raiserView}
        now={words.raiserViews[raiserView]}
        before={former && words.raiserViews[former.raiserView]}
      />
      <EvidenceChips files={evidence} />
    </>
  )
}
