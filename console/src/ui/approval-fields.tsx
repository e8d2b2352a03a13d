/** Which body approved it, when, and under which number: every act that a body decides carries these three. */
import type { Day } from '@luoshi/domain/kernel/day'
import {
  approvingBodies,
  approvingBodyLabels,
  type ApprovingBody,
} from '@luoshi/domain/people/approval'
import { Input, Select } from 'antd'
import { useSay, useWords } from '../words/language.ts'
import type { ApprovalDraft } from './approval-draft.ts'
import { DayInput } from './day-input.tsx'
import { Field } from './field.tsx'

export function ApprovalFields({
  value,
  onChange,
  today,
  bodies = approvingBodies,
}: Readonly<{
  value: ApprovalDraft
  onChange: (next: ApprovalDraft) => void
  today: Day
  bodies?: readonly ApprovingBody[]
}>) {
  const { matters } = useWords()
  const say = useSay()
  return (
    <div className="field-row">
      <Field label={matters.bulk.body}>
        {(parts) => (
          <Select
            {...parts}
            value={value.body}
            onChange={(body) => onChange({ ...value, body })}
            options={bodies.map((body) => ({ value: body, label: say(approvingBodyLabels[body]) }))}
          />
        )}
      </Field>
      <Field label={matters.bulk.on}>
        {(parts) => (
          <DayInput
            {...parts}
            max={today}
            value={value.on}
            onChange={(on) => onChange({ ...value, on })}
          />
        )}
      </Field>
      <Field label={matters.bulk.reference} hint={matters.bulk.referenceHint}>
        {(parts) => (
          <Input
            {...parts}
            value={value.reference}
            onChange={(event) => onChange({ ...value, reference: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}
