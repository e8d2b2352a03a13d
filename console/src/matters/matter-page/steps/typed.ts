/** Reads what was typed as the things the rules speak of. Fields are checked before, so a wrong one is a broken promise. */
import { day, isDay, type Day } from '@luoshi/domain/kernel/day'
import { idOf, type Id, type IdKind } from '@luoshi/domain/kernel/ids'
import { approvingBodies, type Approval } from '@luoshi/domain/people/approval'
import type { PlanDraft } from '@luoshi/domain/plans/plan'
import { listOf, textOf, type FormValues, type KeptFile } from '../next/form-values.ts'

export type Typed = Readonly<{
  text: (name: string) => string
  line: (name: string) => string
  day: (name: string) => Day
  count: (name: string) => number
  id: <Kind extends IdKind>(kind: Kind, name: string) => Id<Kind>
  idOrNull: <Kind extends IdKind>(kind: Kind, name: string) => Id<Kind> | null
  people: (name: string) => string[]
  one: <Value extends string>(of: readonly Value[], name: string) => Value
  approval: () => Approval
  plan: () => ReturnType<typeof planTyped>
  files: KeptFile[]
}>

export function typedOf(values: FormValues): Typed {
  const text = (name: string) => textOf(values, name)
  const line = (name: string) => text(name).trim()
  const one = <Value extends string>(of: readonly Value[], name: string): Value => {
    const found = of.find((value) => value === text(name))
    if (found === undefined) throw new Error(`Field ${name} was not chosen`)
    return found
  }
  return {
    text,
    line,
    one,
    day: (name) => day(text(name)),
    count: (name) => Number(text(name)),
    id: (kind, name) => idOf(kind, text(name)),
    idOrNull: (kind, name) => (text(name) === '' ? null : idOf(kind, text(name))),
    people: (name) => namesIn(listOf(values, name)),
    approval: () => ({
      body: one(approvingBodies, 'approval.body'),
      on: day(text('approval.on')),
      reference: line('approval.reference'),
    }),
    plan: () => planTyped(values),
    files: values.files,
  }
}

/** People are often pasted as one line: 周岚、陈立、何静. */
export function namesIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(/[、，,;；\n]/)).flatMap((name) => name.trim() || [])
}

/** The plan as far as it is written; what is blank is left out, so `missingParts` names it. */
export function planTyped(values: FormValues) {
  const text = (name: string) => textOf(values, `plan.${name}`)
  const dueOn = text('dueOn')
  const person = (name: string) => ({ name: text(`${name}.name`), post: text(`${name}.post`) })
  return {
    analysis: text('analysis'),
    task: text('task'),
    measures: listOf(values, 'plan.measures').filter((measure) => measure.trim() !== ''),
    ...(isDay(dueOn) ? { dueOn } : {}),
    oversees: person('oversees'),
    leads: person('leads'),
    does: person('does'),
  } satisfies PlanDraft
}
