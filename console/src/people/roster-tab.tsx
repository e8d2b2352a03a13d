/** The roster of one body: who serves, in which order, on leave or gone; and what the clerk can do with each. */
import type { PersonRow } from '@luoshi/server/contract/roster'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay, useSession } from '../api/session.ts'
import { nowOf } from '../ui/now-of.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'
import { Part } from './part.tsx'
import { capacitiesIn, type RosterTabName } from './people-tabs.ts'
import { PersonDialog, type PersonDoing } from './person-dialogs.tsx'
import { PersonForm } from './person-form.tsx'
import { personsQuery } from './queries.ts'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import '../ui/sheet-cards.css'

export function RosterTab({ tab }: Readonly<{ tab: RosterTabName }>) {
  const { roster: words } = useWords()
  const may = useMay()
  const { data, error } = useQuery(personsQuery)
  const [registering, setRegistering] = useState(false)
  const [doing, setDoing] = useState<Readonly<{ what: PersonDoing; person: PersonRow }> | null>(
    null,
  )
  const capacities = capacitiesIn[tab]
  const rows = data?.filter(({ capacity }) => capacities.includes(capacity))
  return (
    <>
      {error && <ProblemNote error={error} />}
      <Part
        title={words.tabs[tab]}
        rows={rows}
        none={[words.none(words.tabs[tab]), words.noneFix]}
        action={
          may('RegisterPerson') && (
            <Button onClick={() => setRegistering(true)}>{words.register}</Button>
          )
        }
      >
        <RosterTable
          rows={rows ?? []}
          everybody={data ?? []}
          withOffice={tab === 'member'}
          withCapacity={capacities.length > 1}
          onAct={may('AmendPerson') ? (what, person) => setDoing({ what, person }) : null}
        />
      </Part>
      {registering && <PersonForm capacities={capacities} onClose={() => setRegistering(false)} />}
      {doing && (
        <PersonDialog
          what={doing.what}
          person={nowOf(data, doing.person)}
          everybody={data ?? []}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  )
}

type OnAct = (what: PersonDoing, person: PersonRow) => void

function RosterTable({
  rows,
  everybody,
  withOffice,
  withCapacity,
  onAct,
}: Readonly<{
  rows: readonly PersonRow[]
  everybody: readonly PersonRow[]
  withOffice: boolean
  withCapacity: boolean
  onAct: OnAct | null
}>) {
  const { people, roster: words } = useWords()
  return (
    <SheetScroll>
      <table className="sheet sheet-cards">
        <thead>
          <tr>
            <th scope="col">{people.name}</th>
            {withOffice && <th scope="col">{words.office}</th>}
            {withCapacity && <th scope="col">{words.capacity}</th>}
            <th scope="col">{words.place}</th>
            <th scope="col">{people.post}</th>
            <th scope="col">{people.status}</th>
            {onAct && (
              <th scope="col" className="end">
                {people.actions}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id} className={one.status === 'left' ? 'quiet' : ''}>
              <td className="person-name card-title">
                {one.name}
                {one.accountName !== null && <small className="quiet"> {one.accountName}</small>}
              </td>
              {withOffice && (
                <td data-label={words.office}>
                  {one.office === null ? '' : words.offices[one.office]}
                </td>
              )}
              {withCapacity && (
                <td data-label={words.capacity}>{words.capacities[one.capacity]}</td>
              )}
              <td data-label={words.placeShort}>{one.place === '' ? one.unitName : one.place}</td>
              <td data-label={people.post}>{one.post}</td>
              <td data-label={people.status}>
                <Standing person={one} everybody={everybody} />
              </td>
              {onAct && (
                <td className="row-actions">
                  {one.status !== 'left' && <Actions person={one} onAct={onAct} />}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </SheetScroll>
  )
}

function Standing({
  person: { status, leave, leftOn, cause },
  everybody,
}: Readonly<{ person: PersonRow; everybody: readonly PersonRow[] }>) {
  const { roster: words } = useWords()
  const language = useLanguage()
  const { today } = useSession()
  if (status === 'left' && leftOn !== null && cause !== null)
    return <>{words.left(dayText(leftOn, today, language), words.causes[cause])}</>
  if (leave === null) return <>{words.serving}</>
  const acting = everybody.find(({ id }) => id === leave.acting)
  const until = leave.until === null ? words.openEnd : dayText(leave.until, today, language)
  return (
    <>
      {words.onLeave(dayText(leave.from, today, language), until)}
      {acting && <small> {words.actingIs(acting.name)}</small>}
    </>
  )
}

function Actions({ person, onAct }: Readonly<{ person: PersonRow; onAct: OnAct }>) {
  const { roster: words } = useWords()
  const button = (what: PersonDoing, verb: string) => (
    <Button type="link" size="small" onClick={() => onAct(what, person)}>
      {verb}
    </Button>
  )
  return (
    <>
      {button('amend', words.amend)}
      {button('link', words.link)}
      {person.leave === null ? button('leave', words.leave) : button('endLeave', words.endLeave)}
      {button('letGo', words.letGo)}
    </>
  )
}
