/** Every step has a form; a step without one does not compile. */
import type { MatterStep } from '@luoshi/server/contract/matter-steps'
import { assignSpecs } from './assign-specs.ts'
import { leaveSpecs } from './leave-specs.ts'
import { rectifySpecs } from './rectify-specs.ts'
import type { StepSpec } from './step-spec.ts'

export const stepSpecs: Readonly<Record<MatterStep, StepSpec>> = {
  ...assignSpecs,
  ...rectifySpecs,
  ...leaveSpecs,
}
