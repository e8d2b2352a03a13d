/** What a survey found: each population on a card of its own, never added up with another. */
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import {
  populationLabels,
  samplingCaveats,
  samplingLabels,
} from '@luoshi/domain/surveys/population'
import { getSurveyFile } from '@luoshi/server/contract/survey-file'
import { hrefOf } from '@luoshi/server/contract/kit'
import {
  getSurveyResults,
  surveyCsv,
  surveyWorkbook,
  type SurveyFound,
} from '@luoshi/server/contract/survey-results'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { ask } from '../../api/server.ts'
import { useSession } from '../../api/session.ts'
import { DownloadPaper } from '../../papers/download-paper.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { dayText } from '../../words/day-text.ts'
import { useLanguage, useSay } from '../../words/language.ts'
import { useSurveyWords } from '../survey-words.ts'
import type { SurveyTabProps } from '../survey-tabs.ts'
import { QuestionResults, type Populated } from './question-results.tsx'
import './results.css'

const route = getRouteApi('/surveys/$survey/results')

export function SurveyResultsPage() {
  const { survey } = route.useParams()
  return isId('survey', survey) ? <Found key={survey} id={survey} /> : <NotFound />
}

function resultsQuery(id: Id<'survey'>) {
  return {
    queryKey: ['surveys', id, 'results'],
    queryFn: () => ask(getSurveyResults, { params: { survey: id } }),
  }
}

/** On the page of the survey. */
export function ResultsTab({ survey }: SurveyTabProps) {
  const { data, error, refetch } = useQuery(resultsQuery(survey.id))
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={9} />
  return (
    <>
      <p className="results-actions no-print">
        <Actions id={survey.id} />
      </p>
      <Populations found={data} />
    </>
  )
}

function Found({ id }: Readonly<{ id: Id<'survey'> }>) {
  const { results: words } = useSurveyWords()
  const { today } = useSession()
  const language = useLanguage()
  const { data, error, refetch } = useQuery(resultsQuery(id))
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={9} />
  const days = [data.from, data.closedOn].map((day) => dayText(day, today, language))
  return (
    <>
      <PageHead
        title={words.title(data.title)}
        lead={
          <>
            {words.lead(days[0] ?? '', days[1] ?? '', data.wave)} ·{' '}
            <Link to="/appraisals/$appraisal" params={{ appraisal: data.appraisal }}>
              {words.back}
            </Link>
          </>
        }
        actions={<Actions id={id} />}
      />
      <Populations found={data} />
    </>
  )
}

function Actions({ id }: Readonly<{ id: Id<'survey'> }>) {
  const { results: words } = useSurveyWords()
  return (
    <>
      <Button onClick={() => window.print()}>{words.print}</Button>
      <Button href={hrefOf(surveyWorkbook, { survey: id })}>{words.workbook}</Button>
      <Button href={hrefOf(surveyCsv, { survey: id })}>{words.csv}</Button>
      <Button href={hrefOf(getSurveyFile, { survey: id })}>{words.file}</Button>
      <DownloadPaper kind="survey-results" record={id} />
    </>
  )
}

function Populations({ found }: Readonly<{ found: SurveyFound }>) {
  const { results: words } = useSurveyWords()
  return (
    <>
      {found.populations.length === 0 && (
        <section className="card">
          <EmptyNote title={words.noPopulation} />
        </section>
      )}
      {found.populations.map((population) => (
        <PopulationCard key={population.population} found={found} population={population} />
      ))}
    </>
  )
}

function PopulationCard({
  found,
  population,
}: Readonly<{ found: SurveyFound; population: Populated }>) {
  const { results: words } = useSurveyWords()
  const say = useSay()
  const { name, kind, sampling, answered, size, smallest, questions } = population
  const { designEffect, weighting } = population
  const caveat = samplingCaveats[sampling.type]
  const isWeighted = questions.some((one) => one.isWeighted)
  return (
    <section className="card population-results" aria-label={name}>
      <div className="card-head">
        <h2>
          {name}
          <small>
            {say(populationLabels[kind])} · {say(samplingLabels[sampling.type])} ·{' '}
            {words.answered(answered, size)}
          </small>
        </h2>
      </div>
      <div className="card-body">
        {caveat && <p className="caveat">{say(caveat)}</p>}
        <p className="quiet results-notes">
          {words.smallest(smallest)} {say(weighting.words)}{' '}
          {isWeighted && words.designEffect(designEffect.toFixed(2))}
        </p>
        {questions.map((asked) => (
          <QuestionResults key={asked.key} found={found} population={population} asked={asked} />
        ))}
      </div>
    </section>
  )
}
