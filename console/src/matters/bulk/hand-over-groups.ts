/**
 * Handing over many matters: those proposed for the same unit go together, each group to its unit and official, under
 * one letter. What the clerk chooses for a group wins over what was proposed.
 */
import type { UnitId } from '@luoshi/domain/kernel/ids'
import type { MatterRow } from '@luoshi/server/contract/matter-row'
import type { OfficialRow, UnitRow } from '@luoshi/server/contract/people'
import { officialsOf, standingUnit, type Responsible } from '../../ui/responsible.ts'

/** Chosen by the clerk, by the unit proposed; `none` for matters without a proposal. */
export type Choices = Readonly<Record<string, Responsible>>

export type HandOverGroup = Readonly<{
  key: string
  proposed: UnitId | null
  rows: readonly MatterRow[]
  to: Responsible
}>

export function handOverGroups(
  rows: readonly MatterRow[],
  choices: Choices,
  officials: readonly OfficialRow[],
  units: readonly Pick<UnitRow, 'id' | 'into'>[],
): readonly HandOverGroup[] {
  const byUnit = new Map<string, MatterRow[]>()
  for (const row of rows) {
    const key = row.unit ?? 'none'
    byUnit.set(key, [...(byUnit.get(key) ?? []), row])
  }
  return [...byUnit].map(([key, own]) => {
    const proposed = own[0]?.unit ?? null
    // One that has merged meanwhile can be handed nothing: what it became can.
    const standing = proposed === null ? null : standingUnit(units, proposed)
    return { key, proposed, rows: own, to: choices[key] ?? proposal(standing, officials) }
  })
}

/** The proposed unit, and its official when only one is in post. */
function proposal(unit: UnitId | null, officials: readonly OfficialRow[]): Responsible {
  const [only, ...others] = officialsOf(officials, unit)
  return { unit, official: only && others.length === 0 ? only.id : null }
}
