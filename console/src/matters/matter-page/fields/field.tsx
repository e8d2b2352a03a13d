/** One field: its label, the control, a hint and what is wrong with it, tied together for screen readers. */
import type { ReactNode } from 'react'
import { useWords } from '../../../words/language.ts'

export function fieldId(name: string): string {
  return `field-${name}`
}

/** What a control needs to be tied to its label, hint and error. */
export function tied(
  name: string,
  { error, hint }: Readonly<{ error?: string | undefined; hint?: ReactNode }>,
) {
  const notes = [hint ? `${fieldId(name)}-hint` : '', error ? `${fieldId(name)}-error` : '']
  const described = notes.filter((note) => note !== '').join(' ')
  return {
    id: fieldId(name),
    'aria-invalid': error !== undefined,
    ...(described === '' ? {} : { 'aria-describedby': described }),
  }
}

export function Field({
  name,
  label,
  hint,
  error,
  optional = false,
  group = false,
  children,
}: Readonly<{
  name: string
  label: string
  hint?: ReactNode
  error?: string | undefined
  optional?: boolean
  /** Several controls under one label: a fieldset. */
  group?: boolean
  children: ReactNode
}>) {
  const { shell } = useWords()
  const said = (
    <>
      {label}
      {optional && <small>（{shell.optional}）</small>}
    </>
  )
  const rest = (
    <>
      {children}
      {hint && (
        <p className="step-hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p className="step-error" id={`${fieldId(name)}-error`}>
          {error}
        </p>
      )}
    </>
  )
  const look = `step-field${error === undefined ? '' : ' has-error'}`
  if (!group) {
    return (
      <div className={look}>
        <label htmlFor={fieldId(name)}>{said}</label>
        {rest}
      </div>
    )
  }
  return (
    <fieldset className={look}>
      <legend>{said}</legend>
      {rest}
    </fieldset>
  )
}
