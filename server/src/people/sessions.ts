/** Steps of a session of the committee. What changes its day changes the limits that end at it, in one act. */
import type { Day } from '@luoshi/domain/kernel/day'
import type { Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { SessionNews } from '@luoshi/domain/matters/events'
import {
  decideSession,
  evolveSession,
  explainSession,
  noSession,
  type Session,
  type SessionCommand,
  type SessionRefusal,
} from '@luoshi/domain/people/session'
import {
  mayGive,
  oneMoment,
  todayOf,
  type Asked,
  type Outcome,
  type World,
} from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { oneAtATime } from '../execute/one-at-a-time.ts'
import { takeRecordStep } from '../execute/record.ts'
import { forbidden, notFound, refused } from '../execute/refused.ts'
import { limitsFollowing } from './follow-session.ts'
import { sessionKind, termKind } from './term-kinds.ts'

export type SessionDone = Readonly<{ session: Id<'session'>; moved: number; seq: number }>

function refusedBySession(refusal: SessionRefusal) {
  return refused(409, refusal.code, explainSession(refusal))
}

export type PlanAsked = Asked & Readonly<{ term: Id<'term'>; number: number; on: Day | null }>

export async function planSession(world: World, asked: PlanAsked): Outcome<SessionDone> {
  if (!mayGive(asked, 'PlanSession')) return forbidden()
  const { by, key, term, number, on } = asked
  const known = await termKind.load(world.db, by.congress, term)
  if (known.state.status !== 'current') return notFound()
  const { number: termNumber, from: termFrom, until: termUntil } = known.state
  const rows = await world.db.rows<{ number: number }>(by.congress, {
    text: `select (doc ->> 'number')::int as number from luoshi.record_view
      where congress = $1 and parent = $2 and kind = 'session' and to_seq is null`,
    values: [by.congress, term],
  })
  const taken = rows.map((row) => row.number)
  const about = { term, termNumber, number, on, termFrom, termUntil, taken }
  const step = { by, key, session: newId('session'), version: 0 }
  return stepOnSession(world, { ...step, told: { type: 'PlanSession', ...about } })
}

type OfSession = Asked & Readonly<{ session: Id<'session'>; version: number }>

export async function stepOnSession(
  at: World,
  asked: OfSession & Readonly<{ told: SessionCommand }>,
): Outcome<SessionDone> {
  if (!mayGive(asked, asked.told.type)) return forbidden()
  const { congress } = asked.by
  return oneAtATime(at.db, congress, async () => {
    const world = oneMoment(at)
    const { by, key, session, version, told } = asked
    const before = await sessionKind.load(world.db, congress, session)
    const decide = (state: Session) => {
      const ruling = decideSession(state, told, todayOf(world))
      return ruling.ok ? ruling : refusedBySession(ruling.refusal)
    }
    const ruling = decide(before.state)
    const after = ruling.ok ? ruling.value.reduce(evolveSession, before.state) : noSession
    const limits = ruling.ok ? await limitsOf(world, asked, before.state, after) : []
    const done = await takeRecordStep(world, sessionKind, {
      by,
      key,
      command: told.type,
      id: session,
      version,
      decide,
      also: () => limits,
    })
    world.calendar.forget(congress)
    return done.ok
      ? accept({ session: done.value.id, moved: limits.length, seq: done.value.seq })
      : done
  })
}

const news: Readonly<Record<SessionCommand['type'], SessionNews>> = {
  PlanSession: 'fixed',
  MoveSession: 'moved',
  HoldSession: 'moved',
  CancelSession: 'cancelled',
}

async function limitsOf(
  world: World,
  asked: OfSession & { told: SessionCommand },
  was: Session,
  is: Session,
) {
  const { congress } = asked.by
  world.calendar.forget(congress)
  const { sessions } = await world.calendar.of(congress)
  const [gone, come] = [dayOf(was), dayOf(is)]
  if (gone === come) return []
  // Two sessions on one day do not happen; if they did, one entry of the day stays.
  const at = gone === null ? -1 : sessions.indexOf(gone)
  const others = at < 0 ? sessions : sessions.filter((_, place) => place !== at)
  const after = come === null ? others : [...others, come]
  const why = gone === null ? 'fixed' : news[asked.told.type]
  return limitsFollowing(world, congress, { session: asked.session, why, before: sessions, after })
}

/** The day by which limits go; null: none. */
function dayOf(session: Session): Day | null {
  return session.status === 'planned' || session.status === 'held' ? session.on : null
}
