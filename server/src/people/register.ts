/** Putting units and officials on record. */
import { isId, type OfficialId, type UnitId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { evolveOfficial, evolveUnit } from '@luoshi/domain/people/directory'
import type { Official, Unit } from '@luoshi/domain/people/directory'
import {
  explainDirectoryRefusal,
  type DirectoryRefusal,
} from '@luoshi/domain/people/directory-refusals'
import {
  registerOfficial,
  registerUnit,
  type OfficialNamesake,
  type Registration,
} from '@luoshi/domain/people/directory-rules'
import { alreadyDone, commit, write } from '../execute/commit.ts'
import { mayGive, todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { loadUnit } from '../execute/load.ts'
import { forbidden, refused } from '../execute/refused.ts'
import { officialRow, unitRow } from '../execute/view-rows.ts'

export const noUnit: Unit = { status: 'none' }
export const noOfficial: Official = { status: 'none' }

export function refusedByDirectory(refusal: DirectoryRefusal) {
  return refused(409, refusal.code, explainDirectoryRefusal(refusal))
}

export async function putUnitOnRecord(
  world: World,
  asked: Asked & Readonly<{ name: string }>,
): Outcome<Readonly<{ unit: UnitId; seq: number }>> {
  if (!mayGive(asked, 'RegisterUnit')) return forbidden()
  const repeated = await alreadyDone(world.db, asked)
  const [first] = repeated?.streams ?? []
  if (repeated && first && isId('unit', first)) return accept({ unit: first, seq: repeated.seq })
  const ruling = registerUnit(asked.name)
  if (!ruling.ok) return refusedByDirectory(ruling.refusal)
  const after = ruling.value.reduce(evolveUnit, noUnit)
  if (after.status === 'none') throw new Error('RegisterUnit left no unit')
  const unit = newId('unit')
  const done = await commit(world, asked, [write(unit, 0, ruling.value, unitRow(after))])
  return done.ok ? accept({ unit, seq: done.value.seq }) : done
}

export async function putOfficialOnRecord(
  world: World,
  asked: Asked & Readonly<{ registration: Registration; another?: boolean }>,
): Outcome<Readonly<{ official: OfficialId; seq: number }>> {
  if (!mayGive(asked, 'RegisterOfficial')) return forbidden()
  const repeated = await alreadyDone(world.db, asked)
  const [first] = repeated?.streams ?? []
  if (repeated && first && isId('official', first))
    return accept({ official: first, seq: repeated.seq })
  const home = await loadUnit(world.db, asked.by.congress, asked.registration.unit)
  const ruling = registerOfficial(home.state, asked.registration, {
    today: todayOf(world),
    namesakes: await namesakesOf(world, asked),
    another: asked.another ?? false,
  })
  if (!ruling.ok) return refusedByDirectory(ruling.refusal)
  const after = ruling.value.reduce(evolveOfficial, noOfficial)
  if (after.status === 'none') throw new Error('RegisterOfficial left no official')
  const official = newId('official')
  const done = await commit(world, asked, [write(official, 0, ruling.value, officialRow(after))])
  return done.ok ? accept({ official, seq: done.value.seq }) : done
}

async function namesakesOf(
  { db }: World,
  { by, registration }: Asked & Readonly<{ registration: Registration }>,
): Promise<readonly OfficialNamesake[]> {
  const rows = await db.rows<{ doc: Official; unit_name: string | null }>(by.congress, {
    text: `select o.doc, u.name as unit_name from luoshi.official_view o
      left join luoshi.unit_view u on u.congress = o.congress and u.id = o.unit and u.to_seq is null
      where o.congress = $1 and o.name = $2 and o.status = 'inPost' and o.to_seq is null order by o.id`,
    values: [by.congress, registration.name.trim()],
  })
  return rows.flatMap(({ doc, unit_name: unitName }) =>
    doc.status === 'inPost' ? [{ ...doc, unitName: unitName ?? '' }] : [],
  )
}
