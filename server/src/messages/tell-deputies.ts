/** Tells whoever acts for somebody else that the delegation has begun; it is no event of the log, so it is looked for. */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { todayOf, type World } from '../execute/context.ts'

export async function tellDeputies(world: World, congress: CongressId): Promise<void> {
  const now = world.now()
  await world.db.rows(congress, {
    text: `insert into luoshi.note (congress, account, cause, thing, day, facts, made_at)
      select d.congress, d.deputy, 'delegated', 'delegation_' || d.id, $2, '{}', $3
      from luoshi.delegation d
      where d.congress = $1 and d.ended_at is null and d.starts_at <= $3 and d.ends_at > $3
        and not exists (select from luoshi.note n where n.congress = d.congress and n.account = d.deputy
          and n.cause = 'delegated' and n.thing = 'delegation_' || d.id)
      on conflict do nothing`,
    values: [congress, todayOf(world), now],
  })
}
