/** Who must act and who answers in person. */
import type { OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import type { OfficialRow } from '@luoshi/server/contract/people'

export type Responsible = Readonly<{ unit: UnitId | null; official: OfficialId | null }>

/** A unit's officials in post. */
export function officialsOf(
  officials: readonly OfficialRow[],
  unit: UnitId | null,
): readonly OfficialRow[] {
  return officials.filter((one) => one.status === 'inPost' && one.unit === unit)
}
