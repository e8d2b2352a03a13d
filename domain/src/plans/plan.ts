/**
 * A rectification plan for one matter, and the test whether it is complete: the four fixed things (四定) and the
 * three people (管、抓、做) must all be there, or it cannot be submitted.
 *
 * Source: seed map S03 (定时间、定任务、定措施、定人员), S04 (有人管、有人抓、有人做), S02 (each opinion analysed).
 */
import type { Day } from '../kernel/day.ts'

/** One named person: never a unit, never "有关人员". */
export type Person = Readonly<{ name: string; post: string }>

export type Plan = Readonly<{
  /** Why the problem arose (逐条分析). */
  analysis: string
  /** 定任务: what will be different afterwards. */
  task: string
  /** 定措施: one or more steps. */
  measures: readonly string[]
  /** 定时间: the day by which it is done. */
  dueOn: Day
  /** 定人员: who oversees, leads, does. */
  oversees: Person
  leads: Person
  does: Person
}>

/** A plan while it is being written: anything may still be missing. */
export type PlanDraft = Readonly<{
  analysis?: string | undefined
  task?: string | undefined
  measures?: readonly string[] | undefined
  dueOn?: Day | undefined
  oversees?: Person | undefined
  leads?: Person | undefined
  does?: Person | undefined
}>

export const planParts = [
  'time',
  'task',
  'measure',
  'oversees',
  'leads',
  'does',
  'analysis',
] as const

export type PlanPart = (typeof planParts)[number]

export const planPartLabels: Readonly<Record<PlanPart, Readonly<{ zh: string; en: string }>>> = {
  time: { zh: '定时间（完成时限）', en: 'time (done by)' },
  task: { zh: '定任务（整改任务）', en: 'task' },
  measure: { zh: '定措施（整改措施）', en: 'measure' },
  oversees: { zh: '定人员·谁来管', en: 'who oversees' },
  leads: { zh: '定人员·谁来抓', en: 'who leads' },
  does: { zh: '定人员·谁来做', en: 'who does it' },
  analysis: { zh: '原因分析', en: 'analysis of the cause' },
}

const isSaid = (text: string | undefined): text is string =>
  text !== undefined && text.trim() !== ''
const isNamed = (person: Person | undefined): person is Person =>
  person !== undefined && isSaid(person.name) && isSaid(person.post)

/** The parts a draft still lacks, in the order the form shows them. Empty when it is complete. */
export function missingParts(draft: PlanDraft): readonly PlanPart[] {
  const present: Readonly<Record<PlanPart, boolean>> = {
    time: draft.dueOn !== undefined,
    task: isSaid(draft.task),
    measure: draft.measures?.some(isSaid) ?? false,
    oversees: isNamed(draft.oversees),
    leads: isNamed(draft.leads),
    does: isNamed(draft.does),
    analysis: isSaid(draft.analysis),
  }
  return planParts.filter((part) => !present[part])
}

/** The whole plan when nothing is missing, else null. */
export function completePlan(draft: PlanDraft): Plan | null {
  const { analysis, task, measures, dueOn, oversees, leads, does } = draft
  if (!isSaid(analysis) || !isSaid(task) || measures === undefined || dueOn === undefined)
    return null
  if (!isNamed(oversees) || !isNamed(leads) || !isNamed(does)) return null
  const steps = measures.filter(isSaid)
  return steps.length === 0
    ? null
    : { analysis, task, measures: steps, dueOn, oversees, leads, does }
}
