/** What a form starts with: the step's own, and the approving body where the county leaves only one. */
import type { Around } from '../around.ts'
import { noValues, type FormValues } from '../next/form-values.ts'
import type { StepSpec } from './step-spec.ts'

export function initialValues(spec: StepSpec, around: Around): FormValues {
  const own = { ...noValues, ...spec.initial?.(around) }
  const approval = spec.fields(around).find((field) => field.kind === 'approval')
  if (!approval || approval.purpose === null || around.policy === null) return own
  const [only, ...others] = around.policy.mayApprove[approval.purpose]
  if (only === undefined || others.length > 0) return own
  return { ...own, texts: { ...own.texts, 'approval.body': only } }
}
