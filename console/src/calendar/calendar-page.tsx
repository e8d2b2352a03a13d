/** Holidays year by year as the congress goes by them, where they come from, and a limit counted by them. */
import type { Calendar } from '@luoshi/domain/calendar/calendar'
import { dayParts } from '@luoshi/domain/kernel/day'
import type { HolidayYearRow } from '@luoshi/server/contract/calendar'
import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useMay, useSession } from '../api/session.ts'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useWords } from '../words/language.ts'
import './calendar.css'
import { calendarQuery } from './calendar-query.ts'
import { CountCard } from './count-card.tsx'
import { EnterHolidays, HolidayList } from './enter-holidays.tsx'
import { MonthGrid } from './month-grid.tsx'

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

export function CalendarPage() {
  const { calendar: words } = useWords()
  const { today } = useSession()
  const may = useMay()
  const { data, error, refetch } = useQuery(calendarQuery)
  const [chosen, setChosen] = useState<number>(dayParts(today).year)
  const [entering, setEntering] = useState(false)
  const known = data?.years.find(({ year }) => year === chosen)
  const years = data ? [...new Set([...data.years.map(({ year }) => year), data.awaited])] : []
  const act = known ? words.amend(chosen) : words.enter(chosen)
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          data &&
          may('PublishHolidays') && (
            <Button type={known ? 'default' : 'primary'} onClick={() => setEntering(true)}>
              {act}
            </Button>
          )
        }
      />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={10} />}
      {data && (
        <>
          <Segmented
            className="calendar-years"
            aria-label={words.years}
            value={chosen}
            onChange={setChosen}
            options={years
              .toSorted((a, b) => a - b)
              .map((year) => ({
                value: year,
                label: year === data.awaited ? words.awaitedYear(year) : words.yearOf(year),
              }))}
          />
          <Year year={chosen} known={known} calendar={data.calendar} />
          <CountCard calendar={data.calendar} />
        </>
      )}
      {entering && (
        <EnterHolidays
          year={chosen}
          version={known?.version ?? 0}
          onClose={() => setEntering(false)}
        />
      )}
    </>
  )
}

function Year({
  year,
  known,
  calendar,
}: Readonly<{ year: number; known: HolidayYearRow | undefined; calendar: Calendar }>) {
  const { calendar: words } = useWords()
  return (
    <section className="card" aria-label={words.yearOf(year)}>
      <div className="card-head">
        <h2>
          {words.yearOf(year)}
          {known && <small>{known.version === 0 ? words.shipped : words.own}</small>}
        </h2>
      </div>
      <div className="card-body">
        {known ? (
          <>
            <p className="calendar-source">
              {words.source}：{known.source}
            </p>
            <HolidayList holidays={known.holidays} workdays={known.workdays} />
          </>
        ) : (
          <p className="counted-uncertain">◆ {words.awaitedNote(year)}</p>
        )}
        <div className="year-grid">
          {months.map((month) => (
            <MonthGrid key={month} year={year} month={month} calendar={calendar} />
          ))}
        </div>
      </div>
    </section>
  )
}
