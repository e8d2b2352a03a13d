/** What the changed cells of one line of a sheet would do, for one person: the steps, and the refusals with their words. */
import { explainCellRefusal } from '@luoshi/domain/ledgers/cell-refusals'
import type { CellChange, FileLine } from '@luoshi/domain/ledgers/compare-ledger'
import type { LedgerEntry } from '@luoshi/domain/ledgers/ledger-entry'
import type { Layout, LedgerField } from '@luoshi/domain/ledgers/layouts'
import {
  stepsOfChanges,
  type FileCells,
  type SheetStep,
} from '@luoshi/domain/ledgers/steps-of-changes'
import type { OpenedMatter } from '@luoshi/domain/matters/matter'
import type { Bilingual } from '@luoshi/domain/kernel/explanation'
import { matchUnit } from '@luoshi/domain/people/match-unit'
import type { UnitRow } from '../contract/people.ts'
import { mayGive, type Asked } from '../execute/context.ts'
import { forbidden } from '../execute/refused.ts'
import { answeringUnit } from '../matters/answering-unit.ts'
import type { StepCommand } from '../matters/step-command.ts'

export type PlannedStep = Readonly<{ fields: readonly LedgerField[]; command: StepCommand }>
export type RefusedCell = Readonly<{ field: LedgerField; code: string; words: Bilingual }>
export type Planned = Readonly<{
  steps: readonly PlannedStep[]
  refused: readonly RefusedCell[]
}>

export type LineToPlan = Readonly<{
  matter: OpenedMatter
  entry: LedgerEntry
  changes: readonly CellChange[]
  line: FileLine | undefined
  layout: Layout
}>

export function cellsToSteps(asked: Asked, units: readonly UnitRow[], line: LineToPlan): Planned {
  const { matter, entry, changes } = line
  const found = stepsOfChanges(matter, entry, changes, cellsByField(line))
  const steps: PlannedStep[] = []
  const refused: RefusedCell[] = found.refused.map(({ field, why }) => ({
    field,
    code: why,
    words: explainCellRefusal(why),
  }))
  for (const step of found.steps) {
    const command = commandOf(step, matter, { by: asked.by.name, units })
    const { fields } = step
    const no = command === null ? unknownUnit : noRight(asked, matter, command)
    if (no) refused.push(...fields.map((field) => ({ field, ...no })))
    else if (command) steps.push({ fields, command })
  }
  return { steps, refused }
}

const unknownUnit = { code: 'unit-unknown', words: explainCellRefusal('unit-unknown') } as const

function noRight(asked: Asked, matter: OpenedMatter, { type }: StepCommand) {
  if (mayGive(asked, type, answeringUnit(matter))) return null
  const { code, words } = forbidden().refusal
  return { code, words }
}

function cellsByField({ layout, line }: LineToPlan): FileCells {
  const cells = layout.columns.flatMap(({ field }, at) => {
    const text = line?.cells[at]
    return text === undefined || text === null || field === 'blank'
      ? []
      : [[field, text.trim()] as const]
  })
  return Object.fromEntries(cells)
}

/** Null: the sheet names a unit that is not registered. */
function commandOf(
  step: SheetStep,
  matter: OpenedMatter,
  { by, units }: Readonly<{ by: string; units: readonly UnitRow[] }>,
): StepCommand | null {
  switch (step.type) {
    case 'RedraftMatter': {
      const { title, unitName } = step
      if (unitName === null) return { type: 'RedraftMatter', title, unit: matter.unit }
      if (unitName === '') return { type: 'RedraftMatter', title, unit: null }
      const unit = matchUnit(unitName, units)
      return unit && { type: 'RedraftMatter', title, unit }
    }
    case 'SubmitPlan': {
      const { measures, ...plan } = step.plan
      const own = measures === undefined ? {} : { measures: [...measures] }
      return { type: 'SubmitPlan', plan: { ...plan, ...own }, signedBy: by }
    }
    case 'ReportProgress':
      return { type: 'ReportProgress', text: step.text, evidence: [] }
  }
}
