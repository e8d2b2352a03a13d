/** Who must act and who answers in person. */
import type { OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import type { OfficialRow, UnitRow } from '@luoshi/server/contract/people'

export type Responsible = Readonly<{ unit: UnitId | null; official: OfficialId | null }>

/** A unit's officials in post. */
export function officialsOf(
  officials: readonly OfficialRow[],
  unit: UnitId | null,
): readonly OfficialRow[] {
  return officials.filter((one) => one.status === 'inPost' && one.unit === unit)
}

/** The unit that stands for one that merged, through any number of mergers; any other stands for itself. */
export function standingUnit(units: readonly Pick<UnitRow, 'id' | 'into'>[], unit: UnitId): UnitId {
  const into = new Map(units.map((one) => [one.id, one.into]))
  let standing = unit
  for (let next = into.get(standing) ?? null; next !== null; next = into.get(standing) ?? null)
    standing = next
  return standing
}
