/** Units and officials as a list shows them. A unit's people see their own unit and those who serve in it. */
import { isId, idOf, type OfficialId, type UnitId } from '@luoshi/domain/kernel/ids'
import { appointers } from '@luoshi/domain/people/directory'
import type { OfficialRow, UnitRow } from '../contract/people.ts'
import type { World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import { scopeOf } from '../matters/viewer-scope.ts'

/** The unit a person is limited to; null: all. Administrators need the names to give out accounts. */
function limitOf(by: Principal): UnitId | null {
  return scopeOf(by).sees === 'unit' ? by.unit : null
}

function seesNobody(by: Principal): boolean {
  return scopeOf(by).sees === 'none' && !by.roles.includes('admin')
}

type FoundUnit = {
  id: string
  version: number
  name: string
  status: string
  successor: string | null
  open_matters: number
}

export async function readUnits(
  { db }: World,
  by: Principal,
  only: UnitId | null = null,
): Promise<readonly UnitRow[]> {
  if (seesNobody(by)) return []
  const rows = await db.rows<FoundUnit>(by.congress, {
    name: 'units',
    text: `select u.id, u.version, u.name, u.status, u.successor,
        coalesce((select sum(c.n)::int from luoshi.matter_count c where c.congress = u.congress
          and c.unit = u.id and c.status not in ('closed', 'merged', 'exited')), 0) as open_matters
      from luoshi.unit_view u
      where u.congress = $1 and u.to_seq is null
        and ($2::text is null or u.id = $2) and ($3::text is null or u.id = $3)
      order by u.name collate "zh-x-icu", u.id`,
    values: [by.congress, limitOf(by), only],
  })
  return rows.map((row) => ({
    id: idOf('unit', row.id),
    version: row.version,
    name: row.name,
    status: row.status === 'merged' ? 'merged' : 'active',
    into: row.successor !== null && isId('unit', row.successor) ? row.successor : null,
    openMatters: row.open_matters,
  }))
}

type FoundOfficial = {
  id: string
  version: number
  name: string
  status: string
  unit: string
  unit_name: string | null
  post: string
  appointed_by: string
  successor: string | null
}

export async function readOfficials(
  { db }: World,
  by: Principal,
  only: OfficialId | null = null,
): Promise<readonly OfficialRow[]> {
  if (seesNobody(by)) return []
  const rows = await db.rows<FoundOfficial>(by.congress, {
    name: 'officials',
    text: `select o.id, o.version, o.name, o.status, o.unit, u.name as unit_name, o.post,
        o.doc ->> 'appointedBy' as appointed_by, o.doc ->> 'successor' as successor
      from luoshi.official_view o left join luoshi.unit_view u
        on u.congress = o.congress and u.id = o.unit and u.to_seq is null
      where o.congress = $1 and o.to_seq is null
        and ($2::text is null or o.unit = $2) and ($3::text is null or o.id = $3)
      order by u.name collate "zh-x-icu", o.name collate "zh-x-icu", o.id`,
    values: [by.congress, limitOf(by), only],
  })
  return rows.map(officialRowOf)
}

function officialRowOf(row: FoundOfficial): OfficialRow {
  const appointedBy = appointers.find((one) => one === row.appointed_by)
  if (!appointedBy) throw new Error(`Unknown appointer in official_view: ${row.appointed_by}`)
  return {
    id: idOf('official', row.id),
    version: row.version,
    name: row.name,
    status: row.status === 'left' ? 'left' : 'inPost',
    unit: idOf('unit', row.unit),
    unitName: row.unit_name ?? '',
    post: row.post,
    appointedBy,
    successor: row.successor !== null && isId('official', row.successor) ? row.successor : null,
  }
}
