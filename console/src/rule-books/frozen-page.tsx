/** The rule book as it is frozen into one appraisal: by this one its verdicts are counted, whatever is adopted later. */
import { isId, type AppraisalId } from '@luoshi/domain/kernel/ids'
import { getFrozenBook } from '@luoshi/server/contract/rule-books'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { ask } from '../api/server.ts'
import { NotFound } from '../shell/not-found.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useWords } from '../words/language.ts'
import { BookSheet } from './book-sheet.tsx'
import { DownloadBook } from './download-book.tsx'
import { frozenQueryKey } from './frozen-line.tsx'
import './rule-books.css'

const route = getRouteApi('/appraisals/$appraisal/rule-book')

export function FrozenPage() {
  const { appraisal } = route.useParams()
  return isId('appraisal', appraisal) ? <Frozen key={appraisal} id={appraisal} /> : <NotFound />
}

function Frozen({ id }: Readonly<{ id: AppraisalId }>) {
  const { ruleBooks: words } = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: frozenQueryKey(id),
    queryFn: () => ask(getFrozenBook, { params: { appraisal: id } }),
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={12} />
  const { book, frozen, version } = data
  return (
    <>
      <PageHead
        title={book.name}
        lead={
          <>
            <Link to="/appraisals/$appraisal" params={{ appraisal: id }}>
              {words.backToAppraisal}
            </Link>{' '}
            · {words.frozen}
            {version !== null && version.edition !== null && ` · ${words.edition(version.edition)}`}
          </>
        }
        actions={
          <>
            <DownloadBook book={frozen} />
            <Button onClick={() => window.print()}>{words.print}</Button>
          </>
        }
      />
      <section className="card card-body book-facts" aria-label={words.facts}>
        <p>{words.frozenNote}</p>
        {version !== null && (
          <p>
            {words.fingerprint} <code className="book-hash">{version.hash}</code>
          </p>
        )}
      </section>
      <BookSheet book={book} changed={[]} onEdit={null} />
    </>
  )
}
