/**
 * What the changed cells of one line may do: a sheet can change no more than a person can by a step, so every change is
 * turned into the ordinary step that means the same, or is told why there is none and where the way is.
 *
 * Source: seed map S03 (the plan is complete or is not submitted), S07 (nothing can vanish); domain.md §9.1 (states).
 */
import { isDay } from '../kernel/day.ts'
import { stepNeeds } from '../matters/steps.ts'
import type { OpenedMatter } from '../matters/matter.ts'
import type { Person, PlanDraft } from '../plans/plan.ts'
import { doer, measuresIn, personIn } from '../plans/plan-words.ts'
import type { CellChange } from './compare-ledger.ts'
import type { LedgerField } from './layouts.ts'
import type { LedgerEntry } from './ledger-entry.ts'
import type { CellRefusal } from './cell-refusals.ts'

export type SheetStep = Readonly<{ fields: readonly LedgerField[] }> &
  (
    | Readonly<{ type: 'RedraftMatter'; title: string; unitName: string | null }>
    | Readonly<{ type: 'SubmitPlan'; plan: PlanDraft }>
    | Readonly<{ type: 'ReportProgress'; text: string }>
  )

export type SheetSteps = Readonly<{
  steps: readonly SheetStep[]
  refused: readonly Readonly<{ field: LedgerField; why: CellRefusal }>[]
}>

/** Cells of the line as the file has them, by field; a field that the form does not show is absent. */
export type FileCells = Partial<Readonly<Record<LedgerField, string>>>

const ofPlan: readonly LedgerField[] = [
  'cause',
  'goal',
  'measures',
  'oversees',
  'leads',
  'section',
  'does',
  'due',
]

/** `entry`: the line as the ledger has it now. `changes`: those that a person has chosen. */
export function stepsOfChanges(
  matter: OpenedMatter,
  entry: LedgerEntry,
  changes: readonly CellChange[],
  cells: FileCells,
): SheetSteps {
  const steps: SheetStep[] = []
  const refused: { field: LedgerField; why: CellRefusal }[] = []
  const refuse = (field: LedgerField, why: CellRefusal) => refused.push({ field, why })
  const drafts = changes.filter(({ field }) => field === 'title' || field === 'unit')
  const redraft = redraftOf(matter, drafts)
  if (redraft) steps.push(redraft)
  else for (const { field } of drafts) refuse(field, whyNotDrafted(field))
  const planned = changes.filter(({ field }) => ofPlan.includes(field))
  if (planned.length > 0) {
    if (stepNeeds.SubmitPlan.includes(matter.status))
      steps.push(planOf(matter, entry, planned, cells))
    else
      for (const { field } of planned)
        refuse(field, field === 'due' ? 'due-by-extension' : 'plan-stands')
  }
  for (const change of changes) {
    const { field } = change
    if (drafts.includes(change) || planned.includes(change)) continue
    if (field !== 'progress') {
      refuse(field, ownStep[field] ?? 'not-kept')
      continue
    }
    const text = addedProgress(change)
    if (text === null) refuse(field, 'progress-only-grows')
    else steps.push({ type: 'ReportProgress', fields: ['progress'], text })
  }
  return { steps, refused }
}

function redraftOf(matter: OpenedMatter, changes: readonly CellChange[]): SheetStep | null {
  if (changes.length === 0 || !stepNeeds.RedraftMatter.includes(matter.status)) return null
  const title = changes.find(({ field }) => field === 'title')?.file ?? matter.title
  const unit = changes.find(({ field }) => field === 'unit')?.file ?? null
  return {
    type: 'RedraftMatter',
    fields: changes.map(({ field }) => field),
    title,
    unitName: unit,
  }
}

function whyNotDrafted(field: LedgerField): CellRefusal {
  return field === 'unit' ? 'unit-by-step' : 'title-approved'
}

/** All of the plan as the line has it now, with the cells that were chosen; what is missing the plan's own rule tells. */
function planOf(
  matter: OpenedMatter,
  entry: LedgerEntry,
  changes: readonly CellChange[],
  cells: FileCells,
): SheetStep {
  const taken = new Map(changes.map(({ field, file }) => [field, file]))
  const said = (field: keyof LedgerEntry & LedgerField) => {
    const now = entry[field]
    return taken.get(field) ?? (now === null ? '' : String(now))
  }
  const due = taken.get('due') ?? cells.due ?? ''
  const stands = matter.rounds.at(-1)?.due
  const stood = stands !== undefined && isDay(stands) ? stands : undefined
  const dueOn = isDay(due) ? due : stood
  const plan: PlanDraft = {
    analysis: said('cause'),
    task: said('goal'),
    measures: measuresIn(said('measures')),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...personPart('oversees', personIn(said('oversees'))),
    ...personPart('leads', personIn(said('leads'))),
    ...personPart('does', doer(said('does'), said('section'))),
  }
  return { type: 'SubmitPlan', fields: changes.map(({ field }) => field), plan }
}

function personPart(key: 'oversees' | 'leads' | 'does', person: Person | null): PlanDraft {
  return person ? { [key]: person } : {}
}

/** What was added at the end; null when something that was reported has been changed or taken away. */
function addedProgress({ was, file, ledger }: CellChange): string | null {
  const base = [ledger, was].find((one) => file.startsWith(one))
  const added = base === undefined ? '' : file.slice(base.length).trim()
  return added === '' ? null : added
}

/** Fields that only a step of their own can change. */
const ownStep: Partial<Readonly<Record<LedgerField, CellRefusal>>> = {
  number: 'numbered-once',
  opinion: 'words-as-raised',
  source: 'words-as-raised',
  category: 'words-as-raised',
  resultClass: 'result-by-report',
  evidence: 'evidence-by-file',
  review: 'by-verification',
  satisfaction: 'by-verdict',
  closedOn: 'by-closure',
  status: 'by-its-steps',
  round: 'by-its-steps',
}
