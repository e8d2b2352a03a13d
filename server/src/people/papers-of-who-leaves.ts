/**
 * Papers that still ask something go to the successor in the commit of the change itself: of a unit that merges its
 * self-checks being filled, supervision papers, reports and measures; of an official who leaves the measures that hang on the post.
 * Source: issue text “commitments outlive people”; domain.md §9.2, §12.
 */
import { idOf, type CongressId, type OfficialId, type UnitId } from '@luoshi/domain/kernel/ids'
import { decideNotice } from '@luoshi/domain/supervision/notice'
import { passConsequenceOn, type Successor } from '@luoshi/domain/supervision/pass-consequence-on'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { todayOf, type World } from '../execute/context.ts'
import { selfCheckKind } from '../appraisals/campaign-records.ts'
import { papersPassedOn } from '../letters/papers-passed-on.ts'
import { consequenceKind } from '../supervision/consequence-kind.ts'
import { noticeKind } from '../supervision/notice-kind.ts'

export async function papersOfMerging(
  world: World,
  congress: CongressId,
  { from, to, official }: Readonly<{ from: UnitId; to: UnitId; official: OfficialId }>,
): Promise<readonly StreamWrite[]> {
  const passing = { from, to: { unit: to, official, keptFor: null } }
  return [
    ...(await papersPassedOn(world, congress, { from, to })),
    ...(await selfChecksPassedOn(world, congress, from, to)),
    ...(await noticesPassedOn(world, congress, from, to)),
    ...(await consequencesPassedOn(world, congress, { column: 'unit', id: from }, passing)),
  ]
}

/** Those still being filled; what was submitted stays the work of the unit that did it. */
async function selfChecksPassedOn(
  world: World,
  congress: CongressId,
  from: UnitId,
  to: UnitId,
): Promise<readonly StreamWrite[]> {
  const rows = await world.db.rows<{ id: string }>(congress, {
    text: `select id from luoshi.record_view where congress = $1 and kind = 'selfcheck' and unit = $2
      and status = 'filling' and to_seq is null order by id`,
    values: [congress, from],
  })
  const writes: StreamWrite[] = []
  for (const { id: raw } of rows) {
    const id = idOf('selfcheck', raw)
    const before = await selfCheckKind.load(world.db, congress, id)
    const passed = { type: 'SelfCheckPassedOn', to, on: todayOf(world) } as const
    writes.push(selfCheckKind.write(id, before, [passed]))
  }
  return writes
}

async function noticesPassedOn(
  world: World,
  congress: CongressId,
  from: UnitId,
  to: UnitId,
): Promise<readonly StreamWrite[]> {
  const rows = await world.db.rows<{ id: string }>(congress, {
    text: `select id from luoshi.record_view where congress = $1 and kind = 'notice' and unit = $2
      and status in ('issued', 'received') and to_seq is null order by id`,
    values: [congress, from],
  })
  const writes: StreamWrite[] = []
  for (const { id: raw } of rows) {
    const id = idOf('notice', raw)
    const before = await noticeKind.load(world.db, congress, id)
    const ruling = decideNotice(before.state, { type: 'PassNoticeOn', to, today: todayOf(world) })
    if (!ruling.ok) throw new Error(`${raw} cannot be passed on: ${ruling.refusal.code}`)
    writes.push(noticeKind.write(id, before, ruling.value))
  }
  return writes
}

/** What a unit has, what an official has, or what the head of a unit keeps for whoever is to be named. */
type Having =
  | Readonly<{ column: 'unit'; id: UnitId }>
  | Readonly<{ column: 'holder' | 'keptFor'; id: OfficialId }>

/** Whoever decided before holders were on record decided on the official himself. */
const having = {
  unit: 'unit = $2',
  holder: `coalesce(doc ->> 'holder', official) = $2`,
  keptFor: `doc ->> 'keptFor' = $2`,
}

export async function consequencesPassedOn(
  world: World,
  congress: CongressId,
  { column, id: from }: Having,
  passing: Readonly<{ from: UnitId; to: Successor }>,
): Promise<readonly StreamWrite[]> {
  const rows = await world.db.rows<{ id: string }>(congress, {
    text: `select id from luoshi.record_view where congress = $1 and kind = 'consequence'
      and ${having[column]} and status in ('decided', 'answered') and to_seq is null order by id`,
    values: [congress, from],
  })
  const writes: StreamWrite[] = []
  for (const { id: raw } of rows) {
    const id = idOf('consequence', raw)
    const before = await consequenceKind.load(world.db, congress, id)
    const events = passConsequenceOn(before.state, passing, todayOf(world))
    if (events.length > 0) writes.push(consequenceKind.write(id, before, events))
  }
  return writes
}
