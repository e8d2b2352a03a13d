/** Whom to ask, drawn from a list: taken, sealed, called by another person, drawn; then codes, and names erased. */
import { isFromList, samplingLabels, type Population } from '@luoshi/domain/surveys/population'
import { isCodedChannel } from '@luoshi/domain/surveys/channel'
import { listFrames, takeFrame, type FrameRow } from '@luoshi/server/contract/survey-frames'
import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useRef } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useSay, useWords } from '../words/language.ts'
import { useSurveyWords } from './survey-words.ts'
import { FrameSteps } from './frame-steps.tsx'
import { surveyChanges } from './survey-query.ts'
import type { SurveyTabProps } from './survey-tabs.ts'

export function SampleTab({ survey }: SurveyTabProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ['surveys', survey.id, 'frames'],
    queryFn: () => ask(listFrames, { params: { survey: survey.id } }),
    // While messages go out, until they have or nobody is at it any more.
    refetchInterval: ({ state }) =>
      state.data?.rows.some(({ unsent }) => unsent.isSending) === true ? 5000 : false,
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={5} />
  return survey.reach.populations
    .filter(({ sampling }) => isFromList(sampling))
    .map((population) => (
      <PopulationSample
        key={population.code}
        survey={survey}
        population={population}
        frames={data.rows.filter((one) => one.population === population.code)}
        mayTake={data.mayTake && (survey.status === 'draft' || survey.status === 'open')}
      />
    ))
}

function PopulationSample({
  survey,
  population,
  frames,
  mayTake,
}: SurveyTabProps &
  Readonly<{ population: Population; frames: readonly FrameRow[]; mayTake: boolean }>) {
  const words = useSurveyWords()
  const say = useSay()
  const [frame] = frames
  // Once codes are out, or people who were drawn are being asked, the list stays.
  const areOut = frames.some(({ codes }) => codes.length > 0)
  const isAsked = survey.status === 'open' && frames.some(({ status }) => status === 'drawn')
  const upload = mayTake && !areOut && !isAsked && (
    <TakeList survey={survey} population={population.code} />
  )
  return (
    <section className="card" aria-label={population.name}>
      <div className="card-head">
        <h2>
          {population.name} <small>{say(samplingLabels[population.sampling.type])}</small>
        </h2>
        {frame && upload}
      </div>
      {frame ? (
        <FrameShown survey={survey} population={population} frame={frame} />
      ) : (
        <EmptyNote title={words.noList} action={upload}>
          {words.noListFix}
        </EmptyNote>
      )}
    </section>
  )
}

function TakeList({ survey, population }: SurveyTabProps & Readonly<{ population: string }>) {
  const words = useSurveyWords()
  const { shell } = useWords()
  const { message } = App.useApp()
  const file = useRef<HTMLInputElement>(null)
  const act = useAct(
    (chosen: File) =>
      ask(
        takeFrame,
        { params: { survey: survey.id }, query: { population }, bytes: chosen },
        { fileName: chosen.name },
      ),
    surveyChanges,
  )
  return (
    <div>
      {act.error && <ProblemNote error={act.error} />}
      <input
        ref={file}
        type="file"
        hidden
        accept=".xlsx,.csv"
        aria-label={words.takeList}
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          if (chosen) act.mutate(chosen, { onSuccess: () => void message.success(shell.recorded) })
          target.value = ''
        }}
      />
      <Button loading={act.isPending} onClick={() => file.current?.click()}>
        {words.takeList}
      </Button>
    </div>
  )
}

function FrameShown({
  survey,
  population,
  frame,
}: SurveyTabProps & Readonly<{ population: Population; frame: FrameRow }>) {
  const words = useSurveyWords()
  const drawn = (code: string) => frame.drawn?.find((one) => one.code === code)?.n ?? null
  const coded = survey.reach.channels.filter(
    ({ kind, population: code }) => isCodedChannel(kind) && code === population.code,
  )
  return (
    <>
      <SheetScroll>
        <table className="sheet survey-stack">
          <thead>
            <tr>
              <th scope="col">{words.stratum}</th>
              <th scope="col" className="end">
                {words.listed}
              </th>
              <th scope="col" className="end">
                {words.drawn}
              </th>
            </tr>
          </thead>
          <tbody>
            {population.strata.map(({ code, name }) => (
              <tr key={code}>
                <td>
                  <strong>{name}</strong>
                </td>
                <td className="end" data-label={words.listed}>
                  {frame.strata.find((one) => one.code === code)?.n ?? 0}
                </td>
                <td className="end" data-label={words.drawn}>
                  {drawn(code) ?? '—'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </SheetScroll>
      <div className="card-body">
        <dl className="survey-facts">
          <dt>{words.frameStatus}</dt>
          <dd>
            {words.frameStatusOf[frame.status]}
            {frame.erasedOn !== null && ` · ${words.namesErased}`}
            {frame.codes
              .map(({ n, anew, instead }) => {
                if (instead) return ` · ${words.letters.replaced(n)}`
                return ` · ${anew ? words.codesAnew(n) : words.codesMade(n)}`
              })
              .join('')}
          </dd>
          <dt>{words.listHash}</dt>
          <dd>
            <code className="survey-hash">{frame.listHash}</code>
          </dd>
          {frame.number !== null && (
            <>
              <dt>{words.number}</dt>
              <dd>{frame.number}</dd>
            </>
          )}
          {frame.seed !== null && (
            <>
              <dt>{words.seed}</dt>
              <dd>
                <code className="survey-hash">{frame.seed}</code>
              </dd>
            </>
          )}
        </dl>
        <FrameSteps survey={survey} frame={frame} coded={coded} />
      </div>
    </>
  )
}
