/** Figures of every row in the columns of the sheet, each with its share; a column more where there is a grade to show. */
import { sheetColumns } from '@luoshi/domain/ballots/ballot-sheet'
import type { BallotDetail } from '@luoshi/server/contract/ballots'
import { useGradeName } from '../ui/grade-name.ts'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import { useSay, useWords } from '../words/language.ts'
import { useRowName } from './row-names.ts'

type Field = ReturnType<typeof sheetColumns>[number]['field']
type Figures = Partial<Readonly<Record<Field, number>>>
type Shares = Partial<Readonly<Record<Field, Readonly<{ percent: string }>>>>

export function FiguresTable({
  ballot,
  rows,
  shares,
  grades,
}: Readonly<{
  ballot: BallotDetail
  rows: readonly Figures[]
  shares: readonly (Shares | undefined)[]
  grades?: readonly Readonly<{ grade: string; result: string | undefined }>[]
}>) {
  const { ballots: words } = useWords()
  const say = useSay()
  const gradeName = useGradeName()
  const nameOf = useRowName(ballot)
  const columns = sheetColumns(ballot.subject, ballot.ruleBook)
  return (
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
            {grades && <th scope="col">{words.grade}</th>}
          </tr>
        </thead>
        <tbody>
          {ballot.rows.map((row, at) => (
            <tr key={nameOf(row)}>
              <th scope="row">{nameOf(row)}</th>
              {columns.map(({ field, ...column }) => (
                <td key={field} className="number" data-label={say(column)}>
                  {rows[at]?.[field]}
                  <small className="quiet">
                    {field === 'spoiled' ? '' : shares[at]?.[field]?.percent}
                  </small>
                </td>
              ))}
              {grades && (
                <td data-label={words.grade}>
                  <b className={`outcome-${grades[at]?.result}`}>
                    {gradeName(grades[at]?.grade ?? '')}
                  </b>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </SheetScroll>
  )
}
