/** The questions: written beside a phone that shows them as whoever answers sees them; once started, only shown. */
import type { Questionnaire } from '@luoshi/domain/surveys/questionnaire'
import { setSurveyQuestions } from '@luoshi/server/contract/surveys'
import { App, Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useShortcuts, type Shortcut } from '../shell/shortcuts.ts'
import { Frozen } from '../ui/frozen.tsx'
import { HeldForm } from '../ui/held-form.tsx'
import { Field } from '../ui/field.tsx'
import { LackingButton } from '../ui/lacking-button.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWords, useSay } from '../words/language.ts'
import { useSurveyWords } from './survey-words.ts'
import { sendable } from './draft-survey.tsx'
import {
  copyOfQuestion,
  formToSend,
  insertAfter,
  moved,
  newQuestion,
  putToEverybody,
  withoutQuestion,
  withQuestion,
  type QuestionType,
} from './form-draft.ts'
import { PhonePreview } from './phone-preview.tsx'
import { QuestionEditor, type QuestionAct } from './question-editor.tsx'
import { surveyChanges } from './survey-query.ts'
import type { SurveyTabProps } from './survey-tabs.ts'
import { useUndoable } from './use-undoable.ts'

export function QuestionsTab({ survey }: SurveyTabProps) {
  const words = useSurveyWords()
  if (survey.may.edit)
    return (
      <HeldForm now={survey}>{(held, saved) => <Writing survey={held} onSaved={saved} />}</HeldForm>
    )
  return (
    <div className="survey-read">
      <p className="quiet">{survey.startedOn === null ? words.readOnly : words.frozenHint}</p>
      <PhonePreview form={survey.form} asker={survey.appraisalTitle} />
    </div>
  )
}

const types: readonly QuestionType[] = ['scale', 'choice', 'matrix', 'text']

const own = { same: { zh: '没有改动，不用保存', en: 'Nothing has changed: nothing to save' } }

type Saving = Readonly<{ onSaved: () => void }>

function Writing({ survey, onSaved }: SurveyTabProps & Saving) {
  const words = useSurveyWords()
  const draft = useUndoable<Questionnaire>(survey.form)
  const { value: form, set, undo, redo } = draft
  const sending = useSending(survey, form, onSaved)
  const isSending = sending.isPending
  const [at, setAt] = useState(0)
  const bound = survey.boundQuestions
  const shortcuts = useMemo<readonly Shortcut[]>(
    () => [
      { keys: 'mod+z', words: words.undo, group: 'page', run: isSending ? nothing : undo },
      { keys: 'mod+y', words: words.redo, group: 'page', run: isSending ? nothing : redo },
    ],
    [words, undo, redo, isSending],
  )
  useShortcuts(shortcuts)

  const { message } = App.useApp()
  function turn(next: Questionnaire): void {
    const freed = putToEverybody(form, next)
    if (freed.length > 0) void message.warning(words.putToEverybody(freed), 10)
    set(next)
  }
  function act(place: number, doing: QuestionAct): void {
    switch (doing) {
      case 'up':
      case 'down': {
        const by = doing === 'up' ? -1 : 1
        const next = moved(form, place, by, bound)
        if (next !== form) setAt(place + by)
        turn(next)
        return
      }
      case 'copy':
        set(copyOfQuestion(form, place))
        setAt(place + 1)
        return
      case 'remove':
        turn(withoutQuestion(form, place))
        setAt(Math.max(0, place - 1))
    }
  }
  const add = (type: QuestionType) => {
    const after = form.questions.length === 0 ? -1 : Math.max(at, bound - 1)
    set(insertAfter(form, after, newQuestion(form, type)))
    setAt(after + 1)
  }
  return (
    <div className="survey-writing">
      <section className="card survey-form" aria-label={words.questions}>
        <Frozen isFrozen={isSending}>
          <Head survey={survey} draft={draft} act={sending} />
          <div className="card-body">
            <Titles form={form} set={set} />
            {bound > 0 && <p className="quiet">{words.boundHint(bound)}</p>}
            <ol className="survey-questions">
              {form.questions.map((question, place) => (
                <QuestionEditor
                  key={question.code}
                  form={form}
                  place={place}
                  isOpen={place === at}
                  isBound={place < bound}
                  onOpen={() => setAt(place)}
                  onChange={(next) => set(withQuestion(form, place, next))}
                  onType={set}
                  onAct={(doing) => act(place, doing)}
                />
              ))}
            </ol>
            <fieldset className="survey-add">
              <legend>{words.add}</legend>
              {types.map((type) => (
                <Button key={type} onClick={() => add(type)}>
                  {words.type[type]}
                </Button>
              ))}
            </fieldset>
          </div>
        </Frozen>
      </section>
      <PhonePreview form={form} asker={survey.appraisalTitle} />
    </div>
  )
}

/** While the questions are being sent. */
function nothing(): void {}

type Draft = ReturnType<typeof useUndoable<Questionnaire>>

function useSending(
  survey: SurveyTabProps['survey'],
  form: Questionnaire,
  onSaved: Saving['onSaved'],
) {
  return useAct(async () => {
    const saved = await ask(setSurveyQuestions, {
      params: { survey: survey.id },
      body: { version: survey.version, form: sendable(formToSend(form)) },
    })
    onSaved()
    return saved
  }, surveyChanges)
}

function Head({
  survey,
  draft,
  act,
}: SurveyTabProps & Readonly<{ draft: Draft; act: ReturnType<typeof useSending> }>) {
  const say = useSay()
  const words = useSurveyWords()
  const { shell } = useWords()
  const { message } = App.useApp()
  const isChanged =
    JSON.stringify(formToSend(draft.value)) !== JSON.stringify(formToSend(survey.form))
  const save = () =>
    act.mutate(undefined, { onSuccess: () => void message.success(shell.recorded) })
  return (
    <>
      <div className="card-head survey-bar">
        <h2>
          {words.questions} <small>{words.count(draft.value.questions.length)}</small>
        </h2>
        <div>
          {isChanged && <span className="quiet">{words.unsaved}</span>}
          <Button disabled={!draft.canUndo} onClick={draft.undo}>
            {words.undo}
          </Button>
          <Button disabled={!draft.canRedo} onClick={draft.redo}>
            {words.redo}
          </Button>
          <LackingButton
            type="primary"
            lacking={isChanged ? [] : say(own.same)}
            loading={act.isPending}
            onClick={save}
          >
            {shell.save}
          </LackingButton>
        </div>
      </div>
      {act.error && <ProblemNote error={act.error} />}
    </>
  )
}

function Titles({
  form,
  set,
}: Readonly<{ form: Questionnaire; set: (next: Questionnaire) => void }>) {
  const words = useSurveyWords()
  const { title } = form
  return (
    <div className="field-row">
      <Field label={words.formTitle}>
        {(parts) => (
          <Input
            {...parts}
            value={title.zh}
            maxLength={300}
            onChange={(event) => set({ ...form, title: { ...title, zh: event.target.value } })}
          />
        )}
      </Field>
      <Field label={words.english} hint={words.englishHint}>
        {(parts) => (
          <Input
            {...parts}
            value={title.en ?? ''}
            maxLength={300}
            onChange={(event) => set({ ...form, title: { ...title, en: event.target.value } })}
          />
        )}
      </Field>
    </div>
  )
}
