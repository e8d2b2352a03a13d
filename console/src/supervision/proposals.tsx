/** What the ladder proposes next, rung by rung: one click opens the papers of a whole rung, and a person sends them. */
import { chaseLevelLabels, chaseLevels, type ChaseLevel } from '@luoshi/domain/supervision/chase'
import { listProposals, type Proposal } from '@luoshi/server/contract/supervision'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useSay, useWords } from '../words/language.ts'
import { IssueNotices } from './issue-notices.tsx'

export function Proposals() {
  const { briefings: words } = useWords()
  const say = useSay()
  const [issuing, setIssuing] = useState<ChaseLevel | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['supervision', 'proposals'],
    queryFn: async () => (await ask(listProposals, {})).rows,
  })
  const of = (level: ChaseLevel) => data?.filter(({ propose }) => propose === level) ?? []
  const levels = chaseLevels.filter((level) => of(level).length > 0)
  return (
    <section className="card" aria-label={words.proposals}>
      <div className="card-head">
        <h2>{words.proposals}</h2>
      </div>
      <p className="card-body quiet">
        {data?.length === 0 ? words.noProposals : words.proposalsLead}
      </p>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {levels.length > 0 && (
        <ul className="proposal-list">
          {levels.map((level) => (
            <li key={level}>
              <span>
                {words.propose(say(chaseLevelLabels[level]), of(level).length, unitsOf(of(level)))}
              </span>
              <Button
                aria-label={`${words.issueAll}：${say(chaseLevelLabels[level])}`}
                onClick={() => setIssuing(level)}
              >
                {words.issueAll}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {issuing !== null && (
        <IssueNotices
          rows={of(issuing)}
          first={issuing}
          onClose={() => setIssuing(null)}
          onDone={() => setIssuing(null)}
        />
      )}
    </section>
  )
}

function unitsOf(rows: readonly Proposal[]): number {
  return new Set(rows.map(({ unit }) => unit)).size
}
