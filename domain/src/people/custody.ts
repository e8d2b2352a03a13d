/**
 * Whose hands a paper has been in. A paper that still asks something goes to the successor when its unit merges or its
 * official leaves; the day it asks for stays, and who had it before stays to be read.
 * Source: issue text “commitments outlive people”; domain.md §9.2.
 */
import type { Day } from '../kernel/day.ts'
import type { OfficialId, UnitId } from '../kernel/ids.ts'

/** `official` is null where the paper goes to a unit and to no person. */
export type Held = Readonly<{ unit: UnitId; official: OfficialId | null; until: Day }>

export function passedFrom(
  heldBefore: readonly Held[],
  from: Readonly<{ unit: UnitId; official: OfficialId | null }>,
  until: Day,
): readonly Held[] {
  return [...heldBefore, { unit: from.unit, official: from.official, until }]
}
