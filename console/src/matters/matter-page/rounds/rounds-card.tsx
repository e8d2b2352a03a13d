/** All rounds side by side, one column each; on a phone one at a time. What changed from round to round is marked. */
import type { Round } from '@luoshi/domain/matters/matter'
import type { MatterDetail } from '@luoshi/server/contract/matters'
import { useState, type ComponentType } from 'react'
import { EmptyNote } from '../../../ui/empty-note.tsx'
import { fullDayText, fullLimitText } from '../../../words/day-text.ts'
import { useLanguage, useWords } from '../../../words/language.ts'
import type { CellProps } from './cell.ts'
import { MeetingCell } from './meeting-cell.tsx'
import { OutcomeCell } from './outcome-cell.tsx'
import { PlanCell } from './plan-cell.tsx'
import { ProgressCell } from './progress-cell.tsx'
import { SubmissionCell } from './submission-cell.tsx'
import { VerdictCell } from './verdict-cell.tsx'
import { VerificationCell } from './verification-cell.tsx'

const rows = [
  ['meeting', MeetingCell],
  ['plan', PlanCell],
  ['progress', ProgressCell],
  ['submission', SubmissionCell],
  ['verification', VerificationCell],
  ['verdict', VerdictCell],
  ['outcome', OutcomeCell],
] as const satisfies readonly (readonly [string, ComponentType<CellProps>])[]

export function RoundsCard({ detail }: Readonly<{ detail: MatterDetail }>) {
  const { rounds: words } = useWords().matterPage
  const { rounds } = detail.matter
  const [picked, setPicked] = useState<number | null>(null)
  const chosen = Math.min(picked ?? rounds.length, rounds.length)
  const look = (round: Round) => (round.number === chosen ? 'is-chosen' : 'not-chosen')
  return (
    <section className="card rounds" aria-labelledby="rounds">
      <div className="card-head">
        <h2 id="rounds">
          {words.title}
          {rounds.length > 0 && <small>{words.count(rounds.length)}</small>}
        </h2>
        {rounds.length > 1 && <span className="quiet rounds-legend">{words.compared}</span>}
      </div>
      {rounds.length === 0 ? (
        <EmptyNote title={words.none}>{words.noneFix}</EmptyNote>
      ) : (
        <>
          {rounds.length > 1 && (
            <fieldset className="round-picker no-print" aria-label={words.choose}>
              {rounds.map(({ number }) => (
                <button
                  key={number}
                  type="button"
                  aria-pressed={number === chosen}
                  onClick={() => setPicked(number)}
                >
                  {words.round(number)}
                </button>
              ))}
            </fieldset>
          )}
          <section className="rounds-scroll" aria-label={words.title} ref={focusable}>
            <table className="rounds-table" style={{ minWidth: 96 + 240 * rounds.length }}>
              <thead>
                <tr>
                  <th className="rounds-corner" scope="col">
                    <span className="sr-only">{words.outcome}</span>
                  </th>
                  {rounds.map((round) => (
                    <RoundHead key={round.number} round={round} look={look(round)} />
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(([name, Cell]) => (
                  <tr key={name}>
                    <th scope="row">{words[name]}</th>
                    {rounds.map((round, at) => (
                      <td key={round.number} className={look(round)}>
                        <Cell round={round} before={rounds[at - 1] ?? null} detail={detail} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </section>
  )
}

/** Keys scroll it, where it is wider than the page. */
function focusable(table: HTMLElement | null): void {
  if (table) table.tabIndex = 0
}

function RoundHead({ round, look }: Readonly<{ round: Round; look: string }>) {
  const { rounds: words } = useWords().matterPage
  const language = useLanguage()
  return (
    <th scope="col" className={look}>
      {words.round(round.number)}
      <small>
        {words.from(fullDayText(round.startedOn, language))} ·{' '}
        {words.due(fullLimitText(round.due, language))}
      </small>
    </th>
  )
}
