/** A sheet that came back, as its page shows it: every changed cell, and what taking it would do for this person. */
import { explainCellRefusal } from '@luoshi/domain/ledgers/cell-refusals'
import type { CellChange } from '@luoshi/domain/ledgers/compare-ledger'
import { accept } from '@luoshi/domain/kernel/result'
import type { MatterId } from '@luoshi/domain/kernel/ids'
import type { ComebackDetail, ShownCell } from '../contract/comebacks.ts'
import type { Asked, Outcome, World } from '../execute/context.ts'
import { isOpened, loadMatter } from '../execute/load.ts'
import { readUnits } from '../people/list-people.ts'
import { cellsToSteps } from './cells-to-steps.ts'
import { findComeback, type ComebackId, type FoundComeback } from './come-back.ts'

export async function showComeback(
  world: World,
  asked: Asked & Readonly<{ id: ComebackId }>,
): Outcome<ComebackDetail> {
  const found = await findComeback(world, asked)
  if (!found.ok) return found
  const { id, version, state, compared } = found.value
  const { comparison } = compared
  const show = shower(world, asked, found.value)
  const [changed, conflicts] = await Promise.all([
    Promise.all(comparison.changed.map(show)),
    Promise.all(comparison.conflicts.map(async (one) => ({ ...(await show(one)), why: one.why }))),
  ])
  return accept({
    id,
    version,
    fileName: state.fileName,
    on: state.on,
    columns: compared.columns,
    new: comparison.new.map(({ row, cells }) => ({ row, cells: { ...cells } })),
    changed,
    conflicts,
    removed: [...comparison.removed],
    unchanged: comparison.unchanged,
    applications: state.applications,
  })
}

type Line = Readonly<{
  row: number
  matter: MatterId
  number: number
  changes: readonly CellChange[]
}>

function shower(world: World, asked: Asked, { compared }: FoundComeback) {
  const units = readUnits(world, asked.by)
  return async ({ row, matter, number, changes }: Line) => {
    const { state } = await loadMatter(world.db, asked.by.congress, matter)
    const entry = compared.now.get(matter)
    const title = entry?.title ?? ''
    if (!entry || !isOpened(state)) {
      const words = explainCellRefusal('by-its-steps')
      const cells = changes.map((change): ShownCell => ({ ...change, step: null, refusal: words }))
      return { row, matter, number, title, cells }
    }
    const line = compared.lines.get(row)
    const layout = compared.layout
    const toPlan = { matter: state, entry, changes, line, layout }
    const planned = cellsToSteps(asked, await units, toPlan)
    const cells = changes.map((change): ShownCell => {
      const step = planned.steps.find(({ fields }) => fields.includes(change.field))
      const no = planned.refused.find(({ field }) => field === change.field)
      return { ...change, step: step?.command.type ?? null, refusal: no?.words ?? null }
    })
    return { row, matter, number, title, cells }
  }
}
