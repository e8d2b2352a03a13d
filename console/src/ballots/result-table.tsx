/** The figures of every row, their grade, and the reckoning sentence by sentence with the rule's own text beside it. */
import { sheetColumns, shownResults } from '@luoshi/domain/ballots/ballot-sheet'
import { validForms } from '@luoshi/domain/ballots/ballot-count'
import type { BallotDetail } from '@luoshi/server/contract/ballots'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import { useRowName } from './row-names.ts'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import { useGradeName } from '../ui/grade-name.ts'

export function ResultTable({ ballot, steps }: Readonly<{ ballot: BallotDetail; steps: boolean }>) {
  const { ballots: words } = useWords()
  const say = useSay()
  const language = useLanguage()
  const gradeName = useGradeName()
  const nameOf = useRowName(ballot)
  const { count } = ballot
  if (!count) return null
  const columns = sheetColumns(ballot.subject, ballot.ruleBook)
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
      <SheetScroll className="ballot-scroll">
        <table className="sheet ballot-result">
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              {columns.map((column) => (
                <th key={column.field} scope="col">
                  {say(column)}
                </th>
              ))}
              <th scope="col">{words.grade}</th>
            </tr>
          </thead>
          <tbody>
            {ballot.rows.map((row, at) => (
              <tr key={nameOf(row)}>
                <th scope="row">{nameOf(row)}</th>
                {columns.map((column) => (
                  <td key={column.field} className="number" data-label={say(column)}>
                    {count.rows[at]?.[column.field]}
                    <small className="quiet">
                      {column.field === 'spoiled' ? '' : judged[at]?.shares[column.field]?.percent}
                    </small>
                  </td>
                ))}
                <td data-label={words.grade}>
                  <b className={`outcome-${judged[at]?.result}`}>
                    {gradeName(judged[at]?.grade ?? '')}
                  </b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </SheetScroll>
      {steps &&
        ballot.rows.map((row, at) => (
          <details key={nameOf(row)} className="ballot-steps" open={ballot.rows.length === 1}>
            <summary>
              {words.steps}：{nameOf(row)}
            </summary>
            <ol>
              {(language === 'zh' ? judged[at]?.steps : judged[at]?.stepsEn)?.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            <p className="rule-text">
              {words.rule}：{judged[at]?.ruleText}
            </p>
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
