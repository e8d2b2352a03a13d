/** Editors of time: a limit, a lead before the meeting, an extension, a plain number of days or rounds. */
import type { Lead } from '@luoshi/domain/calendar/before-meeting'
import {
  deadlineStarts,
  deadlineUnits,
  mostUnits,
  startLabels,
  type Deadline,
} from '@luoshi/domain/calendar/deadline'
import { approvingBodies, approvingBodyLabels } from '@luoshi/domain/people/approval'
import type { Extension } from '@luoshi/domain/rule-books/rule-book'
import { InputNumber, Select } from 'antd'
import { Field } from '../../ui/field.tsx'
import { useSay, useWords } from '../../words/language.ts'
import { ManyEditor } from './many-editor.tsx'

type Editing<Value> = Readonly<{ value: Value; onChange: (next: Value) => void }>

export function DeadlineEditor({ value, onChange }: Editing<Deadline>) {
  const { ruleBooks: words } = useWords()
  const say = useSay()
  return (
    <div className="field-row">
      <Field label={words.from}>
        {(parts) => (
          <Select
            {...parts}
            value={value.from}
            onChange={(from) => onChange({ ...value, from })}
            options={deadlineStarts.map((one) => ({ value: one, label: say(startLabels[one]) }))}
          />
        )}
      </Field>
      <NumberEditor
        min={1}
        max={mostUnits}
        value={value.count}
        onChange={(count) => onChange({ ...value, count })}
      />
      <Field label={words.unit}>
        {(parts) => (
          <Select
            {...parts}
            value={value.unit}
            onChange={(unit) => onChange({ ...value, unit })}
            options={deadlineUnits.map((one) => ({ value: one, label: words.units[one] }))}
          />
        )}
      </Field>
    </div>
  )
}

export function LeadEditor({ value, onChange }: Editing<Lead>) {
  const { ruleBooks: words } = useWords()
  return (
    <div className="field-row">
      <NumberEditor
        min={1}
        max={mostUnits}
        value={value.count}
        onChange={(count) => onChange({ ...value, count })}
      />
      <Field label={words.unit}>
        {(parts) => (
          <Select
            {...parts}
            value={value.unit}
            onChange={(unit) => onChange({ ...value, unit })}
            options={(['day', 'month'] as const).map((one) => ({
              value: one,
              label: words.units[one],
            }))}
          />
        )}
      </Field>
    </div>
  )
}

export function ExtensionEditor({ value, onChange }: Editing<Extension>) {
  const { ruleBooks: words } = useWords()
  return (
    <>
      <NumberEditor
        label={words.maxTimes}
        min={0}
        max={99}
        value={value.maxTimes}
        onChange={(maxTimes) => onChange({ ...value, maxTimes })}
      />
      <LeadEditor value={value.cap} onChange={(cap) => onChange({ ...value, cap })} />
      <p className="editor-label">{words.approvers}</p>
      <ManyEditor
        value={value.approvers}
        onChange={(approvers) => onChange({ ...value, approvers })}
        options={approvingBodies}
        labels={approvingBodyLabels}
      />
    </>
  )
}

export function NumberEditor({
  value,
  onChange,
  min,
  max,
  label,
}: Editing<number> & Readonly<{ min: number; max: number; label?: string }>) {
  const { ruleBooks: words } = useWords()
  return (
    <Field label={label ?? words.number}>
      {(parts) => (
        <InputNumber
          {...parts}
          min={min}
          max={max}
          precision={0}
          value={value}
          onChange={(next) => next !== null && onChange(next)}
        />
      )}
    </Field>
  )
}
