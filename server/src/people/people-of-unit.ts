/** Everybody of a unit that merges: its officials leave their posts, its staff on the roster go along. */
import { idOf, type CongressId, type OfficialId, type UnitId } from '@luoshi/domain/kernel/ids'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { evolveOfficial } from '@luoshi/domain/people/directory'
import { write } from '../execute/commit.ts'
import { todayOf, type World } from '../execute/context.ts'
import { loadOfficial } from '../execute/load.ts'
import { officialRow } from '../execute/view-rows.ts'
import { personKind } from './person-kind.ts'

type Merging = Readonly<{ unit: UnitId; into: UnitId; official: OfficialId }>

export async function peopleOfUnit(
  world: World,
  congress: CongressId,
  merging: Merging,
): Promise<readonly StreamWrite[]> {
  const rows = await world.db.rows<{ id: string; what: string }>(congress, {
    text: `select id, 'official' as what from luoshi.official_view
        where congress = $1 and unit = $2 and status = 'inPost' and to_seq is null
      union all
      select id, 'person' from luoshi.record_view
        where congress = $1 and kind = 'person' and unit = $2 and status <> 'left' and to_seq is null
      order by id`,
    values: [congress, merging.unit],
  })
  const writes: StreamWrite[] = []
  for (const { id, what } of rows)
    writes.push(
      what === 'official'
        ? await officialLeaves(world, congress, id, merging)
        : await personGoesAlong(world, congress, id, merging),
    )
  return writes
}

/** The post is gone with its unit; whoever serves on in the other one is given a post there. */
async function officialLeaves(
  world: World,
  congress: CongressId,
  raw: string,
  { official: successor }: Merging,
): Promise<StreamWrite> {
  const id = idOf('official', raw)
  const { state, version } = await loadOfficial(world.db, congress, id)
  const left = { type: 'OfficialLeft', successor, on: todayOf(world), caretaker: false } as const
  const after = evolveOfficial(state, left)
  if (after.status === 'none') throw new Error('OfficialLeft left no official')
  return write(id, version, [left], officialRow(after))
}

async function personGoesAlong(
  world: World,
  congress: CongressId,
  raw: string,
  { into: unit }: Merging,
): Promise<StreamWrite> {
  const id = idOf('person', raw)
  const before = await personKind.load(world.db, congress, id)
  if (before.state.status === 'none') throw new Error(`No person ${raw}`)
  const { office, order, post, name, place } = before.state
  const moved = {
    type: 'PersonAmended',
    office,
    order,
    unit,
    post,
    words: { name, place },
  } as const
  return personKind.write(id, before, [moved])
}
