/** Terms of the committee and its sessions: days, or 待定; moved and cancelled with the reason. */
import type { SessionRow, TermRow } from '@luoshi/server/contract/terms'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay, useSession } from '../api/session.ts'
import { nowOf } from '../ui/now-of.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { dayText, fullDayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'
import './people.css'
import { ChangeTerm, OpenTerm } from './term-dialogs.tsx'
import { PlanSession, SessionDialog, type SessionDoing } from './session-dialogs.tsx'
import { nextNumber } from './use-sessions.ts'
import { termsQuery } from './queries.ts'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import '../ui/sheet-cards.css'

type Doing =
  | Readonly<{ what: 'open' }>
  | Readonly<{ what: 'change' | 'plan'; term: TermRow }>
  | Readonly<{ what: 'session'; does: SessionDoing; session: SessionRow }>

export function TermsPage() {
  const { people, roster: words } = useWords()
  const may = useMay()
  const { data, error } = useQuery(termsQuery)
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const open = may('OpenTerm') && (
    <Button type="primary" onClick={() => setDoing({ what: 'open' })}>
      {words.openTerm}
    </Button>
  )
  return (
    <>
      <PageHead
        title={words.terms}
        lead={words.termsLead}
        actions={
          <Link className="page-link" to="/people">
            {people.title}
          </Link>
        }
      />
      {error && <ProblemNote error={error} />}
      {!data && !error && <Waiting lines={8} />}
      {data?.terms.length === 0 && (
        <section className="card">
          <EmptyNote title={words.noTerm} action={open}>
            {words.noTermFix}
          </EmptyNote>
        </section>
      )}
      {data?.terms.map((term) => (
        <TermCard
          key={term.id}
          term={term}
          sessions={data.sessions.filter((one) => one.term === term.id)}
          onAct={setDoing}
        />
      ))}
      {doing?.what === 'open' && <OpenTerm onClose={close} />}
      {doing?.what === 'change' && (
        <ChangeTerm term={nowOf(data?.terms, doing.term)} onClose={close} />
      )}
      {doing?.what === 'plan' && (
        <PlanSession
          term={doing.term}
          next={nextNumber(data?.sessions ?? [], doing.term.id)}
          onClose={close}
        />
      )}
      {doing?.what === 'session' && (
        <SessionDialog
          does={doing.does}
          session={nowOf(data?.sessions, doing.session)}
          onClose={close}
        />
      )}
    </>
  )
}

function TermCard({
  term,
  sessions,
  onAct,
}: Readonly<{
  term: TermRow
  sessions: readonly SessionRow[]
  onAct: (doing: Doing) => void
}>) {
  const { roster: words } = useWords()
  const language = useLanguage()
  const { today } = useSession()
  const may = useMay()
  const current = term.status === 'current'
  return (
    <section className="card" aria-label={term.title}>
      <div className="card-head">
        <h2>
          {term.title}
          <small>
            {current || term.endedOn === null
              ? words.current
              : words.ended(dayText(term.endedOn, today, language))}{' '}
            {fullDayText(term.from, language)}—{fullDayText(term.until, language)}
          </small>
        </h2>
        {current && (
          <div className="card-actions">
            {may('PlanSession') && (
              <Button onClick={() => onAct({ what: 'plan', term })}>{words.planSession}</Button>
            )}
            {may('ChangeTerm') && (
              <Button onClick={() => onAct({ what: 'change', term })}>{words.changeTerm}</Button>
            )}
          </div>
        )}
      </div>
      {sessions.length === 0 ? (
        <EmptyNote title={words.noSessions}>{words.noSessionsFix}</EmptyNote>
      ) : (
        <SessionsTable sessions={sessions} onAct={may('MoveSession') ? onAct : null} />
      )}
    </section>
  )
}

function SessionsTable({
  sessions,
  onAct,
}: Readonly<{ sessions: readonly SessionRow[]; onAct: ((doing: Doing) => void) | null }>) {
  const { people, roster: words } = useWords()
  const language = useLanguage()
  return (
    <SheetScroll>
      <table className="sheet sheet-cards">
        <thead>
          <tr>
            <th scope="col">{words.session}</th>
            <th scope="col">{words.sessionDay}</th>
            <th scope="col">{people.status}</th>
            {onAct && (
              <th scope="col" className="end">
                {people.actions}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {sessions.map((one) => (
            <tr key={one.id} className={one.status === 'cancelled' ? 'quiet' : ''}>
              <td className="card-title">{one.title}</td>
              <td data-label={words.sessionDay}>
                {one.on === null ? words.undecided : fullDayText(one.on, language)}
              </td>
              <td data-label={people.status}>
                {words.sessionStates[one.status]}
                <History session={one} />
              </td>
              {onAct && (
                <td className="row-actions">
                  {one.status === 'planned' &&
                    (['move', 'hold', 'cancel'] as const).map((does) => (
                      <Button
                        key={does}
                        type="link"
                        size="small"
                        onClick={() => onAct({ what: 'session', does, session: one })}
                      >
                        {{ move: words.move, hold: words.hold, cancel: words.cancelSession }[does]}
                      </Button>
                    ))}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </SheetScroll>
  )
}

function History({ session: { moves, reason } }: Readonly<{ session: SessionRow }>) {
  const { roster: words } = useWords()
  if (moves.length === 0 && reason === null) return null
  return (
    <ul className="session-history">
      {moves.map((one, at) => (
        <li key={`${at} ${one.to ?? ''}`}>
          {words.moved(one.from ?? words.undecided, one.to ?? words.undecided, one.reason)}
        </li>
      ))}
      {reason !== null && <li>{words.cancelled(reason)}</li>}
    </ul>
  )
}
