/** Whether anybody who can sign in acts for a unit: its official in post, or staff of it. */
import type { CongressId, UnitId } from '@luoshi/domain/kernel/ids'
import { nobodySignsIn } from '@luoshi/domain/people/nobody-signs-in'
import type { CongressDb } from '../execute/congress-db.ts'

/** The sentence that says so, or null when somebody does. An invitation that is not accepted yet is nobody. */
export async function nobodyIn(
  db: CongressDb,
  congress: CongressId,
  unit: UnitId,
  unitName: string,
): Promise<ReturnType<typeof nobodySignsIn> | null> {
  const [found] = await db.rows<{ some: boolean }>(congress, {
    name: 'signs-in-for',
    text: `select exists (
        select from luoshi.account a join luoshi.official_view o
          on o.congress = a.congress and o.id = a.official and o.to_seq is null
        where a.congress = $1 and a.status = 'active' and 'official' = any(a.roles)
          and o.unit = $2 and o.status = 'inPost')
      or exists (
        select from luoshi.account a
        where a.congress = $1 and a.status = 'active' and 'unitStaff' = any(a.roles) and a.unit = $2)
      or exists (
        select from luoshi.record_view p join luoshi.account a
          on a.congress = p.congress and a.id = p.doc ->> 'account'
        where p.congress = $1 and p.kind = 'person' and p.unit = $2 and p.to_seq is null and p.status <> 'left'
          and a.status = 'active' and 'unitStaff' = any(a.roles)) as some`,
    values: [congress, unit],
  })
  return found?.some === true ? null : nobodySignsIn(unitName)
}
