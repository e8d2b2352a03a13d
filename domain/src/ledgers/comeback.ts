/**
 * An exported ledger that came back: the file as it was, and what became of its changes, as often as some were applied.
 * What is applied is on record at each matter by its own step; here is only which cells led to it, and which did not.
 */
import type { Day } from '../kernel/day.ts'
import type { MatterId, UnitId } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import type { LedgerField } from './layouts.ts'

export type CellOutcome = Readonly<{
  matter: MatterId
  fields: readonly LedgerField[]
  /** The step that was taken, or the code of the refusal. */
  outcome: 'applied' | 'refused'
  by: string
}>

export type Application = Readonly<{
  on: Day
  cells: readonly CellOutcome[]
  /** Changes that nobody chose. */
  left: number
}>

type Back = Readonly<{
  fileName: string
  sha256: string
  size: number
  on: Day
  /** Whose people brought it; null: the committee's. */
  unit: UnitId | null
  applications: readonly Application[]
}>

export type Comeback = ByStatus<{ none: Nothing; back: Back; applied: Back }>

export type ComebackEvent = ByType<{
  LedgerCameBack: {
    sha256: string
    size: number
    unit: UnitId | null
    on: Day
    words: Words<{ fileName: string }>
  }
  SheetApplied: Application
}>

/**
 * Rule: what somebody applied goes on record whatever a colleague applied of the same sheet in the same moment: at the
 * matters it has happened already.
 */
export function isAppliedBeside(since: readonly ComebackEvent[]): boolean {
  return since.every(({ type }) => type === 'SheetApplied')
}

export const noComeback: Comeback = { status: 'none' }

export function evolveComeback(before: Comeback, event: ComebackEvent): Comeback {
  if (event.type === 'LedgerCameBack') {
    const { sha256, size, unit, on, words } = event
    const fileName = words?.fileName ?? erasedText
    return { status: 'back', fileName, sha256, size, unit, on, applications: [] }
  }
  if (before.status === 'none') throw new Error('SheetApplied before LedgerCameBack')
  const { on, cells, left } = event
  return {
    ...before,
    status: 'applied',
    applications: [...before.applications, { on, cells, left }],
  }
}
