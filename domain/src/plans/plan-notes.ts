/**
 * What the sheet that brought a matter in says of its rectification: measures, time limit, people. It is no plan: nobody
 * has answered for it. It travels with the matter as it was written, is shown to those who handle it, and may be taken
 * over into the form of the plan, which the reporting official submits as ever (四定, in person).
 *
 * Source: seed map S03 (the plan is complete or is not submitted), S05 (亲自负责), S25 (no double entry).
 */
import type { Day } from '../kernel/day.ts'
import type { PlanDraft } from './plan.ts'
import { doer, measuresIn, personIn } from './plan-words.ts'

export type PlanNotes = Readonly<{
  analysis?: string | undefined
  task?: string | undefined
  measures?: string | undefined
  /** The time limit as it was written: 6月底 as well as a day. */
  due?: string | undefined
  /** The day that can be read in it. */
  dueOn?: Day | undefined
  oversees?: string | undefined
  leads?: string | undefined
  does?: string | undefined
  /** The section of the one who does it. */
  section?: string | undefined
}>

/** The notes as a plan to go on from; whatever they lack stays missing. */
export function draftOfNotes(notes: PlanNotes): PlanDraft {
  const { analysis, task, measures, dueOn } = notes
  const oversees = personIn(notes.oversees ?? '')
  const leads = personIn(notes.leads ?? '')
  const does = doer(notes.does ?? '', notes.section ?? '')
  return {
    ...(analysis === undefined ? {} : { analysis }),
    ...(task === undefined ? {} : { task }),
    ...(measures === undefined ? {} : { measures: measuresIn(measures) }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(oversees && { oversees }),
    ...(leads && { leads }),
    ...(does && { does }),
  }
}
