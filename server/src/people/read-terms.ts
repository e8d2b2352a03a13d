/** Terms and sessions, newest first. Everybody who is signed in goes by the same sessions. */
import { idOf } from '@luoshi/domain/kernel/ids'
import { sessionTitle, type KnownSession } from '@luoshi/domain/people/session'
import type { Term } from '@luoshi/domain/people/term'
import type { SessionRow, TermRow, Terms } from '../contract/terms.ts'
import type { World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'

type KnownTerm = Exclude<Term, Readonly<{ status: 'none' }>>

type Found = Readonly<{ id: string; version: number; title: string }> &
  (Readonly<{ kind: 'term'; doc: KnownTerm }> | Readonly<{ kind: 'session'; doc: KnownSession }>)

export async function readTerms({ db }: World, by: Principal): Promise<Terms> {
  const rows = await db.rows<Found>(by.congress, {
    name: 'terms',
    text: `select id, version, title, kind, doc from luoshi.record_view
      where congress = $1 and kind in ('term', 'session') and to_seq is null
      order by (doc ->> 'termNumber')::int desc nulls last, (doc ->> 'number')::int desc, id desc
      limit 1000`,
    values: [by.congress],
  })
  return {
    terms: rows.flatMap((row) => (row.kind === 'term' ? [termOf(row)] : [])),
    sessions: rows.flatMap((row) => (row.kind === 'session' ? [sessionOf(row)] : [])),
  }
}

function termOf({ id, version, title, doc }: Extract<Found, { kind: 'term' }>): TermRow {
  const { status, number, from, until } = doc
  const endedOn = doc.status === 'ended' ? doc.endedOn : null
  return { id: idOf('term', id), version, status, number, title, from, until, endedOn }
}

function sessionOf({ id, version, doc }: Extract<Found, { kind: 'session' }>): SessionRow {
  const { status, term, number, on, moves } = doc
  return {
    id: idOf('session', id),
    version,
    status,
    term,
    number,
    title: sessionTitle(doc),
    on,
    reason: doc.status === 'cancelled' ? doc.reason : null,
    moves: [...moves],
  }
}
