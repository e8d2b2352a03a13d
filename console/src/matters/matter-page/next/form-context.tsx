/** What the fields of one open form share. */
import { createContext, use } from 'react'
import type { Around } from '../around.ts'
import type { FieldErrors } from './check-fields.ts'
import type { FormValues } from './form-values.ts'

export type StepForm = Readonly<{
  around: Around
  values: FormValues
  change: (next: (values: FormValues) => FormValues) => void
  errors: FieldErrors
  /** Files still on their way: the form waits for them. */
  uploading: (more: 1 | -1) => void
  /** Opens the form of another step instead; the draft of this one is kept. */
  goTo: (step: 'RecordMeeting') => void
}>

export const StepFormContext = createContext<StepForm | null>(null)

export function useStepForm(): StepForm {
  const form = use(StepFormContext)
  if (form === null) throw new Error('A field outside the form of a step')
  return form
}
