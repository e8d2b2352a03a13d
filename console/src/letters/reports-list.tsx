/** Rectification reports in a list: of one appraisal, or all that this person may see. */
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { listReports } from '@luoshi/server/contract/reports'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import '../ui/sheet-cards.css'

export function ReportsList({ appraisal }: Readonly<{ appraisal?: AppraisalId }>) {
  const { reports: words } = useWords()
  const { today } = useSession()
  const language = useLanguage()
  const { data, error, refetch } = useQuery({
    queryKey: ['reports', appraisal],
    queryFn: async () =>
      (await ask(listReports, { query: appraisal === undefined ? {} : { appraisal } })).rows,
  })
  return (
    <section className="card" aria-label={words.title}>
      <div className="card-head">
        <h2>
          {words.title}
          <small className="number">{data?.length}</small>
        </h2>
      </div>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={3} />}
      {data?.length === 0 && <EmptyNote title={words.none}>{words.noneFix}</EmptyNote>}
      {data !== undefined && data.length > 0 && (
        <SheetScroll>
          <table className="sheet sheet-cards">
            <thead>
              <tr>
                <th scope="col">{words.unit}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">{words.on}</th>
              </tr>
            </thead>
            <tbody>
              {data.map((row) => (
                <tr key={row.id}>
                  <td className="card-title">
                    <Link to="/reports/$report" params={{ report: row.id }}>
                      {row.unitName}
                    </Link>
                  </td>
                  <td data-label={words.state}>{words.status[row.status]}</td>
                  <td data-label={words.on}>{dayText(row.on, today, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </SheetScroll>
      )}
    </section>
  )
}
