/** The papers that were issued, newest first. */
import { noticeProblemLabels } from '@luoshi/domain/supervision/notice'
import { listNotices } from '@luoshi/server/contract/supervision'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import '../ui/sheet-cards.css'

export function NoticesList({ mayIssue }: Readonly<{ mayIssue: boolean }>) {
  const { supervision: words } = useWords()
  const { today } = useSession()
  const say = useSay()
  const language = useLanguage()
  const { data, error, refetch } = useQuery({
    queryKey: ['notices'],
    queryFn: async () => (await ask(listNotices, { query: {} })).rows,
  })
  return (
    <section className="card" aria-label={words.papers}>
      <div className="card-head">
        <h2>
          {words.papers}
          <small className="number">{data?.length}</small>
        </h2>
      </div>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={3} />}
      {data?.length === 0 && (
        <EmptyNote title={mayIssue ? words.noPapers : words.noPapersUnit}>
          {mayIssue && words.noPapersFix}
        </EmptyNote>
      )}
      {data !== undefined && data.length > 0 && (
        <SheetScroll>
          <table className="sheet sheet-cards">
            <thead>
              <tr>
                <th scope="col">{words.reference}</th>
                <th scope="col">{words.unit}</th>
                <th scope="col">{words.problem}</th>
                <th scope="col" className="end">
                  {words.matter}
                </th>
                <th scope="col">{words.issuedOn}</th>
                <th scope="col">{words.reportBy}</th>
                <th scope="col">{words.state}</th>
              </tr>
            </thead>
            <tbody>
              {data.map((notice) => (
                <tr key={notice.id}>
                  <td className="card-title">
                    <Link to="/notices/$notice" params={{ notice: notice.id }}>
                      {notice.reference}
                    </Link>
                  </td>
                  <td data-label={words.unit}>{notice.unitName}</td>
                  <td data-label={words.problem}>{say(noticeProblemLabels[notice.problem])}</td>
                  <td data-label={words.matter} className="end number">
                    {words.matters(notice.matters)}
                  </td>
                  <td data-label={words.issuedOn}>{dayText(notice.issuedOn, today, language)}</td>
                  <td data-label={words.reportBy}>{dayText(notice.reportBy, today, language)}</td>
                  <td data-label={words.state}>{words.status[notice.status]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </SheetScroll>
      )}
    </section>
  )
}
