/** On the page of an appraisal: which rules it is judged by, in which version, with the way to read them. */
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { getFrozenBook } from '@luoshi/server/contract/rule-books'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../api/server.ts'
import { useWords } from '../words/language.ts'

export function frozenQueryKey(appraisal: AppraisalId) {
  return ['frozen-book', appraisal] as const
}

export function FrozenLine({ appraisal }: Readonly<{ appraisal: AppraisalId }>) {
  const { ruleBooks: words } = useWords()
  const { data } = useQuery({
    queryKey: frozenQueryKey(appraisal),
    queryFn: () => ask(getFrozenBook, { params: { appraisal } }),
    staleTime: Infinity,
  })
  if (!data) return null
  const { book, version } = data
  return (
    <p className="quiet">
      {words.judgedBy}{' '}
      <Link to="/appraisals/$appraisal/rule-book" params={{ appraisal }}>
        {book.name}
      </Link>
      {version !== null && version.edition !== null && `（${words.edition(version.edition)}）`}
      {version !== null && words.hashStarts(version.hash.slice(0, 12))}
    </p>
  )
}
