/** The years a congress goes by, read and saved. */
import {
  explainHolidayTable,
  publishHolidays as decide,
  yearAwaited,
} from '@luoshi/domain/calendar/holiday-table'
import type { HolidayYear } from '@luoshi/domain/calendar/holiday-year'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { getCalendar } from '../contract/calendar.ts'
import type { OutputOf } from '../contract/kit.ts'
import { todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { listRecords, takeRecordStep, type RecordDone } from '../execute/record.ts'
import { refused } from '../execute/refused.ts'
import { holidaysId, holidaysKind } from './holidays-kind.ts'

type CalendarShown = OutputOf<(typeof getCalendar)['answer']>

export async function readCalendar(world: World, congress: CongressId): Promise<CalendarShown> {
  const [{ years, calendar, sessions }, saved] = await Promise.all([
    world.calendar.of(congress),
    listRecords(world.db, congress, 'holidays'),
  ])
  const versions = new Map<string, number>(saved.map(({ id, version }) => [id, version]))
  return {
    years: years.map(({ year, source, holidays, workdays }) => ({
      year,
      version: versions.get(holidaysId(year)) ?? 0,
      source,
      holidays: [...holidays],
      workdays: [...workdays],
    })),
    awaited: yearAwaited(todayOf(world), calendar),
    sessions: sessions.toSorted(),
  }
}

export type PublishAsked = Asked & Readonly<{ version: number; table: HolidayYear }>

export async function publishHolidays(
  world: World,
  { table, ...asked }: PublishAsked,
): Outcome<RecordDone<'holidays'>> {
  const done = await takeRecordStep(world, holidaysKind, {
    ...asked,
    command: 'PublishHolidays',
    id: holidaysId(table.year),
    decide: () => {
      const ruling = decide(table, todayOf(world))
      if (ruling.ok) return accept(ruling.value)
      return refused(409, ruling.refusal.code, explainHolidayTable(ruling.refusal))
    },
  })
  world.calendar.forget(asked.by.congress)
  return done
}
