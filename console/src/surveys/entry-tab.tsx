/** What staff enter: batches of paper forms typed by two people, and answers heard on the telephone or at the door. */
import type { Answer } from '@luoshi/domain/surveys/answer'
import { isInUse, type ChannelKind } from '@luoshi/domain/surveys/channel'
import {
  beginBatch,
  enterAnswer,
  listBatches,
  type BatchRow,
} from '@luoshi/server/contract/survey-papers'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, InputNumber } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { useConfirm } from '../ui/confirm.tsx'
import { EmptyNote } from '../ui/empty-note.tsx'
import { Field } from '../ui/field.tsx'
import { Frozen } from '../ui/frozen.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage } from '../words/language.ts'
import { useSurveyWords } from './survey-words.ts'
import { useChannelName, WayFields, type StaffedWay } from './way-fields.tsx'
import { surveyChanges } from './survey-query.ts'
import type { SurveyTabProps } from './survey-tabs.ts'
import { EnteredText } from './entered-text.tsx'
import { newAnswerId } from './new-answer-id.ts'
import { TicksForm } from './ticks-form.tsx'

export function EntryTab({ survey }: SurveyTabProps) {
  const words = useSurveyWords()
  const [isBeginning, setBeginning] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['surveys', survey.id, 'batches'],
    queryFn: () => ask(listBatches, { params: { survey: survey.id } }),
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={5} />
  const isOpen = survey.status === 'open' && data.mayBegin
  const serves = (kinds: readonly ChannelKind[]) =>
    survey.reach.channels.some((one) => kinds.includes(one.kind) && isInUse(one))
  const begin = isOpen && serves(onPaper) && (
    <Button onClick={() => setBeginning(true)}>{words.beginBatch}</Button>
  )
  return (
    <>
      {(data.rows.length > 0 || serves(onPaper)) && (
        <section className="card" aria-label={words.batches}>
          <div className="card-head">
            <h2>{words.batches}</h2>
            {data.rows.length > 0 && begin}
          </div>
          {data.rows.length === 0 ? (
            <EmptyNote title={words.noBatch} action={begin}>
              {words.noBatchFix}
            </EmptyNote>
          ) : (
            <Batches survey={survey} rows={data.rows} />
          )}
        </section>
      )}
      {isOpen && serves(byVoice) && <Interview survey={survey} />}
      {isOpen && serves(byStaff) && <EnteredText survey={survey} />}
      {isBeginning && <Begin survey={survey} onClose={() => setBeginning(false)} />}
    </>
  )
}

const onPaper: readonly ChannelKind[] = ['paper']
const byVoice: readonly ChannelKind[] = ['phone', 'visit']
const byStaff: readonly ChannelKind[] = [...onPaper, ...byVoice]

function Batches({ survey, rows }: SurveyTabProps & Readonly<{ rows: readonly BatchRow[] }>) {
  const words = useSurveyWords()
  const { today } = useSession()
  const language = useLanguage()
  const name = useChannelName(survey)
  return (
    <SheetScroll>
      <table className="sheet survey-stack">
        <thead>
          <tr>
            <th scope="col">{words.batch}</th>
            <th scope="col">{words.channel}</th>
            <th scope="col" className="end">
              {words.forms}
            </th>
            <th scope="col">{words.typists}</th>
            <th scope="col">{words.standing}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={row.id}>
              <td className="survey-nowrap">
                <Link to="/survey-papers/$batch" params={{ batch: row.id }}>
                  {words.batchNumber(rows.length - place)} · {dayText(row.begunOn, today, language)}
                </Link>
              </td>
              <td data-label={words.channel}>{name(row.channel)}</td>
              <td className="end" data-label={words.forms}>
                {row.forms}
              </td>
              <td data-label={words.typists}>{row.done.map((one) => one.name).join('、')}</td>
              <td data-label={words.standing}>
                {words.batchStatus[row.status]}
                {row.differences !== null && ` · ${words.differences(row.differences)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </SheetScroll>
  )
}

function Begin({ survey, onClose }: SurveyTabProps & Readonly<{ onClose: () => void }>) {
  const words = useSurveyWords()
  const navigate = useNavigate()
  const [way, setWay] = useState<StaffedWay | null>(null)
  const [forms, setForms] = useState<number | null>(50)
  const send =
    way && forms !== null
      ? async () => {
          const params = { survey: survey.id }
          const { id } = await ask(beginBatch, { params, body: { ...way, forms } })
          void navigate({ to: '/survey-papers/$batch', params: { batch: id } })
        }
      : lackingOf([words.channel, way], [words.forms, forms])
  return (
    <ActDialog
      title={words.beginBatch}
      action={words.begin}
      send={send}
      changes={surveyChanges}
      onClose={onClose}
    >
      <p className="quiet">{words.batchHint}</p>
      <WayFields survey={survey} way={way} onChange={setWay} kinds={onPaper} />
      <Field label={words.forms}>
        {(parts) => <InputNumber {...parts} min={1} max={200} value={forms} onChange={setForms} />}
      </Field>
    </ActDialog>
  )
}

function Interview({ survey }: SurveyTabProps) {
  const words = useSurveyWords()
  const { message } = App.useApp()
  const [way, setWay] = useState<StaffedWay | null>(null)
  const [answer, setAnswer] = useState<Answer>({})
  const [id, setId] = useState(newAnswerId)
  const act = useAct(
    (sure: StaffedWay) =>
      ask(enterAnswer, {
        params: { survey: survey.id },
        body: { id, ...sure, answers: plainAnswer(answer) },
      }),
    surveyChanges,
  )
  const confirm = useConfirm()
  const send = async () => {
    if (!way) return
    const isBlank = Object.keys(answer).length === 0
    const blank = { title: words.blankTitle, effects: [words.blankEffect], action: words.enter }
    if (isBlank && !(await confirm({ ...blank, irreversible: false }))) return
    act.mutate(way, {
      onSuccess: ({ entered }) => {
        void message.success(words.entered(entered))
        setAnswer({})
        setId(newAnswerId())
      },
    })
  }
  return (
    <section className="card" aria-label={words.interview}>
      <div className="card-head">
        <h2>{words.interview}</h2>
      </div>
      <div className="card-body">
        <p className="quiet">{words.interviewHint}</p>
        {act.error && <ProblemNote error={act.error} />}
        <WayFields survey={survey} way={way} onChange={setWay} kinds={byVoice} />
        {way && (
          <>
            <Frozen isFrozen={act.isPending}>
              <TicksForm
                form={survey.form}
                answer={answer}
                onChange={setAnswer}
                onDone={() => void send()}
              />
            </Frozen>
            <Button type="primary" loading={act.isPending} onClick={() => void send()}>
              {words.enter}
            </Button>
          </>
        )}
      </div>
    </section>
  )
}

/** The contract takes plain lists. */
export function plainAnswer(answer: Answer): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(answer).map(([key, given]) => [
      key,
      typeof given === 'string' ? given : [...given],
    ]),
  )
}
