/** Whom it asks, by which ways, in which days: set while it is a draft; afterwards with its links and posters. */
import type { Reach } from '@luoshi/domain/surveys/reach'
import { setSurveyReach } from '@luoshi/server/contract/surveys'
import { App, Button } from 'antd'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { HeldForm } from '../ui/held-form.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { EmptyNote } from '../ui/empty-note.tsx'
import { Field } from '../ui/field.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWords } from '../words/language.ts'
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

type Saving = Readonly<{ onSaved: () => void }>

function Setting({ survey, onSaved }: SurveyTabProps & Saving) {
  const words = useSurveyWords()
  const draft = useUndoable<Reach>(survey.reach)
  const { value: reach, set } = draft
  const add = () => set(withNewPopulation(reach, '', words.all))
  return (
    <>
      <section className="card" aria-label={words.reach}>
        <Head survey={survey} draft={draft} onSaved={onSaved} />
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
    </>
  )
}

function Head({
  survey,
  draft,
  onSaved,
}: SurveyTabProps & Saving & Readonly<{ draft: ReturnType<typeof useUndoable<Reach>> }>) {
  const words = useSurveyWords()
  const { shell } = useWords()
  const { message } = App.useApp()
  const reach = draft.value
  const isChanged = JSON.stringify(reach) !== JSON.stringify(survey.reach)
  const act = useAct(async () => {
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
  return (
    <>
      <div className="card-head survey-bar">
        <h2>{words.reach}</h2>
        <div>
          {isChanged && <span className="quiet">{words.unsaved}</span>}
          <Button disabled={!draft.canUndo} onClick={draft.undo}>
            {words.undo}
          </Button>
          <Button
            type="primary"
            disabled={!isChanged}
            loading={act.isPending}
            onClick={() =>
              act.mutate(undefined, { onSuccess: () => void message.success(shell.recorded) })
            }
          >
            {shell.save}
          </Button>
        </div>
      </div>
      {act.error && <ProblemNote error={act.error} />}
    </>
  )
}
