/** Units and officials as a list shows them. A unit's people see their own unit and those who serve in it. */
import { isId, idOf, type OfficialId, type UnitId } from '@luoshi/domain/kernel/ids'
import type { Official } from '@luoshi/domain/people/directory'
import type { OfficialRow, UnitRow } from '../contract/people.ts'
import type { World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import { scopeOf } from '../matters/viewer-scope.ts'

/** The unit a person is limited to; null: all. Administrators need the names to give out accounts. */
function limitOf(by: Principal): UnitId | null {
  return scopeOf(by).sees === 'unit' ? by.unit : null
}

function seesNobody(by: Principal): boolean {
  return (
    scopeOf(by).sees === 'none' &&
    !by.roles.some((role) => role === 'admin' || role === 'securityAdmin')
  )
}

type FoundUnit = {
  id: string
  version: number
  name: string
  status: string
  successor: string | null
  open_matters: number
  head: string | null
}

export async function readUnits(
  { db }: World,
  by: Principal,
  only: UnitId | null = null,
): Promise<readonly UnitRow[]> {
  if (seesNobody(by)) return []
  const rows = await db.rows<FoundUnit>(by.congress, {
    name: 'units',
    text: `select u.id, u.version, u.name, u.status, u.successor, u.doc ->> 'head' as head,
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
    head: row.head !== null && isId('official', row.head) ? row.head : null,
  }))
}

type FoundOfficial = {
  id: string
  version: number
  doc: Exclude<Official, { status: 'none' }>
  unit_name: string | null
}

export async function readOfficials(
  { db }: World,
  by: Principal,
  only: OfficialId | null = null,
): Promise<readonly OfficialRow[]> {
  if (seesNobody(by)) return []
  const rows = await db.rows<FoundOfficial>(by.congress, {
    name: 'officials',
    text: `select o.id, o.version, o.doc, u.name as unit_name
      from luoshi.official_view o left join luoshi.unit_view u
        on u.congress = o.congress and u.id = o.unit and u.to_seq is null
      where o.congress = $1 and o.to_seq is null
        and ($2::text is null or o.unit = $2) and ($3::text is null or o.id = $3)
      order by u.name collate "zh-x-icu", o.name collate "zh-x-icu", o.id`,
    values: [by.congress, limitOf(by), only],
  })
  const names = await unitNames(db, by, rows)
  return rows.map((row) => officialRowOf(row, names))
}

async function unitNames(
  db: World['db'],
  by: Principal,
  rows: readonly FoundOfficial[],
): Promise<ReadonlyMap<string, string>> {
  const units = rows.flatMap(({ doc }) => (doc.past ?? []).map(({ unit }) => unit))
  if (units.length === 0) return new Map()
  const named = await db.rows<{ id: string; name: string }>(by.congress, {
    text: `select id, name from luoshi.unit_view
      where congress = $1 and id = any($2) and to_seq is null`,
    values: [by.congress, [...new Set(units)]],
  })
  return new Map(named.map(({ id, name }) => [id, name]))
}

function officialRowOf(
  { id, version, doc, unit_name }: FoundOfficial,
  names: ReadonlyMap<string, string>,
): OfficialRow {
  const { name, status, unit, post, appointedBy } = doc
  return {
    id: idOf('official', id),
    version,
    name,
    status,
    unit,
    unitName: unit_name ?? '',
    post,
    appointedBy,
    // Rows of the first release know neither of these.
    since: doc.since ?? null,
    leave: doc.leave ?? null,
    past: (doc.past ?? []).map((one) => ({
      unit: one.unit,
      unitName: names.get(one.unit) ?? '',
      post: one.post,
      appointedBy: one.appointedBy,
      from: one.from,
      to: one.to,
    })),
    successor: doc.status === 'left' ? doc.successor : null,
    until: doc.status === 'left' ? doc.on : null,
    caretaker: doc.status === 'left' && doc.caretaker,
  }
}
