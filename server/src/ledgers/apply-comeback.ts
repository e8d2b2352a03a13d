/**
 * Applies the chosen changes of a sheet that came back. Each line is decided by itself: what is refused there holds up
 * no other line, and is told with its reason; nothing is applied that the person has not seen as it stands now.
 */
import { explainCellRefusal } from '@luoshi/domain/ledgers/cell-refusals'
import type { CellChange } from '@luoshi/domain/ledgers/compare-ledger'
import { isAppliedBeside, type CellOutcome } from '@luoshi/domain/ledgers/comeback'
import type { Bilingual } from '@luoshi/domain/kernel/explanation'
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { UnitRow } from '../contract/people.ts'
import { todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { isOpened, loadMatter } from '../execute/load.ts'
import { takeRecordStep } from '../execute/record.ts'
import { takeStep } from '../matters/take-step.ts'
import { readUnits } from '../people/list-people.ts'
import { cellsToSteps } from './cells-to-steps.ts'
import { comebackKind } from './comeback-kind.ts'
import { findComeback, type ComebackId, type FoundComeback } from './come-back.ts'

/** A cell that a person takes from the sheet, and what they saw the ledger say there. */
/** `field`: as it was sent; one that no cell of the sheet has chooses nothing. */
export type Chosen = Readonly<{ matter: MatterId; field: string; ledger: string }>

export type AppliedCell = CellOutcome & Readonly<{ number: number; words: Bilingual | null }>

export type Applied = Readonly<{ cells: AppliedCell[]; left: number }>

type ApplyAsked = Asked & Readonly<{ id: ComebackId; chosen: readonly Chosen[] }>

export async function applyComeback(world: World, asked: ApplyAsked): Outcome<Applied> {
  const found = await findComeback(world, asked)
  if (!found.ok) return found
  const { comparison } = found.value.compared
  const units = await readUnits(world, asked.by)
  const lines = [...comparison.changed, ...comparison.conflicts.filter(({ why }) => why === 'both')]
  const cells: AppliedCell[] = []
  let offered = 0
  for (const line of lines) {
    offered += line.changes.length
    const own = asked.chosen.filter(({ matter }) => matter === line.matter)
    if (own.length > 0)
      cells.push(...(await applyLine(world, asked, found.value, { line, own, units })))
  }
  const left = offered - cells.reduce((sum, { fields }) => sum + fields.length, 0)
  const kept = await report(world, asked, found.value, { cells, left })
  return kept.ok ? accept({ cells, left }) : kept
}

type Line = FoundComeback['compared']['comparison']['changed'][number]
type OnLine = Readonly<{ line: Line; own: readonly Chosen[]; units: readonly UnitRow[] }>

async function applyLine(
  world: World,
  asked: ApplyAsked,
  { compared }: FoundComeback,
  { line, own, units }: OnLine,
): Promise<readonly AppliedCell[]> {
  const { matter, number } = line
  const told = { matter, number }
  const [stale, changes] = splitBySight(line.changes, own)
  const since = explainCellRefusal('changed-since')
  const done: AppliedCell[] = stale.map(({ field }) => ({
    ...told,
    fields: [field],
    outcome: 'refused',
    by: 'changed-since',
    words: since,
  }))
  const loaded = await loadMatter(world.db, asked.by.congress, matter)
  const entry = compared.now.get(matter)
  if (changes.length === 0 || !entry || !isOpened(loaded.state)) return done
  const planned = cellsToSteps(asked, units, {
    matter: loaded.state,
    entry,
    changes,
    line: compared.lines.get(line.row),
    layout: compared.layout,
  })
  for (const { field, code, words } of planned.refused)
    done.push({ ...told, fields: [field], outcome: 'refused', by: code, words })
  let { version } = loaded
  for (const { fields, command } of planned.steps) {
    const key = asked.key === undefined ? undefined : `${asked.key}/${matter}/${command.type}`
    const result = await takeStep(world, { by: asked.by, key, matter, version, command })
    if (result.ok) {
      version = result.value.version
      done.push({ ...told, fields, outcome: 'applied', by: command.type, words: null })
    } else {
      const { code, words } = result.refusal
      done.push({ ...told, fields, outcome: 'refused', by: code, words })
    }
  }
  return done
}

/** What the ledger says now must be what the person saw when they chose. */
function splitBySight(changes: readonly CellChange[], own: readonly Chosen[]) {
  const chosen = changes.flatMap((change) => {
    const seen = own.find(({ field }) => field === change.field)
    return seen ? [{ change, isFresh: seen.ledger === change.ledger }] : []
  })
  const stale = chosen.filter(({ isFresh }) => !isFresh).map(({ change }) => change)
  return [stale, chosen.filter(({ isFresh }) => isFresh).map(({ change }) => change)] as const
}

function report(world: World, asked: ApplyAsked, found: FoundComeback, { cells, left }: Applied) {
  const facts = cells.map(({ matter, fields, outcome, by }) => ({ matter, fields, outcome, by }))
  return takeRecordStep(world, comebackKind, {
    by: asked.by,
    key: asked.key,
    command: 'BringLedgerBack',
    id: found.id,
    version: found.version,
    isBeside: isAppliedBeside,
    unitOf: () => asked.by.unit,
    decide: () => accept([{ type: 'SheetApplied', on: todayOf(world), cells: facts, left }]),
  })
}
