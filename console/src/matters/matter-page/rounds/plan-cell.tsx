/** The plan of a round, part by part, beside the plan before. */
import { fullDayText } from '../../../words/day-text.ts'
import { useLanguage, useWords } from '../../../words/language.ts'
import type { CellProps } from './cell.ts'
import { Changed } from './changed.tsx'
import { comparedList, personText } from './compare.ts'
import { NothingYet } from './nothing-yet.tsx'

export function PlanCell({ round, before }: CellProps) {
  const { rounds: words } = useWords().matterPage
  const language = useLanguage()
  const { plan } = round
  if (plan === null) return <NothingYet />
  const former = before?.plan ?? null
  if (former !== null && JSON.stringify(former) === JSON.stringify(plan)) {
    return <p className="quiet">{words.planStands}</p>
  }
  const { lines, dropped } = comparedList(plan.measures, former?.measures)
  const day = (one: typeof plan.dueOn) => fullDayText(one, language)
  return (
    <>
      <p className={round.planAccepted ? 'plan-accepted' : 'plan-awaiting'}>
        {round.planAccepted ? `✓ ${words.accepted}` : `◷ ${words.awaiting}`}
      </p>
      <Changed label={words.analysis} now={plan.analysis} before={former?.analysis} />
      <Changed label={words.task} now={plan.task} before={former?.task} />
      <p>
        <span className="cell-label">{words.measures}</span>
      </p>
      <ol className="cell-measures">
        {lines.map(({ text, added }) => (
          <li key={text} className={added ? 'is-changed' : ''}>
            {text}
            {added && <span className="change-mark">{words.added}</span>}
          </li>
        ))}
      </ol>
      {dropped.length > 0 && (
        <p className="cell-dropped">
          <span className="cell-label">{words.dropped}</span>
          {dropped.map((text) => (
            <del key={text}>{text}</del>
          ))}
        </p>
      )}
      <Changed label={words.time} now={day(plan.dueOn)} before={former && day(former.dueOn)} />
      {(['oversees', 'leads', 'does'] as const).map((duty) => (
        <Changed
          key={duty}
          label={words[duty]}
          now={personText(plan[duty])}
          before={former && personText(former[duty])}
        />
      ))}
    </>
  )
}
