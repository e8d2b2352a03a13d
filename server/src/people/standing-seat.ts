/**
 * Who has a seat now: the unit it merged into, and whoever came after the official, as far as the directory says. What is
 * decided on somebody who has left goes to them from the start.
 * Source: issue text “commitments outlive people”; domain.md §9.2.
 */
import type { CongressId, OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import type { Official } from '@luoshi/domain/people/directory'
import type { Successor } from '@luoshi/domain/supervision/pass-consequence-on'
import type { World } from '../execute/context.ts'
import { loadOfficial, loadUnit } from '../execute/load.ts'

/** Longer chains of successors than any term of office has. */
const longest = 50

export async function standingUnit(
  world: World,
  congress: CongressId,
  named: UnitId,
): Promise<Readonly<{ unit: UnitId; head: OfficialId | null }>> {
  let unit = named
  for (let step = 0; step < longest; step += 1) {
    const { state } = await loadUnit(world.db, congress, unit)
    if (state.status !== 'merged')
      return { unit, head: state.status === 'none' ? null : state.head }
    unit = state.into
  }
  throw new Error(`Units merge in a circle at ${named}`)
}

/** @returns No official where nobody in post followed: then the unit’s head, or the unit alone. */
export async function standingSeat(
  world: World,
  congress: CongressId,
  named: Readonly<{ unit: UnitId; official: OfficialId }>,
): Promise<Successor> {
  const { unit, head } = await standingUnit(world, congress, named.unit)
  let [id, keptFor]: [OfficialId | null, OfficialId | null] = [named.official, null]
  for (let step = 0; step < longest && id !== null; step += 1) {
    const { state } = await loadOfficial(world.db, congress, id)
    if (state.status === 'inPost' && state.unit === unit) return { unit, official: id, keptFor }
    keptFor = state.status === 'left' && state.caretaker ? id : null
    id = successorIn(state)
  }
  if (head === null) return { unit, official: null, keptFor: null }
  const { state } = await loadOfficial(world.db, congress, head)
  const isThere = state.status === 'inPost' && state.unit === unit
  return { unit, official: isThere ? head : null, keptFor: null }
}

function successorIn(official: Official): OfficialId | null {
  switch (official.status) {
    case 'none':
      return null
    case 'left':
      return official.successor
    case 'inPost':
      return official.past.at(-1)?.successor ?? null
  }
}
