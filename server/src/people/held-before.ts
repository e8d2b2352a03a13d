/** Who had a paper before, by the names they have in the directory. */
import type { Held } from '@luoshi/domain/people/custody'
import type { HeldBefore } from '../contract/held-before.ts'
import type { World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'

export async function heldBeforeShown(
  { db }: World,
  { congress }: Principal,
  held: readonly Held[],
): Promise<HeldBefore[]> {
  if (held.length === 0) return []
  const ids = held.flatMap(({ unit, official }) => (official === null ? [unit] : [unit, official]))
  const rows = await db.rows<{ id: string; name: string }>(congress, {
    text: `select id, name from luoshi.unit_view where congress = $1 and id = any ($2) and to_seq is null
      union all
      select id, name from luoshi.official_view where congress = $1 and id = any ($2) and to_seq is null`,
    values: [congress, ids],
  })
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return held.map(({ unit, official, until }) => ({
    unitName: names.get(unit) ?? '',
    officialName: official === null ? '' : (names.get(official) ?? ''),
    until,
  }))
}
