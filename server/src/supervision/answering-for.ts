/**
 * Rule: what is asked of one person (a self-criticism) is answered where the person serves now; the unit that keeps the paper
 * answers no more for somebody who has gone. Whoever serves nowhere is answered for by that unit, as before.
 * Source: domain.md §12 item 5 (作出检查), §9.2; pass-consequence-on.ts.
 */
import type { CongressId, UnitId } from '@luoshi/domain/kernel/ids'
import type { Consequence } from '@luoshi/domain/supervision/consequence'
import { isOfThePerson } from '@luoshi/domain/supervision/pass-consequence-on'
import type { World } from '../execute/context.ts'
import { loadOfficial } from '../execute/load.ts'

export async function answeringFor(
  { db }: Pick<World, 'db'>,
  congress: CongressId,
  state: Consequence,
): Promise<UnitId | null> {
  if (state.status === 'none') return null
  if (!isOfThePerson(state.step) || state.holder === null) return state.unit
  const { state: person } = await loadOfficial(db, congress, state.holder)
  return person.status === 'inPost' ? person.unit : state.unit
}

/** The same, for a list of papers. `$2` is the unit of the one who asks. */
export const isAnsweredByUnit = `$2 = coalesce(
  (select o.unit from luoshi.official_view o
    where o.congress = $1 and o.to_seq is null and o.status = 'inPost'
      and o.id = coalesce(record_view.doc ->> 'holder', record_view.official)
      and record_view.doc ->> 'step' in
        ('affirmation', 'commendation', 'selfCriticism', 'honours', 'superior', 'organisational')),
  record_view.unit)`
