/** The forms of those who voted beside the members, each group's figures in a table of its own. */
import { validForms } from '@luoshi/domain/ballots/ballot-count'
import { sheetColumns, shownResults } from '@luoshi/domain/ballots/ballot-sheet'
import { voterGroupLabels } from '@luoshi/domain/rule-books/choice-words'
import type { BallotDetail } from '@luoshi/server/contract/ballots'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import { useSay, useWords } from '../words/language.ts'
import { useRowName } from './row-names.ts'

const words = {
  weight: (weight: number) => ({ zh: `（权重${weight}%）`, en: ` (${weight} %)` }),
  beside: { zh: '（供参考，不决定等次）', en: ' (for information)' },
  heads: (invited: number, present: number) => ({
    zh: `应参加${invited}人，实到${present}人`,
    en: `${present} of ${invited} invited came`,
  }),
}

/** 人大代表应参加60人，实到55人 */
export function groupHeads({ group, invited, present }: BallotDetail['groups'][number]) {
  const name = voterGroupLabels[group]
  const heads = words.heads(invited, present)
  return { zh: `${name.zh}${heads.zh}`, en: `${name.en}: ${heads.en}` }
}

export function GroupResults({ ballot }: Readonly<{ ballot: BallotDetail }>) {
  const { ballots } = useWords()
  const say = useSay()
  const nameOf = useRowName(ballot)
  const { count } = ballot
  if (!count?.groups) return null
  const columns = sheetColumns(ballot.subject, ballot.ruleBook)
  const shown = shownResults(ballot, count)
  return count.groups.map(({ group, count: own }) => {
    const voter = ballot.ruleBook.settings.voters.value.find((one) => one.group === group)
    const heads = ballot.groups.find((one) => one.group === group)
    const standing = voter?.weight === undefined ? words.beside : words.weight(voter.weight)
    return (
      <section key={group} aria-label={say(voterGroupLabels[group])}>
        <h3>
          {say(voterGroupLabels[group])}
          {say(standing)}
        </h3>
        <p className="quiet">
          {heads && `${say(words.heads(heads.invited, heads.present))} · `}
          {ballots.issued} {own.issued} · {ballots.returned} {own.returned} · {ballots.valid}{' '}
          {validForms(own)} · {ballots.invalid} {own.invalid}
        </p>
        <SheetScroll className="ballot-scroll">
          <table className="sheet ballot-result">
            <thead>
              <tr>
                <th scope="col">{ballots.row}</th>
                {columns.map((column) => (
                  <th key={column.field} scope="col">
                    {say(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ballot.rows.map((row, at) => (
                <tr key={nameOf(row)}>
                  <th scope="row">{nameOf(row)}</th>
                  {columns.map((column) => (
                    <td key={column.field} className="number" data-label={say(column)}>
                      {own.rows[at]?.[column.field]}
                      <small className="quiet">
                        {column.field === 'spoiled'
                          ? ''
                          : shown[at]?.groups.find((one) => one.group === group)?.shares[
                              column.field
                            ]?.percent}
                      </small>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </SheetScroll>
      </section>
    )
  })
}
