/** Matters down, sessions across: what the committee found each time, and in which round. */
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { listVerdicts, type MatterVerdicts } from '@luoshi/server/contract/verdicts'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../api/server.ts'
import { MatterLink } from '../ui/matter-link.tsx'
import { useWords } from '../words/language.ts'
import { SheetScroll } from '../ui/sheet-scroll.tsx'

export function VerdictTable({ appraisal }: Readonly<{ appraisal: AppraisalId }>) {
  const { ballots: words } = useWords()
  const { data = [] } = useQuery({
    queryKey: ['ballots', 'verdicts', appraisal],
    queryFn: async () => (await ask(listVerdicts, { params: { appraisal } })).rows,
  })
  if (data.length === 0) return null
  const sessions = sessionsOf(data)
  return (
    <section className="card" aria-label={words.rounds}>
      <div className="card-head">
        <h2>{words.rounds}</h2>
      </div>
      <SheetScroll className="ballot-scroll">
        <table className="sheet">
          <thead>
            <tr>
              <th scope="col">{words.matter}</th>
              {sessions.map((session) => (
                <th key={session} scope="col">
                  {session}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.map(({ matter, number, title, verdicts }) => (
              <tr key={matter}>
                <th scope="row">
                  <span className="number quiet">{number}</span>{' '}
                  <MatterLink matter={matter}>{title}</MatterLink>
                </th>
                {sessions.map((session) => (
                  <td key={session}>
                    {verdicts
                      .filter((one) => one.session === session)
                      .map(({ round, outcome, isExcepted }) => (
                        <span key={round} className={`verdict-cell outcome-${outcome}`}>
                          {words.outcomes[outcome]}
                          <small className="quiet">
                            {' '}
                            {words.roundOf(round)}
                            {isExcepted && ` ${words.setApart}`}
                          </small>
                        </span>
                      ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </SheetScroll>
    </section>
  )
}

/** In the order in which they were held. */
function sessionsOf(rows: readonly MatterVerdicts[]): readonly string[] {
  const held = rows.flatMap(({ verdicts }) => verdicts.map(({ on, session }) => ({ on, session })))
  return [
    ...new Set(held.toSorted((a, b) => a.on.localeCompare(b.on)).map(({ session }) => session)),
  ]
}
