/** Who and what is on record now, for holding a roster against it. */
import { idOf, isId, type CongressId, type UnitId } from '@luoshi/domain/kernel/ids'
import type { OnRecord } from '@luoshi/domain/people/check-roster'
import type { KnownPerson } from '@luoshi/domain/people/person'
import type { RosterKind } from '@luoshi/domain/people/roster-columns'
import type { CongressDb } from '../execute/congress-db.ts'

export async function standingUnits(
  db: CongressDb,
  congress: CongressId,
): Promise<ReadonlyMap<string, UnitId>> {
  const rows = await db.rows<{ id: string; name: string }>(congress, {
    text: `select id, name from luoshi.unit_view
      where congress = $1 and status = 'active' and to_seq is null`,
    values: [congress],
  })
  return new Map(rows.map(({ id, name }) => [name, idOf('unit', id)]))
}

export function onRecordNow(
  db: CongressDb,
  congress: CongressId,
  kind: RosterKind,
): Promise<readonly OnRecord[]> {
  return kind === 'official' ? officials(db, congress) : persons(db, congress, kind)
}

type Official = {
  id: string
  version: number
  name: string
  unit: string
  unit_name: string | null
  post: string
}

async function officials(db: CongressDb, congress: CongressId): Promise<readonly OnRecord[]> {
  const rows = await db.rows<Official>(congress, {
    text: `select o.id, o.version, o.name, o.unit, u.name as unit_name, o.post
      from luoshi.official_view o left join luoshi.unit_view u
        on u.congress = o.congress and u.id = o.unit and u.to_seq is null
      where o.congress = $1 and o.status = 'inPost' and o.to_seq is null order by o.id`,
    values: [congress],
  })
  return rows.map(({ unit_name: unitName, unit, ...row }) => ({
    ...row,
    unit: isId('unit', unit) ? unit : null,
    unitName: unitName ?? '',
    office: null,
    order: null,
  }))
}

async function persons(
  db: CongressDb,
  congress: CongressId,
  capacity: string,
): Promise<readonly OnRecord[]> {
  const rows = await db.rows<{ id: string; version: number; doc: KnownPerson }>(congress, {
    text: `select id, version, doc from luoshi.record_view
      where congress = $1 and kind = 'person' and status <> 'left' and to_seq is null
        and doc ->> 'capacity' = $2 order by id`,
    values: [congress, capacity],
  })
  return rows.map(({ id, version, doc }) => {
    const { name, unit, place, post, office, order } = doc
    return { id, version, name, unit, unitName: place, post, office, order }
  })
}
