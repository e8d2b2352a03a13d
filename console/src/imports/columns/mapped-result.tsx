/** What a mapping gives, before anything is kept: the opinions with what to look at in each, and every row left out. */
import type { AnswerOf } from '@luoshi/server/contract/kit'
import type { MappedRow, previewMapping } from '@luoshi/server/contract/mappings'
import { SheetScroll } from '../../ui/sheet-scroll.tsx'
import { useLanguage, useWords } from '../../words/language.ts'
import { reasonText } from '../left-out-reasons.ts'

const shown = 100

export function MappedResult({ found }: Readonly<{ found: AnswerOf<typeof previewMapping> }>) {
  const { columns: words } = useWords()
  const { rows, leftOut, counted } = found
  return (
    <section className="card" aria-label={words.result}>
      <div className="card-head">
        <h2>{words.result}</h2>
      </div>
      <div className="card-body">
        <p>
          <b>{words.sum(rows.length, counted.mapped, counted.leftOut, counted.total)}</b>
        </p>
        <SheetScroll>
          <table className="sheet mapped-rows">
            <thead>
              <tr>
                {Object.values(words.resultColumns).map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, shown).map((row) => (
                <ResultRow key={`${row.sheet} ${row.rows.join()}`} row={row} />
              ))}
            </tbody>
          </table>
        </SheetScroll>
        {rows.length > shown && <p className="quiet">{words.moreOpinions(rows.length - shown)}</p>}
        <LeftOutRows leftOut={leftOut} />
      </div>
    </section>
  )
}

function ResultRow({ row }: Readonly<{ row: MappedRow }>) {
  const { columns: words } = useWords()
  const has = (...codes: readonly string[]) => row.problems.some((one) => codes.includes(one))
  return (
    <tr>
      <td className="number">{row.rows.join('、')}</td>
      <td>{row.number}</td>
      <td className="mapped-text">{row.text}</td>
      <td className={has('unit-unknown', 'unit-missing') ? 'has-problem' : ''}>{row.unit}</td>
      <td className={has('due-no-day', 'due-missing') ? 'has-problem' : ''}>
        {row.due}
        {row.dueDay !== null && row.dueDay !== row.due && (
          <small className="quiet"> → {row.dueDay}</small>
        )}
      </td>
      <td>{row.person}</td>
      <td className="mapped-text">{row.measure}</td>
      <td>
        {row.problems.map((problem) => (
          <span key={problem} className="row-problem">
            {words.problems[problem]}
          </span>
        ))}
      </td>
    </tr>
  )
}

function LeftOutRows({
  leftOut,
}: Readonly<{ leftOut: AnswerOf<typeof previewMapping>['leftOut'] }>) {
  const { columns: words } = useWords()
  const language = useLanguage()
  if (leftOut.length === 0) return null
  return (
    <details className="left-rows">
      <summary>
        {words.left}（{leftOut.length}）
      </summary>
      <ul>
        {leftOut.slice(0, 300).map(({ sheet, row, reason }) => (
          <li key={`${sheet} ${row}`}>
            {words.rowNumber(row)}：{reasonText(reason, language)}
          </li>
        ))}
      </ul>
    </details>
  )
}
