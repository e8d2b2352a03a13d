/** All appraisals: which phase each is in, how far its matters are, and the next phase. */
import type { AppraisalRow } from '@luoshi/server/contract/appraisals'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { appraisalsQuery } from '../api/lists.ts'
import { useMay, useSession } from '../api/session.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'
import './appraisals.css'
import { AppraisalSteps } from './appraisal-steps.tsx'
import { OpenAppraisal } from './open-appraisal.tsx'
import { Appraised } from './appraised.tsx'
import { PhaseLine } from './phase-line.tsx'
import { progressOf } from './progress.ts'

export function AppraisalsPage() {
  const { appraisals: words } = useWords()
  const may = useMay()
  const { data, error, refetch } = useQuery(appraisalsQuery)
  const [opening, setOpening] = useState(false)
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          may('OpenAppraisal') && (
            <Button type="primary" onClick={() => setOpening(true)}>
              {words.open}
            </Button>
          )
        }
      />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data?.length === 0 && (
        <section className="card">
          <EmptyNote title={words.empty}>{words.emptyFix}</EmptyNote>
        </section>
      )}
      {data?.map((appraisal) => (
        <AppraisalCard key={appraisal.id} appraisal={appraisal} />
      ))}
      {opening && <OpenAppraisal onClose={() => setOpening(false)} />}
    </>
  )
}

function AppraisalCard({ appraisal }: Readonly<{ appraisal: AppraisalRow }>) {
  const { appraisals: words } = useWords()
  const { today } = useSession()
  const language = useLanguage()
  const { closed, left, all } = progressOf(appraisal.counts)
  return (
    <article className="card appraisal" aria-label={appraisal.title}>
      <div className="appraisal-head">
        <div>
          <h2>
            <Link to="/appraisals/$appraisal" params={{ appraisal: appraisal.id }}>
              {appraisal.title}
            </Link>
            {appraisal.status === 'archived' && <span className="round">{words.archived}</span>}
          </h2>
          <p className="quiet">
            <Appraised appraisal={appraisal} /> · {appraisal.session} ·{' '}
            {words.openedOn(dayText(appraisal.openedOn, today, language))} ·{' '}
            {appraisal.ruleBook.name}
          </p>
        </div>
        <AppraisalSteps appraisal={appraisal} />
      </div>
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
    </article>
  )
}
