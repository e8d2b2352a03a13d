/** All surveys: of which appraisal, which wave, whom they ask, where they stand. */
import { surveyStatusLabels } from '@luoshi/domain/surveys/survey-refusals'
import { surveyStageLabels } from '@luoshi/domain/surveys/survey'
import type { SurveyBrief } from '@luoshi/server/contract/surveys'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useSession } from '../api/session.ts'
import type { AppraisalTabProps } from '../shell/appraisal-tabs.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useSay } from '../words/language.ts'
import { useSurveyWords } from './survey-words.ts'
import { DraftSurvey } from './draft-survey.tsx'
import { surveysQuery } from './survey-query.ts'
import './surveys.css'

export function SurveysPage() {
  const words = useSurveyWords()
  const [isDrafting, setDrafting] = useState(false)
  const { data, error, refetch } = useQuery(surveysQuery())
  const button = data?.mayDraft && (
    <Button type="primary" onClick={() => setDrafting(true)}>
      {words.draft}
    </Button>
  )
  return (
    <>
      <PageHead title={words.title} lead={words.lead} actions={button} />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={6} />}
      {data && <SurveyList rows={data.rows} withAppraisal />}
      {isDrafting && <DraftSurvey onClose={() => setDrafting(false)} />}
    </>
  )
}

export function SurveysTab({ appraisal }: AppraisalTabProps) {
  const words = useSurveyWords()
  const [isDrafting, setDrafting] = useState(false)
  const { data, error, refetch } = useQuery(surveysQuery({ appraisal: appraisal.id }))
  return (
    <>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={4} />}
      {data && <SurveyList rows={data.rows} />}
      {data?.mayDraft && appraisal.status === 'running' && (
        <p className="survey-after">
          <Button onClick={() => setDrafting(true)}>{words.draft}</Button>
        </p>
      )}
      {isDrafting && <DraftSurvey appraisal={appraisal.id} onClose={() => setDrafting(false)} />}
    </>
  )
}

function SurveyList({
  rows,
  withAppraisal = false,
}: Readonly<{ rows: readonly SurveyBrief[]; withAppraisal?: boolean }>) {
  const words = useSurveyWords()
  return (
    <section className="card" aria-label={words.title}>
      {rows.length === 0 ? (
        <EmptyNote title={words.none}>{words.noneFix}</EmptyNote>
      ) : (
        <SheetScroll>
          <table className="sheet survey-list survey-stack">
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.wave}</th>
                <th scope="col">{words.days}</th>
                <th scope="col">{words.populations}</th>
                <th scope="col">{words.standing}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <SurveyLine key={row.id} row={row} withAppraisal={withAppraisal} />
              ))}
            </tbody>
          </table>
        </SheetScroll>
      )}
    </section>
  )
}

function SurveyLine({
  row,
  withAppraisal,
}: Readonly<{ row: SurveyBrief; withAppraisal: boolean }>) {
  const words = useSurveyWords()
  const say = useSay()
  const language = useLanguage()
  const { today } = useSession()
  return (
    <tr>
      <td>
        <span>
          <Link to="/surveys/$survey" params={{ survey: row.id }}>
            {row.title}
          </Link>
          {withAppraisal && <small className="survey-of">{row.appraisalTitle}</small>}
        </span>
      </td>
      <td className="survey-nowrap" data-label={words.wave}>
        {words.waveOf(row.wave)} · {say(surveyStageLabels[row.stage])}
      </td>
      <td className="survey-nowrap" data-label={words.days}>
        {dayText(row.from, today, language)} – {dayText(row.until, today, language)}
      </td>
      <td data-label={words.populations}>{row.populations}</td>
      <td className="survey-nowrap" data-label={words.standing}>
        {say(surveyStatusLabels[row.status])}
      </td>
    </tr>
  )
}
