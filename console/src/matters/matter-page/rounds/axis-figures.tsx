/** One axis of a verdict: a bar of the votes, the counts with how they moved, the grade and its reckoning. */
import { axisLabels, type Axis, type AxisFinding } from '@luoshi/domain/verdicts/verdict'
import { useSay, useWords } from '../../../words/language.ts'
import { voteFields, type VoteField } from '../steps/judgement.ts'
import { difference } from './compare.ts'
import { ResultMark } from './result-mark.tsx'

export function AxisFigures({
  axis,
  finding,
  before,
}: Readonly<{ axis: Axis; finding: AxisFinding; before: AxisFinding | null }>) {
  const { rounds: words } = useWords().matterPage
  const say = useSay()
  const sum = (fields: readonly VoteField[]) =>
    fields.reduce((all, field) => all + finding.votes[field], 0)
  const share = (fields: readonly VoteField[]) => (100 * sum(fields)) / Math.max(1, sum(voteFields))
  return (
    <div className="axis-figures">
      <p className="axis-head">
        <b>{say(axisLabels[axis])}</b>
        <ResultMark result={finding.result} grade={finding.grade} />
        {before !== null && before.grade !== finding.grade && (
          <span className="change-mark">{words.before(before.grade)}</span>
        )}
      </p>
      <svg className="vote-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        {voteFields.map((field, at) => (
          <rect
            key={field}
            className={`vote-${field}`}
            x={share(voteFields.slice(0, at))}
            width={share([field])}
            height="8"
          />
        ))}
      </svg>
      <p className="vote-counts number">
        {voteFields.map((field) => (
          <span key={field}>
            <i className={`vote-key vote-${field}`} aria-hidden="true" />
            {words.votes[field]} <b>{finding.votes[field]}</b>
            <small>{difference(finding.votes[field], before?.votes[field])}</small>
          </span>
        ))}
      </p>
      <details className="reckoning no-print">
        <summary>{words.reckoning}</summary>
        <p className="rule-words">{finding.words}</p>
      </details>
    </div>
  )
}
