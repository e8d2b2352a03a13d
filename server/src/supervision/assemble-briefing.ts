/** The figures of a month out of the log: what happened in it by its events, what stood at its end by the rows of then. */
import { addDays, day, instant, type Day, type Instant } from '@luoshi/domain/kernel/day'
import { idOf, type CongressId } from '@luoshi/domain/kernel/ids'
import { inHandOf, type BriefingLine, type UnitFigures } from '@luoshi/domain/supervision/briefing'
import { seqAt } from '@luoshi/ledger/log/read'
import { todayOf, type World } from '../execute/context.ts'
import { nothingInHand, watchUnits } from './watch-units.ts'

export type Assembled = Readonly<{ asOf: Day; lines: readonly BriefingLine[] }>

/** @param month - 2026-09; figures of a month that is not over stand as of today. */
export async function assembleBriefing(
  world: World,
  congress: CongressId,
  month: string,
): Promise<Assembled> {
  const today = todayOf(world)
  const last = lastDayOf(month)
  const asOf = last < today ? last : today
  const pool = world.db.pool
  const before = await seqAt(pool, congress, endOf(addDays(day(`${month}-01`), -1)))
  const end = await seqAt(pool, congress, asOf === today ? world.now() : endOf(asOf))
  const figures = new Map<string, UnitFigures>()
  const add = (unit: string | null, change: (so: UnitFigures) => UnitFigures) => {
    if (unit !== null) figures.set(unit, change(figures.get(unit) ?? nothing))
  }
  for (const { type, unit, n } of await happened(world, congress, before, end))
    add(unit, (so) => counted(so, type, n))
  const inHand = await watchUnits(world, congress, { seq: end, day: asOf })
  for (const [unit, { checks, late, silent }] of inHand)
    if (inHandOf({ checks }) > 0) add(unit, (so) => ({ ...so, checks, late, silent }))
  const order = await officeOrder(world, congress)
  const lines = [...figures].map(([unit, of]) => ({ unit: idOf('unit', unit), ...of }))
  const place = (unit: string) => order.get(unit) ?? Number.MAX_SAFE_INTEGER
  return { asOf, lines: lines.toSorted((a, b) => place(a.unit) - place(b.unit)) }
}

const nothing: UnitFigures = {
  handedOver: 0,
  closed: 0,
  noticesIssued: 0,
  noticesAnswered: 0,
  consequences: 0,
  ...nothingInHand,
}

const counting: Readonly<Record<string, Exclude<keyof UnitFigures, 'checks'>>> = {
  MatterHandedOver: 'handedOver',
  MatterClosed: 'closed',
  NoticeIssued: 'noticesIssued',
  NoticeAnswered: 'noticesAnswered',
  ConsequenceDecided: 'consequences',
}

function counted(so: UnitFigures, type: string, n: number): UnitFigures {
  const field = counting[type]
  return field === undefined ? so : { ...so, [field]: so[field] + n }
}

/** Events of the month by type and by the unit that answered for the thing when it happened. */
function happened({ db }: World, congress: CongressId, before: number, end: number) {
  return db.rows<{ type: string; unit: string | null; n: number }>(congress, {
    text: `select e.type, coalesce(e.facts::jsonb ->> 'unit', m.unit, r.unit) as unit, count(*)::int as n
      from luoshi.event e
      left join luoshi.matter_view m on m.congress = e.congress and m.id = e.stream
        and m.from_seq <= e.seq and (m.to_seq is null or m.to_seq > e.seq)
      left join luoshi.record_view r on r.congress = e.congress and r.id = e.stream and r.to_seq is null
      where e.congress = $1 and e.seq > $2 and e.seq <= $3 and e.type = any ($4)
      group by 1, 2`,
    values: [congress, before, end, Object.keys(counting)],
  })
}

/** Units in the order in which the office put them on record. */
async function officeOrder(
  { db }: World,
  congress: CongressId,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.rows<{ id: string }>(congress, {
    text: `select id from luoshi.unit_view where congress = $1 group by id order by min(from_seq)`,
    values: [congress],
  })
  return new Map(rows.map(({ id }, index) => [id, index]))
}

function lastDayOf(month: string): Day {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
  return addDays(day(`${next}-01`), -1)
}

/** The last millisecond of a day in China. */
function endOf(one: Day): Instant {
  return instant(new Date(Date.parse(`${addDays(one, 1)}T00:00:00.000+08:00`) - 1).toISOString())
}
