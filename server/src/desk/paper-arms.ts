/**
 * Which papers and records wait for whom: one arm for each thing to do, found by the state it waits in.
 * Source: issue 3, items 2–10: everybody for whom something waits sees it.
 */
import { appraisalArms } from './appraisal-arms.ts'
import type { Arm } from './paper-arm.ts'
import { planningArms } from './planning-arms.ts'
import { supervisionArms } from './supervision-arms.ts'
import { surveyArms } from './survey-arms.ts'

export const arms: readonly Arm[] = [
  ...supervisionArms,
  ...appraisalArms,
  ...surveyArms,
  ...planningArms,
]
