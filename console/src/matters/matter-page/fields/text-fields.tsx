/** A line, and a text that grows with what is written. */
import type { Ref } from 'react'
import { Field, tied } from './field.tsx'

type Props = Readonly<{
  name: string
  label: string
  value: string
  onChange: (text: string) => void
  hint?: string | undefined
  error?: string | undefined
  optional?: boolean
}>

export function LineField({ name, label, value, onChange, hint, error, optional = false }: Props) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      <input
        {...tied(name, { error, hint })}
        className="control"
        value={value}
        maxLength={500}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}

export function TextField({
  name,
  label,
  value,
  onChange,
  hint,
  error,
  optional = false,
  rows = 4,
  textRef,
}: Props & Readonly<{ rows?: number; textRef?: Ref<HTMLTextAreaElement> }>) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      <textarea
        {...tied(name, { error, hint })}
        {...(textRef === undefined ? {} : { ref: textRef })}
        className="control"
        value={value}
        rows={Math.min(14, Math.max(rows, value.split('\n').length + 1))}
        maxLength={20_000}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}
