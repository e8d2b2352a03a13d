/** The verdict on the three axes: votes, grade, the reckoning in words, and the rule it was found by. */
import { axes } from '@luoshi/domain/verdicts/verdict'
import { Link } from '@tanstack/react-router'
import { fullDayText } from '../../../words/day-text.ts'
import { useLanguage, useWords } from '../../../words/language.ts'
import { AxisFigures } from './axis-figures.tsx'
import type { CellProps } from './cell.ts'
import { NothingYet } from './nothing-yet.tsx'

export function VerdictCell({ round: { verdict }, before }: CellProps) {
  const { matterPage, ballots } = useWords()
  const { rounds: words } = matterPage
  const language = useLanguage()
  if (verdict === null) return <NothingYet />
  const { members, present, issued, returned } = verdict.attendance
  const rules = [...new Set(axes.map((axis) => verdict[axis].ruleText))]
  return (
    <>
      <p className="cell-day">
        {fullDayText(verdict.on, language)} · {verdict.session}
        {verdict.by && (
          <>
            {' '}
            ·{' '}
            <Link to="/ballots/$ballot" params={{ ballot: verdict.by.ballot }}>
              {ballots.see}
            </Link>
            {verdict.by.excepted && ` · ${ballots.setApart}`}
          </>
        )}
      </p>
      <p className="quiet">{words.attendance(members, present, issued, returned)}</p>
      {axes.map((axis) => (
        <AxisFigures
          key={axis}
          axis={axis}
          finding={verdict[axis]}
          before={before?.verdict?.[axis] ?? null}
        />
      ))}
      {rules.map((rule) => (
        <p key={rule} className="rule-text">
          <b>{words.rule}</b> {rule}
        </p>
      ))}
      {verdict.reasons.trim() !== '' && (
        <p>
          <span className="cell-label">{words.reasons}</span>
          {verdict.reasons}
        </p>
      )}
    </>
  )
}
