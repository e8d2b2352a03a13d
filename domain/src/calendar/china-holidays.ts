/**
 * The years the product knows. Add the next one when its notice is out, usually in November; until then
 * deadlines in it are reckoned by weekends and marked 暂按周末推算.
 *
 * Source: the yearly 国务院办公厅关于部分节假日安排的通知 named in each row.
 */
import { day } from '../kernel/day.ts'
import { calendarOf } from './calendar.ts'
import type { Holiday, HolidayYear } from './holiday-year.ts'

export const chinaHolidays: readonly HolidayYear[] = [
  {
    year: 2025,
    source: '国务院办公厅关于2025年部分节假日安排的通知',
    holidays: [
      holiday('元旦', '2025-01-01', '2025-01-01'),
      holiday('春节', '2025-01-28', '2025-02-04'),
      holiday('清明节', '2025-04-04', '2025-04-06'),
      holiday('劳动节', '2025-05-01', '2025-05-05'),
      holiday('端午节', '2025-05-31', '2025-06-02'),
      holiday('国庆节、中秋节', '2025-10-01', '2025-10-08'),
    ],
    workdays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'].map(day),
  },
  {
    year: 2026,
    source: '国务院办公厅关于2026年部分节假日安排的通知',
    holidays: [
      holiday('元旦', '2026-01-01', '2026-01-03'),
      holiday('春节', '2026-02-15', '2026-02-23'),
      holiday('清明节', '2026-04-04', '2026-04-06'),
      holiday('劳动节', '2026-05-01', '2026-05-05'),
      holiday('端午节', '2026-06-19', '2026-06-21'),
      holiday('中秋节', '2026-09-25', '2026-09-27'),
      holiday('国庆节', '2026-10-01', '2026-10-07'),
    ],
    workdays: [
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ].map(day),
  },
]

export const chinaCalendar = calendarOf(chinaHolidays)

function holiday(name: string, from: string, to: string): Holiday {
  return { name, from: day(from), to: day(to) }
}
