/** The ballots held at a meeting, and the way to record one. */
import { subjectLabels } from '@luoshi/domain/ballots/ballot-rows'
import { listBallots } from '@luoshi/server/contract/ballots'
import type { MeetingRow } from '@luoshi/server/contract/meetings'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../api/server.ts'
import { useMay } from '../api/session.ts'
import { useSay, useWords } from '../words/language.ts'
import { useGradeName } from '../ui/grade-name.ts'

export function Results({ meeting }: Readonly<{ meeting: MeetingRow }>) {
  const { meetings: words, ballots: ballotWords } = useWords()
  const say = useSay()
  const may = useMay()
  const gradeName = useGradeName()
  const { data = [] } = useQuery({
    queryKey: ['ballots', 'at', meeting.id],
    queryFn: async () => (await ask(listBallots, { query: { meeting: meeting.id } })).rows,
  })
  const isHeld = meeting.status === 'inSession' || meeting.status === 'closed'
  if (!isHeld) return null
  return (
    <section className="card" aria-label={words.ballots}>
      <div className="card-head">
        <h2>{words.ballots}</h2>
        {may('OpenBallot') &&
          meeting.appraisals.map(({ id, title }) => (
            <Link
              key={id}
              to="/appraisals/$appraisal"
              params={{ appraisal: id }}
              search={{ tab: 'ballots' }}
              title={title}
            >
              {words.ballotOpen} →
            </Link>
          ))}
      </div>
      {data.length > 0 && (
        <ul className="meeting-results">
          {data.map((ballot) => (
            <li key={ballot.id}>
              <Link to="/ballots/$ballot" params={{ ballot: ballot.id }}>
                {ballot.officialName} {say(subjectLabels[ballot.about])}
              </Link>
              ：
              {ballot.status === 'announced'
                ? [...new Set(ballot.grades.map(gradeName))].join('、')
                : ballotWords.status[ballot.status]}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
