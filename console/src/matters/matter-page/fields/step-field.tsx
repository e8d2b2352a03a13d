/** The control for each kind of field. */
import { useWords } from '../../../words/language.ts'
import { JudgementField } from '../judge/judgement-field.tsx'
import { useStepForm } from '../next/form-context.tsx'
import { textOf, withText } from '../next/form-values.ts'
import { PlanField } from '../plan/plan-field.tsx'
import type { FieldSpec } from '../steps/step-spec.ts'
import { ApprovalField } from './approval-field.tsx'
import { ChoiceField } from './choice-field.tsx'
import { DayField } from './day-field.tsx'
import { FilesField } from './files-field.tsx'
import { MatterField } from './matter-field.tsx'
import { PeopleField } from './people-field.tsx'
import { OfficialField, UnitField } from './responsible-fields.tsx'
import { SessionChoice } from './session-choice.tsx'
import { LineField, TextField } from './text-fields.tsx'

export function StepField({ field }: Readonly<{ field: FieldSpec }>) {
  const { matterPage } = useWords()
  const { values, change, errors } = useStepForm()
  if (field.kind === 'approval') return <ApprovalField field={field} />
  if (field.kind === 'plan') return <PlanField />
  if (field.kind === 'judgement') return <JudgementField />
  const { name, hint, optional = false } = field
  const label = matterPage.fields[field.words]
  const shared = {
    name,
    label,
    optional,
    error: errors[name],
    hint: hint === undefined ? undefined : matterPage.fields[hint],
    value: textOf(values, name),
    onChange: (text: string) => change((before) => withText(before, name, text)),
  }
  switch (field.kind) {
    case 'line':
      return <LineField {...shared} />
    case 'session':
      return <SessionChoice {...shared} />
    case 'text':
      return <TextField {...shared} />
    case 'day':
      return <DayField {...shared} min={field.min} max={field.max} />
    case 'choice':
      return <ChoiceField {...shared} choices={field.choices} />
    case 'people':
      return <PeopleField name={name} label={label} />
    case 'unit':
      return <UnitField field={field} />
    case 'official':
      return <OfficialField name={name} label={label} />
    case 'matter':
      return <MatterField name={name} label={label} />
    case 'files':
      return <FilesField name={name} label={label} optional={optional} />
  }
}
