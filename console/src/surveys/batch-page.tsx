/** One batch of paper forms: typed form by form; when two are done, what differs is settled by looking at the paper. */
import type { Answer } from '@luoshi/domain/surveys/answer'
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import type { Questionnaire } from '@luoshi/domain/surveys/questionnaire'
import {
  finishTyping,
  getBatch,
  settleBatch,
  typeForm,
  type BatchDetail,
} from '@luoshi/server/contract/survey-papers'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { App, Button, Radio } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { NotFound } from '../shell/not-found.tsx'
import { EmptyNote } from '../ui/empty-note.tsx'
import { Frozen } from '../ui/frozen.tsx'
import { LackingButton } from '../ui/lacking-button.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useWords, useSay } from '../words/language.ts'
import { useSurveyWords } from './survey-words.ts'
import { plainAnswer } from './entry-tab.tsx'
import { useFormNames } from './form-names.ts'
import { surveyChanges, surveyQuery } from './survey-query.ts'
import { TicksForm } from './ticks-form.tsx'
import './surveys.css'

const route = getRouteApi('/survey-papers/$batch')

export function BatchPage() {
  const { batch } = route.useParams()
  return isId('surveypaper', batch) ? <Loaded key={batch} id={batch} /> : <NotFound />
}

function Loaded({ id }: Readonly<{ id: Id<'surveypaper'> }>) {
  const { data, error, refetch } = useQuery({
    queryKey: ['surveys', 'batch', id],
    queryFn: () => ask(getBatch, { params: { batch: id } }),
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  return data ? <Batch batch={data} /> : <Waiting lines={8} />
}

function Batch({ batch }: Readonly<{ batch: BatchDetail }>) {
  const words = useSurveyWords()
  const { data: survey } = useQuery(surveyQuery(batch.survey))
  if (!survey) return <Waiting lines={8} />
  return (
    <>
      <PageHead
        title={words.batchTitle(batch.forms)}
        lead={
          <>
            <Link to="/surveys/$survey" params={{ survey: batch.survey }} search={{ tab: 'entry' }}>
              {survey.title}
            </Link>{' '}
            · {words.batchStatus[batch.status]}
            {batch.done.length > 0 &&
              ` · ${words.doneBy(batch.done.map(({ name }) => name).join('、'))}`}
          </>
        }
      />
      {batch.may.type && <Typing batch={batch} form={survey.form} />}
      {batch.status === 'typing' && !batch.may.type && (
        <section className="card">
          <EmptyNote title={words.waitForOther}>{words.waitForOtherFix}</EmptyNote>
        </section>
      )}
      {batch.status === 'compared' && (
        <Settling key={batch.version} batch={batch} form={survey.form} />
      )}
      {batch.status === 'handedIn' && (
        <section className="card">
          <EmptyNote title={words.handedIn(batch.forms)}>{words.handedInFix}</EmptyNote>
        </section>
      )}
    </>
  )
}

const own = {
  untyped: (n: number) => ({
    zh: `还有${n}份没有录`,
    en: `${n} forms are still to be typed`,
  }),
  others: { zh: '您不能办这一步', en: 'This step is not yours to take' },
}

type Props = Readonly<{ batch: BatchDetail; form: Questionnaire }>

function Typing({ batch, form }: Props) {
  const words = useSurveyWords()
  const say = useSay()
  const typed = new Map(batch.mine.map((one) => [one.form, one.answer]))
  const firstMissing = () => {
    const numbers = Array.from({ length: batch.forms }, (_, at) => at + 1)
    return numbers.find((number) => !typed.has(number)) ?? batch.forms
  }
  const [number, setNumber] = useState(firstMissing)
  const [answer, setAnswer] = useState<Answer>(typed.get(number) ?? {})
  const params = { batch: batch.id }
  const act = useAct((go: () => Promise<unknown>) => go(), surveyChanges)
  const open = (next: number) => {
    setNumber(next)
    setAnswer(typed.get(next) ?? {})
  }
  const save = () =>
    act.mutate(
      () => ask(typeForm, { params, body: { form: number, answers: plainAnswer(answer) } }),
      { onSuccess: () => open(Math.min(number + 1, batch.forms)) },
    )
  const untyped = batch.forms - batch.typedByMe
  const finish = () =>
    act.mutate(() => ask(finishTyping, { params, body: { version: batch.version } }))
  return (
    <section className="card" aria-label={words.typing}>
      <div className="card-head survey-bar">
        <h2>
          {words.formNumber(number)} <small>{words.typedOf(batch.typedByMe, batch.forms)}</small>
        </h2>
        <div>
          <Button disabled={number === 1} onClick={() => open(number - 1)}>
            {words.before}
          </Button>
          <Button type="primary" loading={act.isPending} onClick={save}>
            {words.saveNext}
          </Button>
          <LackingButton lacking={untyped > 0 ? say(own.untyped(untyped)) : []} onClick={finish}>
            {words.finish}
          </LackingButton>
        </div>
      </div>
      {act.error && <ProblemNote error={act.error} />}
      <div className="card-body">
        <Frozen isFrozen={act.isPending}>
          <TicksForm key={number} form={form} answer={answer} onChange={setAnswer} onDone={save} />
        </Frozen>
      </div>
    </section>
  )
}

type Value = BatchDetail['open'][number]['values'][number]

/** Says what is to be done with what differs. */
const settleHint = 'survey-settle-hint'

function Settling({ batch, form }: Props) {
  const words = useSurveyWords()
  const say = useSay()
  const { shell } = useWords()
  const { message } = App.useApp()
  const { questionName, optionName } = useFormNames(form)
  const [chosen, setChosen] = useState<ReadonlyMap<string, 0 | 1>>(new Map())
  const keyOf = (one: BatchDetail['open'][number]) => `${one.form} ${one.question}`
  const left = batch.open.filter((one) => !chosen.has(keyOf(one))).length
  const act = useAct(
    () =>
      ask(settleBatch, {
        params: { batch: batch.id },
        body: {
          version: batch.version,
          settled: batch.open.map((one) => {
            const value = one.values[chosen.get(keyOf(one)) ?? 0]
            return {
              form: one.form,
              question: one.question,
              value: value === null || typeof value === 'string' ? value : [...value],
            }
          }),
        },
      }),
    surveyChanges,
  )
  const said = (question: string, value: Value) => {
    if (value === null) return words.blank
    const codes = typeof value === 'string' ? [value] : value
    return codes.map((code) => optionName(question, code)).join('、')
  }
  return (
    <section className="card" aria-label={words.differencesTitle}>
      <div className="card-head">
        <h2>
          {words.differencesTitle} <small>{words.differences(batch.open.length)}</small>
        </h2>
        <LackingButton
          type="primary"
          lacking={left > 0 ? words.settleLeft(left) : batch.may.settle ? [] : say(own.others)}
          saidAt={left > 0 ? settleHint : undefined}
          loading={act.isPending}
          onClick={() =>
            act.mutate(undefined, { onSuccess: () => void message.success(shell.recorded) })
          }
        >
          {left > 0 ? words.settleLeft(left) : words.handIn}
        </LackingButton>
      </div>
      {act.error && <ProblemNote error={act.error} />}
      <p id={settleHint} className="card-body quiet">
        {batch.open.length === 0 ? words.noDifference : words.settleHint}
      </p>
      <SheetScroll>
        <table className="sheet survey-stack">
          <tbody>
            {batch.open.map((one) => (
              <tr key={keyOf(one)}>
                <td className="survey-nowrap">{words.formNumber(one.form)}</td>
                <td>{questionName(one.question)}</td>
                <td>
                  <Radio.Group
                    aria-label={`${words.formNumber(one.form)} ${questionName(one.question)}`}
                    value={chosen.get(keyOf(one)) ?? null}
                    onChange={({ target }) =>
                      setChosen(new Map(chosen).set(keyOf(one), target.value === 0 ? 0 : 1))
                    }
                    options={one.values.map((value, at) => ({
                      value: at,
                      label: said(one.question, value),
                    }))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </SheetScroll>
    </section>
  )
}
