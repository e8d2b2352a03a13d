/** Every line of a roster with what it would do; wrong and doubtful ones come first, with a choice. */
import type { CheckedLineRow } from '@luoshi/server/contract/rosters'
import { Select } from 'antd'
import { useLanguage, useWords } from '../words/language.ts'
import { rosterChoice, type RosterChoice } from './roster-choice.ts'
import { SheetScroll } from '../ui/sheet-scroll.tsx'

const verdicts = ['wrong', 'doubtful', 'changed', 'new', 'same'] as const

export function RosterPreview({
  rows,
  choices,
  onChoose,
}: Readonly<{
  rows: readonly CheckedLineRow[]
  choices: Readonly<Record<string, RosterChoice>>
  onChoose: (row: number, choice: RosterChoice) => void
}>) {
  const { roster: words } = useWords()
  const counts = verdicts
    .map((one) => [one, rows.filter(({ verdict }) => verdict === one).length] as const)
    .filter(([, count]) => count > 0)
    .map(([one, count]) => `${words.verdicts[one]} ${count}`)
  const sorted = rows.toSorted(
    (a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) || a.row - b.row,
  )
  return (
    <>
      <p>{words.tally(counts.join(' · '))}</p>
      <SheetScroll>
        <table className="sheet">
          <thead>
            <tr>
              <th scope="col" className="end">
                {words.row}
              </th>
              <th scope="col">{words.fields.name}</th>
              <th scope="col">{words.fields.unit}</th>
              <th scope="col">{words.fields.post}</th>
              <th scope="col">{words.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((one) => (
              <tr key={one.row}>
                <td className="end number">{one.row}</td>
                <td className="person-name">{one.name}</td>
                <td>{one.unitName}</td>
                <td>{one.post}</td>
                <td>
                  <Verdict
                    line={one}
                    choice={choices[one.row]}
                    onChoose={(choice) => onChoose(one.row, choice)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </SheetScroll>
    </>
  )
}

function Verdict({
  line,
  choice,
  onChoose,
}: Readonly<{
  line: CheckedLineRow
  choice: RosterChoice | undefined
  onChoose: (choice: RosterChoice) => void
}>) {
  const { roster: words } = useWords()
  const language = useLanguage()
  const { verdict, fault, like, mayBeThem, row, name } = line
  const said = fault?.[language]
  if (verdict !== 'wrong' && verdict !== 'doubtful')
    return <span className={verdict === 'same' ? 'quiet' : ''}>{words.verdicts[verdict]}</span>
  const them = mayBeThem
    ? like.map((one) => ({ value: one.id, label: words.isHim(one.unitName, one.post) }))
    : []
  const another = verdict === 'doubtful' ? [{ value: 'another', label: words.anotherOne }] : []
  return (
    <div className="roster-verdict">
      <p className={verdict === 'wrong' ? 'due-red' : 'due-amber'}>
        {verdict === 'wrong' ? '▲' : '◆'} {words.verdicts[verdict]}：
        {said
          ? `${said.what}${said.fix}`
          : like.length === 0
            ? words.twiceInFile
            : like.map((one) => `${one.unitName} ${one.post}`).join('；')}
      </p>
      <Select
        aria-label={`${words.row} ${row} ${name}`}
        placeholder={words.decide}
        value={choice ?? null}
        onChange={(raw) => {
          const chosen = raw === null ? null : rosterChoice(raw)
          if (chosen !== null) onChoose(chosen)
        }}
        options={[...them, ...another, { value: 'skip', label: words.skip }]}
      />
    </div>
  )
}
