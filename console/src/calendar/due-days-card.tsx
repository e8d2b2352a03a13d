/** Beside a matter's days: how each came about, on a small calendar; and whether the leadership met in time. */
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { ProblemNote } from '../ui/problem-note.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'
import './calendar.css'
import { calendarQuery, dueDaysQuery } from './calendar-query.ts'
import { CountedDays } from './counted-days.tsx'

export function DueDaysCard({ matter }: Readonly<{ matter: MatterId }>) {
  const { calendar: words } = useWords()
  const language = useLanguage()
  const days = useQuery(dueDaysQuery(matter))
  const years = useQuery(calendarQuery)
  const error = days.error ?? years.error
  if (error) return <ProblemNote error={error} />
  if (!days.data || !years.data || days.data.rows.length === 0) return null
  const { rows, meeting } = days.data
  const warns = meeting === 'late' || meeting === 'overdue'
  return (
    <section className="card due-days" aria-label={words.how}>
      <div className="card-head">
        <h2>{words.how}</h2>
        {meeting !== null && (
          <span className={warns ? 'meeting-late' : 'quiet'}>
            {warns && '▲ '}
            {words.meeting[meeting]}
          </span>
        )}
      </div>
      <div className="card-body">
        {rows.map(({ kind, start, due, counted, skipped, uncertain, words: rule }) => (
          <details key={kind}>
            <summary>
              {words.kinds[kind]}{' '}
              <strong className="number">
                {counted === null ? words.open : fullDayText(counted, language)}
              </strong>
              {due !== counted && due !== null && (
                <span>{words.extended(fullDayText(due, language))}</span>
              )}
              {uncertain && <span className="counted-uncertain">◆</span>}
            </summary>
            {counted === null ? (
              <p>{rule[language]}</p>
            ) : (
              <CountedDays
                start={start}
                end={counted}
                skipped={skipped}
                uncertain={uncertain}
                rule={rule[language]}
                calendar={years.data.calendar}
              />
            )}
          </details>
        ))}
      </div>
    </section>
  )
}
