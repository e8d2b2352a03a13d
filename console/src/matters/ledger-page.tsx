/** The ledger of matters. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useWords } from '../words/language.ts'
import { ledgerQuery } from './ledger-query.ts'

const route = getRouteApi('/matters')

export function LedgerPage() {
  const { matters } = useWords()
  const search = route.useSearch()
  const { data, error, refetch } = useInfiniteQuery(ledgerQuery(search))
  return (
    <>
      <PageHead title={matters.title} />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      <ul>
        {data?.pages
          .flatMap((page) => page.rows)
          .map((row) => (
            <li key={row.id}>{row.title}</li>
          ))}
      </ul>
    </>
  )
}
