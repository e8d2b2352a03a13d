/** One month: rest days, holidays by name, make-up days; and, where a limit is shown, its start, its end, what it skipped. */
import { isRestDay, restName, type Calendar } from '@luoshi/domain/calendar/calendar'
import { dayFrom, daysInMonth, weekday, type Day } from '@luoshi/domain/kernel/day'
import { useWords } from '../words/language.ts'

export type MonthMarks = Readonly<{ start: Day; end: Day; skipped: ReadonlySet<Day> }>

export function MonthGrid({
  year,
  month,
  calendar,
  marks,
}: Readonly<{ year: number; month: number; calendar: Calendar; marks?: MonthMarks }>) {
  const { calendar: words } = useWords()
  const days = Array.from({ length: daysInMonth(year, month) }, (_, at) =>
    dayFrom({ year, month, date: at + 1 }),
  )
  const before = days[0] ? weekday(days[0]) - 1 : 0
  const weeks = Array.from({ length: Math.ceil((before + days.length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_unused, at) => days[week * 7 + at - before] ?? null),
  )
  return (
    <table className="month-grid">
      <caption>{words.month(year, month)}</caption>
      <thead>
        <tr>
          {words.weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, at) => (
          <tr key={week.find((one) => one !== null) ?? at}>
            {week.map((one, place) =>
              one === null ? (
                <td key={`none-${words.weekdays[place] ?? ''}`}>{'\u00A0'}</td>
              ) : (
                <DayCell key={one} day={one} calendar={calendar} marks={marks} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayCell({
  day,
  calendar,
  marks,
}: Readonly<{ day: Day; calendar: Calendar; marks: MonthMarks | undefined }>) {
  const { calendar: words } = useWords()
  const isOff = isRestDay(day, calendar)
  const named = isOff && calendar.rest.has(day)
  const madeUp = !isOff && calendar.work.has(day)
  const mark =
    day === marks?.end
      ? 'is-end'
      : day === marks?.start
        ? 'is-start'
        : marks?.skipped.has(day)
          ? 'is-skipped'
          : ''
  const said = [
    day === marks?.start ? words.start : '',
    day === marks?.end ? words.end : '',
    restName(day, calendar) ?? (madeUp ? words.workdays : ''),
  ].filter((part) => part !== '')
  return (
    <td
      className={`${isOff ? 'is-off' : ''} ${named ? 'is-holiday' : ''} ${madeUp ? 'is-made-up' : ''} ${mark}`}
      {...(said.length === 0 ? {} : { title: said.join('，') })}
    >
      <span>{Number(day.slice(8))}</span>
      {named && <small>{words.off}</small>}
      {madeUp && <small>{words.work}</small>}
    </td>
  )
}
