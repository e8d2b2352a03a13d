/** One field of a form: its name, the control, a hint, and what is wrong with it, tied together for screen readers. */
import { useId, type ReactNode } from 'react'

export type FieldParts = Readonly<{
  id: string
  'aria-describedby': string
  'aria-invalid': boolean
}>

export function Field({
  label,
  hint,
  fault,
  children,
}: Readonly<{
  label: string
  hint?: string | undefined
  fault?: string | null | undefined
  /** Gives the control its id and description: `{(parts) => <Input {...parts} … />}`. */
  children: (parts: FieldParts) => ReactNode
}>) {
  const id = useId()
  const about = `${id}-about`
  const isFaulty = fault !== null && fault !== undefined && fault !== ''
  return (
    <div className={isFaulty ? 'field is-faulty' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': about, 'aria-invalid': isFaulty })}
      <p id={about} className={isFaulty ? 'field-fault' : 'field-hint'}>
        {isFaulty ? fault : hint}
      </p>
    </div>
  )
}
