/** A congress's own table of one year as a record: one stream a year, so that two people cannot enter the same year twice. */
import {
  evolveHolidayTable,
  type HolidayTable,
  type HolidayTableEvent,
} from '@luoshi/domain/calendar/holiday-table'
import { dayFrom } from '@luoshi/domain/kernel/day'
import { idOf, type Id } from '@luoshi/domain/kernel/ids'
import { recordKind } from '../execute/record.ts'

const none: HolidayTable = { status: 'none' }

export const holidaysKind = recordKind({
  kind: 'holidays',
  events: { HolidaysPublished: true } satisfies Record<HolidayTableEvent['type'], true>,
  initial: none,
  evolve: evolveHolidayTable,
  row: (table) =>
    table.status === 'none'
      ? null
      : { title: table.source, on_day: dayFrom({ year: table.year, month: 1, date: 1 }) },
})

export function holidaysId(year: number): Id<'holidays'> {
  return idOf('holidays', `holidays_${year}`)
}
