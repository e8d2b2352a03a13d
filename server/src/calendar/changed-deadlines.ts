/**
 * What changed since the last scan and is due, late or silent now: a matter just handed over with a short limit, one that
 * went to another unit, one whose limit was moved. By days alone the scan could not tell whether they were told of, so the
 * ledger's own history says when a scan last saw each of them with the same unit and the same day.
 */
import { day, type Day } from '@luoshi/domain/kernel/day'
import { idOf, type CongressId } from '@luoshi/domain/kernel/ids'
import type { CountedFrom } from '@luoshi/domain/supervision/occasion'
import { namesOf, type Asking, type Group } from './scan-deadlines.ts'

/** A scan that was done: it saw the log up to `seq`. */
export type DoneScan = Readonly<{ day: Day; seq: string }>

/** `toldOn`: the day of the last scan that saw them so; null: none did. */
export type ChangedGroup = Group & Readonly<{ toldOn: Day | null }>

type Found = Readonly<{
  appraisal: string
  unit: string
  owed: string
  acted: string | null
  late: boolean
  owed_told: string | null
  acted_told: string | null
  count: number
  matter: string
}>

/** Events looked at in one question. */
const slice = 20_000

export async function* walkChanged(
  client: Asking,
  congress: CongressId,
  today: Day,
  until: Readonly<Record<CountedFrom, Day>>,
  last: DoneScan,
): AsyncGenerator<readonly ChangedGroup[]> {
  for (let after = BigInt(last.seq), more = true; more; after += BigInt(slice)) {
    const { rows } = await client.query<Found>({
      name: 'changed-deadlines',
      text: changed,
      values: [congress, after, slice, last.seq, until.owed, until.acted, today],
    })
    yield rows.flatMap(groupsOf)
    more = await goesOn(client, congress, after + BigInt(slice))
  }
}

async function goesOn(client: Asking, congress: CongressId, seq: bigint): Promise<boolean> {
  const { rows } = await client.query<{ more: boolean }>({
    text: 'select seq > $2 as more from luoshi.ledger_head where congress = $1',
    values: [congress, seq],
  })
  return rows[0]?.more === true
}

/** The row of a matter begins with the event that made it, so each is found once, by its key. */
const changed = `select m.appraisal, m.unit, m.owed::text as owed, m.acted, m.owed < $7 as late,
    told.owed::text as owed_told, told.acted::text as acted_told,
    count(*)::int as count, min(m.id) as matter
  from luoshi.event e
  join luoshi.matter_view m on m.congress = e.congress and m.id = e.stream and m.from_seq = e.seq
  cross join lateral (
    select max(s.day) filter (where v.owed = m.owed) as owed,
        max(s.day) filter (where v.owed is not null and v.acted = m.acted) as acted
      from luoshi.matter_view v
      cross join lateral (select s.day from luoshi.deadline_scan s
        where s.congress = $1 and s.seq >= v.from_seq and (v.to_seq is null or s.seq < v.to_seq)
        order by s.seq desc, s.day desc limit 1) s
      where v.congress = $1 and v.id = m.id and v.from_seq <= $4 and v.unit = m.unit
  ) told
  where e.congress = $1 and e.seq > $2 and e.seq <= $2::bigint + $3 and starts_with(e.stream, 'matter_')
    and m.to_seq is null and m.unit is not null and (m.owed <= $5 or m.owed is not null and m.acted <= $6)
  group by m.appraisal, m.unit, m.owed, m.acted, told.owed, told.acted`

function groupsOf(row: Found): readonly ChangedGroup[] {
  const { late, count } = row
  const same = { ...namesOf(row), late, count, matter: idOf('matter', row.matter) }
  const group = (from: CountedFrom, since: string | null, told: string | null) =>
    since === null
      ? []
      : [{ ...same, from, since: day(since), toldOn: told === null ? null : day(told) }]
  return [...group('owed', row.owed, row.owed_told), ...group('acted', row.acted, row.acted_told)]
}
