/** Beginning a survey: for which appraisal, with which set of questions, before or after rectification, in which days. */
import { addDays, isDay, type Day } from '@luoshi/domain/kernel/day'
import { isId, type AppraisalId, type MatterId } from '@luoshi/domain/kernel/ids'
import {
  questionnaireTemplates,
  templateKeys,
  type TemplateKey,
} from '@luoshi/domain/surveys/questionnaire-templates'
import type { Questionnaire } from '@luoshi/domain/surveys/questionnaire'
import { surveyStageLabels, surveyStages, type SurveyStage } from '@luoshi/domain/surveys/survey'
import { wording } from '@luoshi/domain/surveys/wording'
import { draftSurvey } from '@luoshi/server/contract/surveys'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { appraisalsQuery } from '../api/lists.ts'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useSay } from '../words/language.ts'
import { useSurveyWords } from './survey-words.ts'
import { MattersField } from './matters-field.tsx'
import { surveyChanges } from './survey-query.ts'

type Draft = Readonly<{
  appraisal: AppraisalId | null
  matters: readonly Readonly<{ id: MatterId; label: string }>[]
  template: TemplateKey | 'own'
  title: string
  stage: SurveyStage
  from: Day | null
  until: Day | null
}>

export function DraftSurvey({
  appraisal,
  onClose,
}: Readonly<{ appraisal?: AppraisalId; onClose: () => void }>) {
  const words = useSurveyWords()
  const { today } = useSession()
  const navigate = useNavigate()
  const [draft, setDraft] = useState<Draft>({
    appraisal: appraisal ?? null,
    matters: [],
    template: 'public',
    title: '',
    stage: 'before',
    from: isDay(today) ? today : null,
    until: isDay(today) ? addDays(today, 30) : null,
  })
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const form = formOf(draft)
  const { from, until } = draft
  const act = useAct(
    (sure: Readonly<{ appraisal: AppraisalId; from: Day; until: Day }>) =>
      ask(draftSurvey, {
        body: {
          ...sure,
          matters: draft.matters.map(({ id }) => id),
          stage: draft.stage,
          form: sendable(form),
        },
      }),
    surveyChanges,
  )
  return (
    <FormDialog
      title={words.draft}
      action={words.begin}
      width={640}
      lacking={lackingOf(
        [words.appraisal, draft.appraisal],
        [words.name, form.title.zh],
        [words.from, from],
        [words.until, until],
      )}
      pending={act.isPending}
      error={act.error}
      onClose={onClose}
      onSubmit={() => {
        if (draft.appraisal === null || from === null || until === null) return
        act.mutate(
          { appraisal: draft.appraisal, from, until },
          {
            onSuccess: ({ id }) => {
              onClose()
              void navigate({ to: '/surveys/$survey', params: { survey: id } })
            },
          },
        )
      }}
    >
      <Fields draft={draft} change={change} isFixed={appraisal !== undefined} />
    </FormDialog>
  )
}

function formOf({ template, title }: Draft): Questionnaire {
  const base: Questionnaire =
    template === 'own'
      ? {
          title: wording(''),
          questions: [
            {
              type: 'scale',
              code: 'overall',
              text: wording('总体评价', 'Overall'),
              scale: 'satisfied3',
              when: null,
            },
          ],
        }
      : questionnaireTemplates[template].form
  return title.trim() === '' ? base : { ...base, title: wording(title.trim()) }
}

/** The contract takes plain lists. */
export function sendable(form: Questionnaire) {
  return {
    title: { ...form.title },
    questions: form.questions.map((question) => {
      const when = question.when && { ...question.when, anyOf: [...question.when.anyOf] }
      switch (question.type) {
        case 'choice':
          return { ...question, when, options: question.options.map((one) => ({ ...one })) }
        case 'matrix':
          return { ...question, when, rows: question.rows.map((one) => ({ ...one })) }
        case 'scale':
        case 'text':
          return { ...question, when }
      }
    }),
  }
}

function Fields({
  draft,
  change,
  isFixed,
}: Readonly<{ draft: Draft; change: (part: Partial<Draft>) => void; isFixed: boolean }>) {
  const words = useSurveyWords()
  const say = useSay()
  const appraisals = useQuery(appraisalsQuery).data ?? []
  const { template } = draft
  return (
    <>
      {!isFixed && (
        <Field label={words.appraisal}>
          {(parts) => (
            <Select
              {...parts}
              value={draft.appraisal}
              onChange={(id) => {
                if (id !== null && isId('appraisal', id)) change({ appraisal: id, matters: [] })
              }}
              options={appraisals
                .filter(({ status }) => status === 'running')
                .map(({ id, title }) => ({ value: id, label: title }))}
            />
          )}
        </Field>
      )}
      <Field
        label={words.template}
        hint={
          template === 'own' ? words.ownTemplateHint : say(questionnaireTemplates[template].source)
        }
      >
        {(parts) => (
          <Select<TemplateKey | 'own'>
            {...parts}
            value={template}
            onChange={(next) => change({ template: next })}
            options={[
              ...templateKeys.map((key) => {
                const { title } = questionnaireTemplates[key].form
                return { value: key, label: say({ zh: title.zh, en: title.en ?? title.zh }) }
              }),
              { value: 'own' as const, label: words.ownTemplate },
            ]}
          />
        )}
      </Field>
      <Field label={words.name} hint={template === 'own' ? words.nameOwn : words.nameHint}>
        {(parts) => (
          <Input
            {...parts}
            value={draft.title}
            placeholder={formOf({ ...draft, title: '' }).title.zh}
            maxLength={200}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      {draft.appraisal !== null && (
        <MattersField
          appraisal={draft.appraisal}
          chosen={draft.matters}
          onChange={(matters) => change({ matters })}
        />
      )}
      <div className="field-row">
        <Field label={words.stage} hint={words.stageHint}>
          {(parts) => (
            <Select
              {...parts}
              value={draft.stage}
              onChange={(stage) => change({ stage })}
              options={surveyStages.map((one) => ({
                value: one,
                label: say(surveyStageLabels[one]),
              }))}
            />
          )}
        </Field>
        <Field label={words.from}>
          {(parts) => (
            <DayInput {...parts} value={draft.from} onChange={(from) => change({ from })} />
          )}
        </Field>
        <Field label={words.until}>
          {(parts) => (
            <DayInput {...parts} value={draft.until} onChange={(until) => change({ until })} />
          )}
        </Field>
      </div>
    </>
  )
}
