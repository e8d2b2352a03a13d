/** The plan of a round (四定方案): what is missing is said while one writes; a draft may be kept at any time. */
import { currentRound, type Round } from '@luoshi/domain/matters/matter'
import { missingParts } from '@luoshi/domain/plans/plan'
import { Button } from 'antd'
import { dayOf } from '@luoshi/domain/matters/limit'
import { fullLimitText } from '../../../words/day-text.ts'
import { useLanguage, useWords } from '../../../words/language.ts'
import { DayField } from '../fields/day-field.tsx'
import { TextField } from '../fields/text-fields.tsx'
import { useStepForm } from '../next/form-context.tsx'
import { textOf, withText, type FormValues } from '../next/form-values.ts'
import { planTyped } from '../steps/typed.ts'
import { MeasureList } from './measure-list.tsx'
import { PersonFields } from './person-fields.tsx'
import { NotesOfSheet } from './notes-of-sheet.tsx'
import { PlanChecklist } from './plan-checklist.tsx'
import { withNotes } from './with-notes.ts'

export function PlanField() {
  const { plan: words, next } = useWords().matterPage
  const language = useLanguage()
  const { around, values, change, errors, goTo } = useStepForm()
  const { matter } = around.detail
  const round = currentRound(matter)
  const met = matter.rounds.some(({ meeting }) => meeting !== null)
  const former = matter.rounds.toReversed().find(({ plan }) => plan !== null)
  const text = (name: string) => ({
    name: `plan.${name}`,
    value: textOf(values, `plan.${name}`),
    onChange: (typed: string) => change((before) => withText(before, `plan.${name}`, typed)),
  })
  const missing = missingParts(planTyped(values))
  return (
    <div className="plan-form">
      {!met && (
        <p className="consequence">
          {next.meetingFirst}{' '}
          <Button size="small" onClick={() => goTo('RecordMeeting')}>
            {next.goMeeting}
          </Button>
        </p>
      )}
      <PlanChecklist missing={missing} refused={errors['plan']} />
      <NotesOfSheet
        matter={matter}
        onTake={(noted) => {
          const until = round && dayOf(round.due)
          change((before) => withNotes(before, noted, { from: around.session.today, until }))
        }}
      />
      {former && missing.length > 5 && (
        <Button size="small" onClick={() => change((before) => withPlanOf(before, former))}>
          {words.reuse}
        </Button>
      )}
      <TextField {...text('analysis')} label={words.analysis} hint={words.analysisHint} />
      <TextField {...text('task')} label={words.task} hint={words.taskHint} rows={3} />
      <MeasureList />
      <DayField
        {...text('dueOn')}
        label={words.dueOn}
        min={around.session.today}
        max={round ? (dayOf(round.due) ?? undefined) : undefined}
        hint={round ? words.dueHint(fullLimitText(round.due, language)) : undefined}
      />
      <PersonFields />
    </div>
  )
}

/** The plan of an earlier round as a start; its time limit is over, so that is left to choose. */
function withPlanOf(values: FormValues, { plan }: Round): FormValues {
  if (plan === null) return values
  const { analysis, task, measures, oversees, leads, does } = plan
  return {
    ...values,
    lists: { ...values.lists, 'plan.measures': [...measures] },
    texts: {
      ...values.texts,
      'plan.analysis': analysis,
      'plan.task': task,
      'plan.oversees.name': oversees.name,
      'plan.oversees.post': oversees.post,
      'plan.leads.name': leads.name,
      'plan.leads.post': leads.post,
      'plan.does.name': does.name,
      'plan.does.post': does.post,
    },
  }
}
