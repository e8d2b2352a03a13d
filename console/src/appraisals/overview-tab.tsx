/** The first tab of an appraisal: where it stands. */
import { Link } from '@tanstack/react-router'
import type { AppraisalTabProps } from '../shell/appraisal-tabs.ts'
import { useWords } from '../words/language.ts'
import { PhaseLine } from './phase-line.tsx'
import { progressOf } from './progress.ts'

export function OverviewTab({ appraisal }: AppraisalTabProps) {
  const { appraisals: words } = useWords()
  const { closed, left, all } = progressOf(appraisal.counts)
  return (
    <section className="card appraisal" aria-label={words.overview}>
      <PhaseLine phase={appraisal.phase} isArchived={appraisal.status === 'archived'} />
      <div className="appraisal-foot">
        <meter
          min={0}
          max={Math.max(all, 1)}
          value={closed}
          aria-label={words.progress(closed, left, all)}
        />
        <span className="number">{words.progress(closed, left, all)}</span>
        <Link to="/matters" search={{ appraisal: appraisal.id }}>
          {words.seeMatters} →
        </Link>
      </div>
    </section>
  )
}
