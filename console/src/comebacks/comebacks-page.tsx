/** Ledgers that came back, newest first. */
import { listComebacks } from '@luoshi/server/contract/comebacks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage } from '../words/language.ts'
import './comebacks.css'
import { useComebackWords } from './comeback-words.ts'

export function ComebacksPage() {
  const words = useComebackWords()
  const language = useLanguage()
  const { today } = useSession()
  const { data, error, refetch } = useQuery({
    queryKey: ['comebacks'],
    queryFn: async () => (await ask(listComebacks, {})).rows,
  })
  return (
    <>
      <PageHead title={words.list} lead={words.listLead} />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data?.length === 0 && <EmptyNote title={words.none}>{words.noneHint}</EmptyNote>}
      {data && data.length > 0 && (
        <section className="card" aria-label={words.list}>
          <ul>
            {data.map(({ id, fileName, on, status, applied }) => (
              <li key={id}>
                <Link to="/comebacks/$comeback" params={{ comeback: id }} className="comeback-line">
                  <span>{fileName}</span>
                  <span className="quiet">{dayText(on, today, language)}</span>
                  <span className="quiet">
                    {status === 'applied' ? words.applied(applied) : words.notApplied}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
