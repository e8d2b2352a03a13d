/** Closure forms (销号审批表) of everything found satisfied, to be printed for the chairs. Fields: domain.md §8.11. */
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { listMatters } from '@luoshi/server/contract/matters'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { ask } from '../api/server.ts'
import { matterQuery } from '../matters/matter-page/matter-query.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useWords } from '../words/language.ts'
import { ClosureForm } from './closure-form.tsx'
import './closures.css'

export function ClosuresPage() {
  const { closures: words, samples } = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['matters', 'closures'],
    queryFn: () => ask(listMatters, { query: { status: 'satisfied', sort: 'number', limit: 100 } }),
  })
  return (
    <>
      <PageHead
        title={words.title}
        lead={
          <>
            {words.lead} <Link to="/supervision">{samples.back}</Link>
          </>
        }
        actions={<Button onClick={() => window.print()}>{words.print}</Button>}
      />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={8} />}
      {data?.rows.length === 0 && (
        <section className="card">
          <EmptyNote title={words.none}>{words.noneFix}</EmptyNote>
        </section>
      )}
      {data?.rows.map(({ id }) => (
        <Form key={id} id={id} />
      ))}
    </>
  )
}

function Form({ id }: Readonly<{ id: MatterId }>) {
  const { data } = useQuery(matterQuery(id, null))
  return data ? <ClosureForm detail={data} /> : <Waiting lines={6} />
}
