/** The form of a plan with what a sheet says filled into whatever is still empty; a day outside the limit is left to choose. */
import type { Day } from '@luoshi/domain/kernel/day'
import { draftOfNotes, type PlanNotes } from '@luoshi/domain/plans/plan-notes'
import { listOf, textOf, type FormValues } from '../next/form-values.ts'

export function withNotes(
  values: FormValues,
  noted: PlanNotes,
  { from, until }: Readonly<{ from: Day; until: Day | null }>,
): FormValues {
  const { analysis, task, measures, dueOn, oversees, leads, does } = draftOfNotes(noted)
  const fits = dueOn !== undefined && dueOn >= from && (until === null || dueOn <= until)
  const told = Object.entries({
    'plan.analysis': analysis,
    'plan.task': task,
    'plan.dueOn': fits ? dueOn : undefined,
    'plan.oversees.name': oversees?.name,
    'plan.oversees.post': oversees?.post,
    'plan.leads.name': leads?.name,
    'plan.leads.post': leads?.post,
    'plan.does.name': does?.name,
    'plan.does.post': does?.post,
  }).flatMap(([name, text]) =>
    text === undefined || textOf(values, name).trim() !== '' ? [] : [[name, text] as const],
  )
  const written = listOf(values, 'plan.measures').some((one) => one.trim() !== '')
  return {
    ...values,
    texts: { ...values.texts, ...Object.fromEntries(told) },
    lists:
      written || measures === undefined
        ? values.lists
        : { ...values.lists, 'plan.measures': [...measures] },
  }
}
