/** The figures of every row, their grade, and the reckoning sentence by sentence with the rule's own text beside it. */
import { shownResults } from '@luoshi/domain/ballots/ballot-sheet'
import { validForms } from '@luoshi/domain/ballots/ballot-count'
import type { BallotDetail } from '@luoshi/server/contract/ballots'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import { FiguresTable } from './figures-table.tsx'
import { useRowName } from './row-names.ts'

export function ResultTable({ ballot, steps }: Readonly<{ ballot: BallotDetail; steps: boolean }>) {
  const { ballots: words } = useWords()
  const say = useSay()
  const language = useLanguage()
  const nameOf = useRowName(ballot)
  const { count } = ballot
  if (!count) return null
  const judged = shownResults(ballot, count)
  return (
    <>
      <dl className="ballot-count">
        <dt>{words.issued}</dt>
        <dd className="number">{count.issued}</dd>
        <dt>{words.returned}</dt>
        <dd className="number">{count.returned}</dd>
        <dt>{words.valid}</dt>
        <dd className="number">{validForms(count)}</dd>
        <dt>{words.invalid}</dt>
        <dd className="number">{count.invalid}</dd>
      </dl>
      <FiguresTable
        ballot={ballot}
        rows={count.rows}
        shares={judged.map(({ shares }) => shares)}
        grades={judged}
      />
      {steps &&
        ballot.rows.map((row, at) => (
          <details key={nameOf(row)} className="ballot-steps" open={ballot.rows.length === 1}>
            <summary>{words.stepsOf(nameOf(row))}</summary>
            <ol>
              {(language === 'zh' ? judged[at]?.steps : judged[at]?.stepsEn)?.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            <p className="rule-text">{words.ruleIs(judged[at]?.ruleText ?? '')}</p>
            {judged[at]?.warnings.map((warning) => (
              <p key={warning.code} className="ballot-warning">
                {say(warning)}
              </p>
            ))}
          </details>
        ))}
    </>
  )
}
