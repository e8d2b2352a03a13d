/** Which body approved, on which day, by which session or document; only bodies that may, when the rules are known. */
import { approvingBodies, approvingBodyLabels } from '@luoshi/domain/people/approval'
import { useWords } from '../../../words/language.ts'
import { useStepForm } from '../next/form-context.tsx'
import { textOf, withText } from '../next/form-values.ts'
import { choicesOf } from '../steps/choices.ts'
import type { FieldSpec } from '../steps/step-spec.ts'
import { ChoiceField } from './choice-field.tsx'
import { DayField } from './day-field.tsx'
import { LineField } from './text-fields.tsx'

export function ApprovalField({
  field,
}: Readonly<{ field: Extract<FieldSpec, { kind: 'approval' }> }>) {
  const { form } = useWords().matterPage
  const { around, values, change, errors } = useStepForm()
  const { policy, session } = around
  const bodies =
    policy === null || field.purpose === null ? approvingBodies : policy.mayApprove[field.purpose]
  const set = (name: string) => (text: string) => change((before) => withText(before, name, text))
  return (
    <section className="field-group" aria-label={form.approval}>
      <h3>{form.approval}</h3>
      <ChoiceField
        name="approval.body"
        label={form.body}
        value={textOf(values, 'approval.body')}
        choices={choicesOf(bodies, approvingBodyLabels)}
        onChange={set('approval.body')}
        error={errors['approval.body']}
      />
      <DayField
        name="approval.on"
        label={form.on}
        value={textOf(values, 'approval.on')}
        max={session.today}
        onChange={set('approval.on')}
        error={errors['approval.on']}
      />
      <LineField
        name="approval.reference"
        label={form.reference}
        hint={form.referenceHint}
        value={textOf(values, 'approval.reference')}
        onChange={set('approval.reference')}
        error={errors['approval.reference']}
      />
    </section>
  )
}
