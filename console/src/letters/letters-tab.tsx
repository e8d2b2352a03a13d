/** The opinion letters of an appraisal, and approved matters that none of them holds. */
import { listLetters } from '@luoshi/server/contract/letters'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { ask } from '../api/server.ts'
import type { AppraisalTabProps } from '../shell/appraisal-tabs.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { MatterLink } from '../ui/matter-link.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useWords } from '../words/language.ts'
import { ReportsList } from './reports-list.tsx'
import { LettersTable } from './letters-table.tsx'
import './letters.css'

export function LettersTab({ appraisal }: AppraisalTabProps) {
  const { letters: words } = useWords()
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery({
    queryKey: ['letters', appraisal.id],
    queryFn: () => ask(listLetters, { params: { appraisal: appraisal.id } }),
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={5} />
  const isFirst = data.rows.length === 0
  const button = data.mayDraft && (
    <Button
      type={isFirst ? 'primary' : 'default'}
      onClick={() => void navigate({ to: '/new-letter', search: { appraisal: appraisal.id } })}
    >
      {isFirst ? words.draft : words.draftAnother}
    </Button>
  )
  return (
    <>
      {data.leftOut.length > 0 && (
        <section className="card letter-left-out" role="note">
          <p>
            <strong>{words.leftOut(data.leftOut.length)}</strong>
          </p>
          <p className="quiet">{words.leftOutFix}</p>
          <ul>
            {data.leftOut.map(({ id, number, title }) => (
              <li key={id}>
                <MatterLink matter={id}>
                  {words.matterNumber(number)} {title}
                </MatterLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="card" aria-label={words.title}>
        {isFirst ? (
          <EmptyNote title={words.none} action={button}>
            {words.noneFix}
          </EmptyNote>
        ) : (
          <>
            <div className="card-head">
              <h2>{words.title}</h2>
              {button}
            </div>
            <LettersTable rows={data.rows} />
          </>
        )}
      </section>
      <ReportsList appraisal={appraisal.id} />
    </>
  )
}
