/**
 * How the days of a matter's current round came about: what is owed, from which day it is counted by which limit, and
 * whether the unit's leadership met in time. Computed when asked for, never stored.
 *
 * Source: domain.md §8.4 (班子会议), §10; seed map S01 (the leadership meets on the opinions before anything else).
 */
import type { Calendar } from '../calendar/calendar.ts'
import { countDeadline, type CountedUnit, type SkippedDay } from '../calendar/count-deadline.ts'
import type { Deadline, DeadlineUnit } from '../calendar/deadline.ts'
import { dueDay } from '../calendar/due-day.ts'
import type { Day } from '../kernel/day.ts'
import type { RuleBook } from '../rule-books/rule-book.ts'
import { isWithin, limitOf, type Limit } from './limit.ts'
import { currentRound, type OpenedMatter, type Round } from './matter.ts'

export const dueDayKinds = ['meeting', 'plan', 'report'] as const

export type DueDayKind = (typeof dueDayKinds)[number]

export type DueDayShown = Readonly<{
  kind: DueDayKind
  start: Day
  /** The limit that counts: as it was set, or as it was extended. */
  due: Limit
  /** What the rule gives today; another one than `due` after an extension, or when a calendar was mended since. */
  counted: Limit
  /** By the rhythm of sessions, only to know older records by: they kept this day while the limit was open. */
  estimate: Day | null
  skipped: readonly SkippedDay[]
  uncertain: boolean
  words: Readonly<{ zh: string; en: string }>
}>

export type MeetingState = 'inTime' | 'late' | 'notYet' | 'overdue'

export type DaysAsked = Readonly<{
  book: RuleBook
  calendar: Calendar
  sessions: readonly Day[]
}>

export function dueDaysOf(matter: OpenedMatter, asked: DaysAsked): readonly DueDayShown[] {
  const round = currentRound(matter)
  if (!round) return []
  const { meetingDue, planDue, reportDue, redoDue } = asked.book.settings
  const report = round.number === 1 ? reportDue.value : redoDue.value
  const meeting = shown(
    'meeting',
    startOf(matter, round, meetingDue.value),
    meetingDue.value,
    asked,
  )
  const rows = [{ ...meeting, due: meeting.counted }]
  if (round.planDue) {
    const plan = shown('plan', startOf(matter, round, planDue.value), planDue.value, asked)
    rows.push({ ...plan, due: round.planDue })
  }
  rows.push({ ...shown('report', startOf(matter, round, report), report, asked), due: round.due })
  return rows
}

/** Whether the leadership's meeting was held in time, by the day the rule book gives. */
export function meetingState({ meeting }: Round, due: Limit, today: Day): MeetingState {
  if (meeting) return isWithin(meeting.heldOn, due) ? 'inTime' : 'late'
  return isWithin(today, due) ? 'notYet' : 'overdue'
}

/** From receipt only where the limit says so and somebody has signed; a later round begins with its verdict. */
function startOf({ handOver }: OpenedMatter, round: Round, { from }: Deadline): Day {
  const signed = round.number === 1 && from === 'receipt' ? handOver?.signedOn : null
  return signed ?? round.startedOn
}

type Shown = Omit<DueDayShown, 'due'>

function shown(kind: DueDayKind, start: Day, rule: Deadline, asked: DaysAsked): Shown {
  const { book, calendar, sessions } = asked
  const rollOver = book.settings.rollOver.value
  const reckoned = dueDay({
    start,
    rule,
    calendar,
    sessions,
    rollOver,
  })
  const unit = countedAs[rule.unit]
  const skipped =
    unit === null
      ? []
      : countDeadline({ from: start, count: rule.count, unit, calendar, rollOver }).skipped
  const { words, provisional: uncertain } = reckoned
  const estimate = reckoned.awaitsSession ? reckoned.due : null
  return { kind, start, counted: limitOf(reckoned), estimate, skipped, uncertain, words }
}

const countedAs: Readonly<Record<DeadlineUnit, CountedUnit | null>> = {
  day: 'natural',
  month: 'month',
  workday: 'working',
  session: null,
}
