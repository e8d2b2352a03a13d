/** Letters in a list: number, for whom, how far it is, who has signed. */
import type { LetterRowShown } from '@luoshi/server/contract/letters'
import { Link } from '@tanstack/react-router'
import { useSession } from '../api/session.ts'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import '../ui/sheet-cards.css'

export function LettersTable({ rows }: Readonly<{ rows: readonly LetterRowShown[] }>) {
  const { letters: words } = useWords()
  const { today } = useSession()
  const language = useLanguage()
  return (
    <SheetScroll>
      <table className="sheet sheet-cards">
        <thead>
          <tr>
            <th scope="col">{words.reference}</th>
            <th scope="col">{words.units}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.on}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="card-title">
                <Link to="/letters/$letter" params={{ letter: row.id }}>
                  {row.reference ?? words.noReference}
                </Link>
                <div className="quiet">
                  {words.form[row.form]} · {words.items(row.items)}
                  {row.findings > 0 && row.status === 'drafted' && (
                    <span className="letter-findings"> · {words.findings(row.findings)}</span>
                  )}
                </div>
              </td>
              <td data-label={words.units}>
                {row.units.map(({ unit, name, heldBy, signedOn }) => (
                  <div key={unit}>
                    {name}
                    {heldBy !== null && <small className="quiet"> {words.heldBy(heldBy)}</small>}
                    {['delivered', 'received'].includes(row.status) && (
                      <small className={signedOn === null ? 'letter-unsigned' : 'quiet'}>
                        {' '}
                        {signedOn === null ? words.unsigned : words.signed}
                      </small>
                    )}
                  </div>
                ))}
              </td>
              <td data-label={words.state}>{words.status[row.status]}</td>
              <td data-label={words.on}>{dayText(row.on, today, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </SheetScroll>
  )
}
