/** Achievements beside problems (S23): the same card for the committee and for the official. */
import { statusLabels } from '@luoshi/domain/matters/status-labels'
import { getBalance } from '@luoshi/server/contract/inquiries'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../api/server.ts'
import type { AppraisalTabProps } from '../shell/appraisal-tabs.ts'
import { MatterLink } from '../ui/matter-link.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useSay, useWords } from '../words/language.ts'
import './inquiries.css'

export function BalanceCard({ appraisal }: AppraisalTabProps) {
  const { balance: words } = useWords().inquiries
  const say = useSay()
  const { data, error, refetch } = useQuery({
    queryKey: ['appraisals', appraisal.id, 'balance'],
    queryFn: () => ask(getBalance, { params: { appraisal: appraisal.id } }),
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return null
  const { achievements, problems } = data
  return (
    <section className="card" aria-label={words.title}>
      <div className="card-head">
        <h2>{words.title}</h2>
      </div>
      <div className="card-body balance">
        <div>
          <h3>
            {words.achievements} <small className="number">{achievements.length}</small>
          </h3>
          {achievements.length === 0 && <p className="quiet">{words.none}</p>}
          <ul>
            {achievements.map(({ from, text }) => (
              <li key={`${from} ${text}`}>
                <span className="as-written">{text}</span>{' '}
                <small className="quiet">{words.from[from]}</small>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>
            {words.problems} <small className="number">{problems.length}</small>
          </h3>
          {problems.length === 0 && <p className="quiet">{words.noProblems}</p>}
          <ul>
            {problems.map(({ id, number, title, status }) => (
              <li key={id}>
                <MatterLink matter={id}>
                  {number}. {title}
                </MatterLink>{' '}
                <small className="quiet">{say(statusLabels[status])}</small>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}
