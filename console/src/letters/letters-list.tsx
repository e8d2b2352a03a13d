/** The letters that this person may see, for those who have no page of the appraisal: the units. */
import { listOwnLetters } from '@luoshi/server/contract/letters'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../api/server.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useWords } from '../words/language.ts'
import { LettersTable } from './letters-table.tsx'
import './letters.css'

export function LettersList() {
  const { letters: words } = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['letters'],
    queryFn: async () => (await ask(listOwnLetters, {})).rows,
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
      {data?.length === 0 && <EmptyNote title={words.noneUnit} />}
      {data !== undefined && data.length > 0 && <LettersTable rows={data} />}
    </section>
  )
}
