/** /api/v1/holidays, /api/v1/deadlines. Holidays are public; everybody who is signed in counts by the same days. */
import { explainNoticeReading, readNotice } from '@luoshi/domain/calendar/read-notice'
import { accept } from '@luoshi/domain/kernel/result'
import {
  countDeadline,
  deadlinesBefore,
  getCalendar,
  getDueDays,
  publishHolidays as publishSpec,
  readHolidayNotice,
} from '../contract/calendar.ts'
import type { World } from '../execute/context.ts'
import { refused } from '../execute/refused.ts'
import { mount, type Api } from '../http/mount.ts'
import { countBack, countOut } from './deadlines.ts'
import { readDueDays } from './due-days.ts'
import { publishHolidays, readCalendar } from './holidays.ts'

export function calendarRoutes(api: Api, world: World): void {
  mount(api, getCalendar, async ({ asked }) => accept(await readCalendar(world, asked.by.congress)))
  mount(api, publishSpec, async ({ asked, params, body }) => {
    const { version, ...table } = body
    const done = await publishHolidays(world, { ...asked, version, table: { ...params, ...table } })
    return done.ok ? accept(await readCalendar(world, asked.by.congress)) : done
  })
  mount(api, readHolidayNotice, async ({ params, body }) => {
    const read = readNotice(params.year, body.text)
    if (!read.ok) return refused(409, read.refusal.code, explainNoticeReading(read.refusal))
    return accept({ holidays: [...read.value.holidays], workdays: [...read.value.workdays] })
  })
  mount(api, getDueDays, ({ asked, params }) => readDueDays(world, asked.by, params.matter))
  mount(api, countDeadline, ({ asked, query }) => countOut(world, asked.by, query))
  mount(api, deadlinesBefore, ({ asked, query }) => countBack(world, asked.by, query))
}
