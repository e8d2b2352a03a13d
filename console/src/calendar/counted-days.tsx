/** A limit on small calendars: the month it starts in and the month it ends in, with what did not count and why. */
import type { Calendar } from '@luoshi/domain/calendar/calendar'
import type { SkippedDay } from '@luoshi/domain/calendar/count-deadline'
import { dayParts, type Day } from '@luoshi/domain/kernel/day'
import { useWords } from '../words/language.ts'
import { MonthGrid } from './month-grid.tsx'

export function CountedDays({
  start,
  end,
  skipped,
  uncertain,
  rule,
  calendar,
}: Readonly<{
  start: Day
  end: Day
  skipped: readonly SkippedDay[]
  uncertain: boolean
  rule: string
  calendar: Calendar
}>) {
  const { calendar: words } = useWords()
  const marks = { start, end, skipped: new Set(skipped.map(({ date }) => date)) }
  const months = [...new Set([start.slice(0, 7), end.slice(0, 7)])]
  return (
    <div className="counted-days">
      <p>{rule}</p>
      {uncertain && <p className="counted-uncertain">◆ {words.uncertain}</p>}
      <div className="counted-months">
        {months.map((one) => {
          const { year, month } = dayParts(one === start.slice(0, 7) ? start : end)
          return <MonthGrid key={one} year={year} month={month} calendar={calendar} marks={marks} />
        })}
      </div>
      {skipped.length === 0 ? (
        <p className="quiet">{words.noneSkipped}</p>
      ) : (
        <details>
          <summary>{words.skipped(skipped.length)}</summary>
          <ul className="skipped-days">
            {skipped.map(({ date, why }) => (
              <li key={date}>
                <span className="number">{date}</span> {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
