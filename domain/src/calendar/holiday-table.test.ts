import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { isAnnounced, isRestDay } from './calendar.ts'
import { chinaCalendar, chinaHolidays } from './china-holidays.ts'
import {
  calendarOver,
  evolveHolidayTable,
  explainHolidayTable,
  publishHolidays,
  yearAwaited,
} from './holiday-table.ts'

const today = day('2026-11-20')
const of2027 = {
  year: 2027,
  source: '国务院办公厅关于2027年部分节假日安排的通知',
  holidays: [
    { name: '春节', from: day('2027-02-05'), to: day('2027-02-11') },
    { name: '元旦', from: day('2027-01-01'), to: day('2027-01-03') },
  ],
  workdays: [day('2027-02-14')],
}

describe('a year that the office enters', () => {
  it('is kept with its source, in the order of its days, and counted by from then on', () => {
    const ruling = publishHolidays(of2027, today)
    if (!ruling.ok) throw new Error(ruling.refusal.code)
    const table = ruling.value.reduce(evolveHolidayTable, { status: 'none' })
    if (table.status === 'none') throw new Error('nothing kept')
    expect(table).toMatchObject({ year: 2027, savedOn: today, source: of2027.source })
    expect(table.holidays.map(({ name }) => name)).toEqual(['元旦', '春节'])
    const calendar = calendarOver([table])
    expect(isAnnounced(day('2027-03-01'), calendar)).toBe(true)
    expect(isRestDay(day('2027-02-08'), calendar)).toBe(true)
    expect(isRestDay(day('2027-02-14'), calendar)).toBe(false)
    expect(isRestDay(day('2026-10-01'), calendar)).toBe(true)
  })

  it.each(chinaHolidays)('of $year, as shipped, could have been entered', (year) => {
    expect(publishHolidays(year, today).ok).toBe(true)
  })

  it.each([
    [{ ...of2027, source: ' ' }, 'holiday-source-missing'],
    [{ ...of2027, holidays: [] }, 'holiday-none'],
    [{ ...of2027, workdays: [day('2027-02-15')] }, 'workday-is-weekday'],
    [{ ...of2027, workdays: [day('2027-02-07')] }, 'workday-is-holiday'],
    [{ ...of2027, year: 2028 }, 'holiday-outside-year'],
    [{ year: 1800, source: 'x', holidays: [], workdays: [] }, 'holiday-year-far'],
    [
      {
        ...of2027,
        holidays: [
          ...of2027.holidays,
          { name: '又', from: day('2027-02-11'), to: day('2027-02-12') },
        ],
      },
      'holidays-overlap',
    ],
  ])('is refused, case %#, with a sentence', (raw, code) => {
    const ruling = publishHolidays(raw, today)
    if (ruling.ok) throw new Error('kept')
    expect(ruling.refusal.code).toBe(code)
    expect(explainHolidayTable(ruling.refusal).zh.fix).not.toBe('')
  })

  it('is awaited from the first one that nobody has entered', () => {
    expect(yearAwaited(today, chinaCalendar)).toBe(2027)
    expect(yearAwaited(day('2020-01-01'), chinaCalendar)).toBe(2020)
  })
})
