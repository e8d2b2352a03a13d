/** What came of a round. */
import { useWords } from '../../../words/language.ts'
import type { CellProps } from './cell.ts'
import { ResultMark } from './result-mark.tsx'

export function OutcomeCell({ round, detail: { matter } }: CellProps) {
  const { rounds: words } = useWords().matterPage
  const last = matter.rounds.at(-1)?.number === round.number
  const outcome = round.verdict?.outcome
  return (
    <>
      {outcome && <ResultMark result={outcome} grade={words.outcomes[outcome]} />}
      {outcome === 'satisfied' && !last && <p>{words.relapsed}</p>}
      {last && matter.status === 'closed' && <p className="plan-accepted">✓ {words.closed}</p>}
      {last && matter.status === 'exited' && <p>{words.left}</p>}
      {!outcome && last && matter.status !== 'exited' && (
        <span className="quiet">{words.running}</span>
      )}
    </>
  )
}
