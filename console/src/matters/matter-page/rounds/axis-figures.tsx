/** One axis of a verdict: a bar of the votes, the counts with how they moved, the grade and its reckoning. */
import { axisLabels, type Axis, type AxisFinding } from '@luoshi/domain/verdicts/verdict'
import { useSay, useWords } from '../../../words/language.ts'
import { voteFields } from '../steps/judgement.ts'
import { difference } from './compare.ts'
import { ResultMark } from './result-mark.tsx'

export function AxisFigures({
  axis,
  finding,
  before,
}: Readonly<{ axis: Axis; finding: AxisFinding; before: AxisFinding | null }>) {
  const { rounds: words } = useWords().matterPage
  const say = useSay()
  const all = voteFields.reduce((sum, field) => sum + finding.votes[field], 0)
  let start = 0
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
        {voteFields.map((field) => {
          const width = all === 0 ? 0 : (finding.votes[field] / all) * 100
          start += width
          return (
            <rect
              key={field}
              className={`vote-${field}`}
              x={start - width}
              width={width}
              height="8"
            />
          )
        })}
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
      <p className="rule-words">{finding.words}</p>
    </div>
  )
}
