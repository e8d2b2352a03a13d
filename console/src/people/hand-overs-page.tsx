/** Hand-over lists, newest first: who handed what over to whom, and who has signed. */
import { signerRoles } from '@luoshi/domain/people/hand-over-list'
import type { HandOverRow } from '@luoshi/server/contract/hand-overs'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSession } from '../api/session.ts'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'
import { Part } from './part.tsx'
import './people.css'
import { handOversQuery } from './queries.ts'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import '../ui/sheet-cards.css'

export function HandOversPage() {
  const { roster: words } = useWords()
  const language = useLanguage()
  const { today } = useSession()
  const { data, error } = useQuery(handOversQuery)
  return (
    <>
      <PageHead title={words.handOvers} lead={words.handOversLead} />
      {error && <ProblemNote error={error} />}
      <Part title={words.handOvers} rows={data} none={[words.noHandOvers, words.noHandOversFix]}>
        <SheetScroll>
          <table className="sheet sheet-cards">
            <thead>
              <tr>
                <th scope="col">{words.number}</th>
                <th scope="col">{words.cause}</th>
                <th scope="col">{words.from}</th>
                <th scope="col">{words.to}</th>
                <th scope="col" className="end">
                  {words.matters}
                </th>
                <th scope="col">{words.date}</th>
                <th scope="col">{words.signature}</th>
              </tr>
            </thead>
            <tbody>
              {data?.map((one) => (
                <tr key={one.id}>
                  <td className="card-title">
                    <Link to="/hand-overs/$handOver" params={{ handOver: one.id }}>
                      {words.handOverNumber(one.on.slice(0, 4), one.number)}
                    </Link>
                  </td>
                  <td data-label={words.cause}>{words.handOverCauses[one.cause]}</td>
                  <td data-label={words.from}>
                    <SideText side={one.from} committee={words.wholeCommittee} />
                  </td>
                  <td data-label={words.to}>
                    <SideText side={one.to} committee={words.nextCommittee} />
                  </td>
                  <td className="end number" data-label={words.matters}>
                    {one.matters}
                  </td>
                  <td data-label={words.date}>{dayText(one.on, today, language)}</td>
                  <td data-label={words.signature}>
                    {one.status === 'signed'
                      ? words.signed
                      : words.drawn(signerRoles.filter((role) => one.signed.includes(role)).length)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </SheetScroll>
      </Part>
    </>
  )
}

export function SideText({
  side: { unitName, name },
  committee,
}: Readonly<{ side: HandOverRow['from']; committee: string }>) {
  const told = [unitName, name].filter((part) => part !== null).join(' ')
  return <>{told === '' ? committee : told}</>
}
