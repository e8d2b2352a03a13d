/** Terms and their sessions as records. The calendar reads sessions by their day and state. */
import {
  evolveSession,
  noSession,
  sessionTitle,
  type SessionEvent,
} from '@luoshi/domain/people/session'
import { evolveTerm, noTerm, type TermEvent } from '@luoshi/domain/people/term'
import { chineseNumber } from '@luoshi/domain/people/chinese-number'
import { recordKind } from '../execute/record.ts'

export const termKind = recordKind({
  kind: 'term',
  events: { TermOpened: true, TermEnded: true } satisfies Record<TermEvent['type'], true>,
  initial: noTerm,
  evolve: evolveTerm,
  row: (term) =>
    term.status === 'none'
      ? null
      : { title: `第${chineseNumber(term.number)}届`, on_day: term.from },
})

export const sessionKind = recordKind({
  kind: 'session',
  events: {
    SessionPlanned: true,
    SessionMoved: true,
    SessionHeld: true,
    SessionCancelled: true,
  } satisfies Record<SessionEvent['type'], true>,
  initial: noSession,
  evolve: evolveSession,
  row: (session) =>
    session.status === 'none'
      ? null
      : { title: sessionTitle(session), parent: session.term, on_day: session.on },
})
