/**
 * Rule: a limit that ends at a session of the committee goes where the session goes: to its new day when it is moved, to
 * the next session when it is cancelled, to its day once one is fixed. A limit that was extended by decision stays.
 * Source: domain.md §10, §12 (redo and re-report at a named session); 组织法 2022 art. 51.
 */
import type { Calendar } from '../calendar/calendar.ts'
import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/ids.ts'
import type { RuleBook } from '../rule-books/rule-book.ts'
import { dueDaysOf, type DueDayKind } from './due-days.ts'
import type { MatterEvent, SessionNews } from './events.ts'
import type { Limit } from './limit.ts'
import { currentRound, type OpenedMatter } from './matter.ts'

export type SessionsChanged = Readonly<{
  book: RuleBook
  calendar: Calendar
  before: readonly Day[]
  after: readonly Day[]
  session: Id<'session'>
  why: SessionNews
  today: Day
}>

export function followSession(
  matter: OpenedMatter,
  changed: SessionsChanged,
): readonly MatterEvent[] {
  const round = currentRound(matter)
  if (!round) return []
  const { book, calendar, session, why, today } = changed
  const was = dueDaysOf(matter, { book, calendar, sessions: changed.before })
  const now = dueDaysOf(matter, { book, calendar, sessions: changed.after })
  const moved = (kind: DueDayKind, stands: Limit): Limit => {
    const before = was.find((row) => row.kind === kind)
    const next = now.find((row) => row.kind === kind)?.counted
    const follows = before?.counted === stands || before?.estimate === stands
    return follows && next !== undefined ? next : stands
  }
  const due = moved('report', round.due)
  const planDue = round.planDue === null ? null : moved('plan', round.planDue)
  if (due === round.due && planDue === round.planDue) return []
  const days = { round: round.number, due, planDue }
  return [{ type: 'DueFollowedSession', ...days, session, why, on: today }]
}
