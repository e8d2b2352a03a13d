/** One survey: where it stands, its next step, and its tabs. */
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import { surveyStatusLabels } from '@luoshi/domain/surveys/survey-refusals'
import { surveyStageLabels } from '@luoshi/domain/surveys/survey'
import type { SurveyDetail } from '@luoshi/server/contract/surveys'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { Suspense } from 'react'
import { NotFound } from '../shell/not-found.tsx'
import { MatterLink } from '../ui/matter-link.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import { inBrackets } from '../words/marks.ts'
import { useSurveyWords } from './survey-words.ts'
import { SetMatters } from './set-matters.tsx'
import { surveyQuery } from './survey-query.ts'
import { SurveySteps } from './survey-steps.tsx'
import { surveyTabsFor } from './survey-tabs.ts'
import './surveys.css'

const route = getRouteApi('/surveys/$survey')

export function SurveyPage() {
  const { survey } = route.useParams()
  return isId('survey', survey) ? <Loaded key={survey} id={survey} /> : <NotFound />
}

function Loaded({ id }: Readonly<{ id: Id<'survey'> }>) {
  const words = useWords()
  const own = useSurveyWords()
  const { tab } = route.useSearch()
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(surveyQuery(id))
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={9} />
  const tabs = surveyTabsFor(data)
  const open = tabs.find(({ key }) => key === tab) ?? tabs[0]
  return (
    <>
      <PageHead
        title={data.title}
        lead={<Lead survey={data} />}
        actions={
          <>
            {(data.status === 'closed' || data.status === 'published') && (
              <Link to="/surveys/$survey/results" params={{ survey: id }}>
                {own.seeResults}
              </Link>
            )}
            <SurveySteps survey={data} />
          </>
        }
      />
      <Standing survey={data} />
      <Tabs
        className="appraisal-tabs"
        activeKey={open?.key ?? ''}
        items={tabs.map(({ key, label, show: Show }) => ({
          key,
          label: label({ ...words, own }),
          children: key === open?.key && (
            <Suspense fallback={<Waiting lines={6} />}>
              <Show survey={data} />
            </Suspense>
          ),
        }))}
        onChange={(key) =>
          void navigate({
            to: '/surveys/$survey',
            params: { survey: id },
            search: { tab: key },
            resetScroll: false,
          })
        }
      />
    </>
  )
}

function Lead({ survey }: Readonly<{ survey: SurveyDetail }>) {
  const words = useSurveyWords()
  const say = useSay()
  return (
    <>
      <Link to="/surveys">{words.title}</Link> ·{' '}
      <Link to="/appraisals/$appraisal" params={{ appraisal: survey.appraisal }}>
        {survey.appraisalTitle}
      </Link>{' '}
      · {words.waveOf(survey.wave)} · {say(surveyStageLabels[survey.stage])}{' '}
      <span className="round">{say(surveyStatusLabels[survey.status])}</span>
    </>
  )
}

function Standing({ survey }: Readonly<{ survey: SurveyDetail }>) {
  const words = useSurveyWords()
  const say = useSay()
  const language = useLanguage()
  const day = (one: SurveyDetail['from']) => fullDayText(one, language)
  const { about, waves, closedBecause, droppedBecause, publishedOn } = survey
  return (
    <dl className="survey-facts">
      <dt>{words.days}</dt>
      <dd>
        {day(survey.from)} – {day(survey.until)}
      </dd>
      <dt>{words.frozen}</dt>
      <dd>
        {survey.startedOn === null ? words.notFrozen : words.frozenOn(day(survey.startedOn))}{' '}
        <code className="survey-hash" title={survey.hash}>
          {survey.hash.slice(0, 16)}
        </code>
      </dd>
      {closedBecause !== null && closedBecause !== '' && (
        <>
          <dt>{words.closedEarly}</dt>
          <dd>{closedBecause}</dd>
        </>
      )}
      {droppedBecause !== null && (
        <>
          <dt>{words.dropped}</dt>
          <dd>{droppedBecause}</dd>
        </>
      )}
      {publishedOn !== null && (
        <>
          <dt>{words.published}</dt>
          <dd>{day(publishedOn)}</dd>
        </>
      )}
      {(about.length > 0 || survey.may.edit) && (
        <>
          <dt>{words.matters}</dt>
          <dd>
            {about.map((matter) => (
              <MatterLink key={matter.id} matter={matter.id}>
                {matter.number}　{matter.title}
              </MatterLink>
            ))}
            {survey.may.edit && <SetMatters survey={survey} />}
          </dd>
        </>
      )}
      {waves.length > 1 && (
        <>
          <dt>{words.waves}</dt>
          <dd className="survey-waves">
            {waves.map((wave) =>
              wave.id === survey.id ? (
                <strong key={wave.id}>{words.waveOf(wave.wave)}</strong>
              ) : (
                <Link key={wave.id} to="/surveys/$survey" params={{ survey: wave.id }}>
                  {words.waveOf(wave.wave)}
                  {inBrackets(language, say(surveyStageLabels[wave.stage]))}
                </Link>
              ),
            )}
          </dd>
        </>
      )}
    </dl>
  )
}
