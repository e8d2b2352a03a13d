/** Whom it asks, by which ways, in which days: set while it is a draft; afterwards with its links and posters. */
import type { Reach } from '@luoshi/domain/surveys/reach'
import { setSurveyReach } from '@luoshi/server/contract/surveys'
import { App, Button } from 'antd'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { Frozen } from '../ui/frozen.tsx'
import { HeldForm } from '../ui/held-form.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { EmptyNote } from '../ui/empty-note.tsx'
import { Field } from '../ui/field.tsx'
import { LackingButton } from '../ui/lacking-button.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWords, useSay } from '../words/language.ts'
import { useSurveyWords } from './survey-words.ts'
import { PopulationEditor } from './population-editor.tsx'
import { ReachShown } from './reach-shown.tsx'
import { withNewPopulation } from './reach-draft.ts'
import { surveyChanges } from './survey-query.ts'
import type { SurveyTabProps } from './survey-tabs.ts'
import { useUndoable } from './use-undoable.ts'

export function ReachTab({ survey }: SurveyTabProps) {
  return survey.may.edit ? (
    <HeldForm now={survey}>{(held, saved) => <Setting survey={held} onSaved={saved} />}</HeldForm>
  ) : (
    <ReachShown survey={survey} />
  )
}

const own = { same: { zh: '没有改动，不用保存', en: 'Nothing has changed: nothing to save' } }

type Saving = Readonly<{ onSaved: () => void }>

function Setting({ survey, onSaved }: SurveyTabProps & Saving) {
  const words = useSurveyWords()
  const draft = useUndoable<Reach>(survey.reach)
  const { value: reach, set } = draft
  const sending = useSending(survey, reach, onSaved)
  const add = () => set(withNewPopulation(reach, '', words.all))
  return (
    <Frozen isFrozen={sending.isPending}>
      <section className="card" aria-label={words.reach}>
        <Head survey={survey} draft={draft} act={sending} />
        <div className="card-body">
          <div className="field-row">
            <Field label={words.from}>
              {(parts) => (
                <DayInput
                  {...parts}
                  value={reach.from}
                  onChange={(from) => from && set({ ...reach, from })}
                />
              )}
            </Field>
            <Field label={words.until}>
              {(parts) => (
                <DayInput
                  {...parts}
                  value={reach.until}
                  onChange={(until) => until && set({ ...reach, until })}
                />
              )}
            </Field>
          </div>
          <p className="quiet">{words.neverMixed}</p>
        </div>
      </section>
      {reach.populations.length === 0 && (
        <section className="card">
          <EmptyNote
            title={words.noPopulation}
            action={<Button onClick={add}>{words.addPopulation}</Button>}
          >
            {words.noPopulationFix}
          </EmptyNote>
        </section>
      )}
      {reach.populations.map((population, place) => (
        <PopulationEditor
          key={population.code}
          reach={reach}
          place={place}
          population={population}
          set={set}
        />
      ))}
      {reach.populations.length > 0 && (
        <p className="survey-after">
          <Button onClick={add}>{words.addPopulation}</Button>
        </p>
      )}
    </Frozen>
  )
}

function useSending(survey: SurveyTabProps['survey'], reach: Reach, onSaved: Saving['onSaved']) {
  return useAct(async () => {
    const saved = await ask(setSurveyReach, {
      params: { survey: survey.id },
      body: {
        version: survey.version,
        reach: {
          ...reach,
          populations: reach.populations.map((one) => ({ ...one, strata: [...one.strata] })),
          channels: [...reach.channels],
        },
      },
    })
    onSaved()
    return saved
  }, surveyChanges)
}

function Head({
  survey,
  draft,
  act,
}: SurveyTabProps &
  Readonly<{
    draft: ReturnType<typeof useUndoable<Reach>>
    act: ReturnType<typeof useSending>
  }>) {
  const say = useSay()
  const words = useSurveyWords()
  const { shell } = useWords()
  const { message } = App.useApp()
  const reach = draft.value
  const isChanged = JSON.stringify(reach) !== JSON.stringify(survey.reach)
  return (
    <>
      <div className="card-head survey-bar">
        <h2>{words.reach}</h2>
        <div>
          {isChanged && <span className="quiet">{words.unsaved}</span>}
          <Button disabled={!draft.canUndo} onClick={draft.undo}>
            {words.undo}
          </Button>
          <LackingButton
            type="primary"
            lacking={isChanged ? [] : say(own.same)}
            loading={act.isPending}
            onClick={() =>
              act.mutate(undefined, { onSuccess: () => void message.success(shell.recorded) })
            }
          >
            {shell.save}
          </LackingButton>
        </div>
      </div>
      {act.error && <ProblemNote error={act.error} />}
    </>
  )
}
