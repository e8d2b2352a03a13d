/**
 * Rule: what must reach someone so many days or months before a meeting. The day is moved forward in time, never
 * towards the meeting, when it is a rest day.
 *
 * Source: 监督法第十五条 (draft report 20 days, final report 10 days, to members 7 days before the meeting);
 * notice two months before (昭通市述职评议办法).
 */
import { addDays, type Day } from '../kernel/day.ts'
import { addMonths } from './add-months.ts'
import { isAnnounced, lastWorkday, type Calendar } from './calendar.ts'

export type Lead = Readonly<{ count: number; unit: 'day' | 'month' }>

export type LatestDay = Readonly<{ latest: Day; provisional: boolean }>

/** The latest working day on which it is still in time. */
export function latestDayBefore(
  meeting: Day,
  { count, unit }: Lead,
  calendar: Calendar,
): LatestDay {
  const exact = unit === 'day' ? addDays(meeting, -count) : addMonths(meeting, -count)
  const latest = lastWorkday(exact, calendar)
  const provisional = !isAnnounced(exact, calendar) || !isAnnounced(latest, calendar)
  return { latest, provisional }
}
