/**
 * The days a congress goes by: its own tables of holidays over the shipped ones, and the sessions of its committee.
 * Asked for by every command that sets a day, so it is kept for a moment; what is saved here is seen at once.
 */
import type { Calendar } from '@luoshi/domain/calendar/calendar'
import { checkHolidayYear, type HolidayYear } from '@luoshi/domain/calendar/holiday-year'
import { calendarOver, yearsOver } from '@luoshi/domain/calendar/holiday-table'
import { isDay, type Day } from '@luoshi/domain/kernel/day'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { CongressDb } from '../execute/congress-db.ts'

export type CongressDays = Readonly<{
  years: readonly HolidayYear[]
  calendar: Calendar
  /** Sessions held or planned; one that was cancelled is none, so the next one takes its place. */
  sessions: readonly Day[]
}>

export type CongressCalendar = Readonly<{
  of: (congress: CongressId) => Promise<CongressDays>
  forget: (congress: CongressId) => void
}>

/** Another process may have saved a table: at most so much later it counts here, too. */
const keptMs = 2_000
const mostKept = 200

type Row = { kind: string; on_day: string; doc: unknown }

export function congressCalendar(db: CongressDb): CongressCalendar {
  const kept = new Map<CongressId, Readonly<{ days: Promise<CongressDays>; until: number }>>()
  return {
    of: (congress) => {
      const known = kept.get(congress)
      if (known && known.until > performance.now()) return known.days
      if (kept.size >= mostKept) kept.clear()
      const days = readDays(db, congress)
      kept.set(congress, { days, until: performance.now() + keptMs })
      days.catch(() => kept.delete(congress))
      return days
    },
    forget: (congress) => {
      kept.delete(congress)
    },
  }
}

async function readDays(db: CongressDb, congress: CongressId): Promise<CongressDays> {
  const rows = await db.rows<Row>(congress, {
    name: 'congress-days',
    text: `select kind, on_day::text as on_day, case when kind = 'holidays' then doc end as doc
      from luoshi.record_view
      where congress = $1 and to_seq is null and on_day is not null and (kind = 'holidays'
        or kind = 'session' and status in ('planned', 'held'))`,
    values: [congress],
  })
  const own = rows.flatMap(({ kind, doc }) => {
    const year = kind === 'holidays' ? checkHolidayYear(doc) : null
    return year?.ok ? [year.value] : []
  })
  const sessions = rows.flatMap(({ kind, on_day: on }) =>
    kind === 'session' && isDay(on) ? [on] : [],
  )
  return { years: yearsOver(own), calendar: calendarOver(own), sessions }
}
