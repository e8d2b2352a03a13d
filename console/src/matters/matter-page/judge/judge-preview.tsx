/** What the figures lead to before they are recorded: each axis with its grade and the rule's words, and what follows. */
import { axes, axisLabels } from '@luoshi/domain/verdicts/verdict'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { useSay, useWords } from '../../../words/language.ts'
import { useStepForm } from '../next/form-context.tsx'
import { ResultMark } from '../rounds/result-mark.tsx'
import { useConsequences } from './use-consequences.ts'
import { useJudgePreview } from './use-judge-preview.ts'

export function JudgePreview() {
  const { judge: words } = useWords().matterPage
  const say = useSay()
  const { around, values } = useStepForm()
  const { complete, data, error, isPlaceholderData } = useJudgePreview(around, values)
  const consequences = useConsequences(around, data ?? null)
  return (
    <section className="judge-preview" aria-label={words.preview} aria-live="polite">
      <h3>{words.preview}</h3>
      {!complete && <RulesBefore />}
      {complete && error && <ProblemNote error={error} />}
      {complete && !error && !data && <p className="quiet">{words.counting}</p>}
      {complete && !error && data && (
        <div className={isPlaceholderData ? 'is-stale' : ''}>
          <div className="consequence">
            <b>{words.consequence}</b>
            {consequences.map((line) => (
              <p key={line}>{line}</p>
            ))}
            {data.outcome !== 'satisfied' && <p>{words.needReasons}</p>}
          </div>
          {axes.map((axis) => {
            const finding = data.findings[axis]
            return (
              <div key={axis} className="preview-axis">
                <p>
                  <b>{say(axisLabels[axis])}</b>
                  <ResultMark result={finding.result} grade={finding.grade} />
                </p>
                <p className="rule-words">{finding.words}</p>
              </div>
            )
          })}
        </div>
      )}
    </section>
  )
}

/** The rules by which will be counted, until there is something to count. */
function RulesBefore() {
  const { judge: words } = useWords().matterPage
  const say = useSay()
  const { around } = useStepForm()
  return (
    <>
      <p className="quiet">{words.waiting}</p>
      {around.detail.ruleBook.axes.map(({ axis, rule, text }) => (
        <p key={axis} className="rule-text">
          <b>{say(axisLabels[axis])}</b> {rule} · {text}
        </p>
      ))}
    </>
  )
}
