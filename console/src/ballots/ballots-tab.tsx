/** The ballots of an appraisal over its sessions: on the official, and on rectification round by round. */
import { subjectLabels, type BallotSubject } from '@luoshi/domain/ballots/ballot-rows'
import { getBallotRules, listBallots, type BallotBrief } from '@luoshi/server/contract/ballots'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useMay, useSession } from '../api/session.ts'
import type { AppraisalTabProps } from '../shell/appraisal-tabs.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import './ballots.css'
import { OpenBallot } from './open-ballot.tsx'
import { VerdictTable } from './verdict-table.tsx'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import { useGradeName } from '../ui/grade-name.ts'

export function BallotsTab({ appraisal }: AppraisalTabProps) {
  const { ballots: words } = useWords()
  const may = useMay()
  const [opening, setOpening] = useState<BallotSubject['type'] | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['ballots', 'of', appraisal.id],
    queryFn: async () => (await ask(listBallots, { query: { appraisal: appraisal.id } })).rows,
  })
  const { data: rules } = useQuery({
    queryKey: ['ballots', 'rules', appraisal.id],
    queryFn: () => ask(getBallotRules, { params: { appraisal: appraisal.id } }),
  })
  const isReport = rules?.rectificationJudged === 'report'
  const buttons = may('OpenBallot') && appraisal.status === 'running' && (
    <>
      <Button onClick={() => setOpening('official')}>{words.ofOfficial}</Button>{' '}
      <Button onClick={() => setOpening(isReport ? 'report' : 'matters')}>{words.ofMatters}</Button>
    </>
  )
  return (
    <>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={4} />}
      {data?.length === 0 && (
        <section className="card">
          <EmptyNote title={words.none} action={buttons}>
            {words.noneFix}
          </EmptyNote>
        </section>
      )}
      {data !== undefined && data.length > 0 && (
        <section className="card" aria-label={words.sessions}>
          <div className="card-head">
            <h2>{words.sessions}</h2>
            <div>{buttons}</div>
          </div>
          <SheetScroll className="ballot-scroll">
            <SessionTable ballots={data} />
          </SheetScroll>
        </section>
      )}
      <VerdictTable appraisal={appraisal.id} />
      {rules && (
        <p className="quiet">
          {words.ruleBook}：{rules.bookName}。<RuleWords rules={rules} />
        </p>
      )}
      {opening !== null && (
        <OpenBallot
          appraisal={appraisal.id}
          session={appraisal.session}
          about={opening}
          onClose={() => setOpening(null)}
        />
      )}
    </>
  )
}

function RuleWords({ rules }: Readonly<{ rules: { official: { zh: string; en: string } } }>) {
  return <>{useSay()(rules.official)}</>
}

function SessionTable({ ballots }: Readonly<{ ballots: readonly BallotBrief[] }>) {
  const gradeName = useGradeName()
  const { ballots: words } = useWords()
  const say = useSay()
  const { today } = useSession()
  const language = useLanguage()
  return (
    <table className="sheet">
      <thead>
        <tr>
          <th scope="col">{words.session}</th>
          <th scope="col">{words.row}</th>
          <th scope="col">{words.announcedRow}</th>
        </tr>
      </thead>
      <tbody>
        {ballots.map((ballot) => (
          <tr key={ballot.id}>
            <td>
              {ballot.session}
              <br />
              <small className="quiet">{dayText(ballot.heldOn, today, language)}</small>
            </td>
            <td>
              <Link to="/ballots/$ballot" params={{ ballot: ballot.id }}>
                {say(subjectLabels[ballot.about])}
              </Link>
              {ballot.about !== 'official' && (
                <small className="quiet"> {words.matterCount(ballot.matters)}</small>
              )}
            </td>
            <td>
              {ballot.status === 'announced'
                ? tallied(ballot.grades.map(gradeName))
                : words.status[ballot.status]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 满意 for one row, 满意 8 · 基本满意 1 for many. */
function tallied(grades: readonly string[]): string {
  if (grades.length === 1) return grades.join('')
  const each = [...new Set(grades)]
  return each.map((grade) => `${grade} ${grades.filter((one) => one === grade).length}`).join(' · ')
}
