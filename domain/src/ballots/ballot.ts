/**
 * A ballot: who may vote, what was counted, by whom, and what it comes to under the appraisal's frozen rule book. Drawn is
 * one counted elsewhere, on paper, by keypads or by show of hands; what is between `open` and `counted` where it is cast
 * here stands in `cast-here.ts`.
 *
 *     none ─open─▸ open ─enter─▸ entered ─enter (another person)─▸ counted ─announce─▸ announced
 *                    │ (one entry is enough)──────────────────────────┘ ▴
 *                    │               └─ figures differ ─▸ differs ─enter again ─┘
 *                    └── void (reason; or more forms returned than issued) ─▸ void      a new ballot takes its place
 *
 *     (more forms returned than issued, where the rule book lets the chair decide)
 *                 ─▸ surplus ─count again─▸ open      surplus ─void and repeat─▸ void
 *
 * Source: domain.md §7 (checks), §6 (secrecy, overReturned), §8.8 (scrutineers); 监督法 2024 art. 8 (collectively).
 */
import type { Day } from '../kernel/day.ts'
import type { AccountId, AppraisalId, Id, MatterId } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import type { Secrecy, VoterGroup } from '../rule-books/official-ballot.ts'
import type { CountReport } from '../verdicts/counting/count-report.ts'
import type { VerdictOutcome } from '../verdicts/verdict.ts'
import type { BallotCount } from './ballot-count.ts'
import type { RollLine } from './ballot-roll.ts'
import type { BallotSubject } from './ballot-rows.ts'
import type { InvitedGroup } from './group-forms.ts'
import {
  evolveCourse,
  isCourseEvent,
  noCourse,
  statusAfter,
  type Course,
  type CourseEvent,
} from './cast-here.ts'

export const ballotMethods = ['paper', 'keypads', 'showOfHands'] as const

export type BallotMethod = (typeof ballotMethods)[number]

/** Where the figures come from. A ballot cast in the system has a course of its own: `cast-here.ts`. */
export type BallotSource = ByType<{
  countedElsewhere: { method: BallotMethod; secrecy: Secrecy }
  /** A rehearsal (演练) has everything but a result that counts. */
  castHere: { secrecy: 'secret'; rehearsal: boolean }
}>

/** Somebody who does not take part, and why. Named in words only. */
export type Recused = Readonly<{ name: string; reason: string }>

export type BallotFacts = Readonly<{
  appraisal: AppraisalId
  meeting: Id<'meeting'> | null
  session: string
  heldOn: Day
  subject: BallotSubject
  source: BallotSource
  members: number
  present: number
  /** How many of those present take no form. */
  recused: number
  /** How many people enter the figures independently, by the rule book. */
  entries: 1 | 2
  /** The void ballot this one is held in place of. */
  replaces: Id<'ballot'> | null
  /** Who votes beside the members, by the county's rule book; absent: nobody. */
  groups?: readonly InvitedGroup[]
}>

export type BallotAbout = BallotFacts &
  Readonly<{
    recusedNames: readonly Recused[]
    /** Who was there by name; absent where only heads were counted. */
    roll?: readonly RollLine[]
    /** The course of a ballot cast here, from its preparation on. */
    course?: Course
  }>

/** 总监票人、监票人、计票人 */
export type Counters = Readonly<{
  chief: string
  scrutineers: readonly string[]
  tellers: readonly string[]
}>

export type BallotEntry = Readonly<{
  by: AccountId
  on: Day
  count: BallotCount
  counters: Counters
}>

/** What one row came to, as it was announced: the rule beside the figures. */
export type RowResult = Readonly<{
  result: VerdictOutcome
  /** Where groups or items weigh in, grade and reckoning are those of the sum, the figures the members' own. */
  report: KeptReport
  /** What each other group's own forms would come to, told beside it. */
  groups?: readonly Readonly<{ group: VoterGroup; report: KeptReport }>[]
}>

type KeptReport = Omit<CountReport, 'warnings' | 'wordsEn' | 'stepsEn'> &
  Readonly<{
    /** The sentences of the weighted sum, for the announcement; absent: nothing is weighed. */
    weighed?: readonly string[]
  }>

export const voidGrounds = ['overReturned', 'noQuorum', 'irregular', 'wrongEntry'] as const

export type VoidGround = (typeof voidGrounds)[number]

type Counted = BallotAbout & Readonly<{ entered: readonly BallotEntry[]; count: BallotCount }>

/** A ballot cast here, between its opening and its count. */
type Casting = BallotAbout & Readonly<{ course: Course }>

export type Ballot = ByStatus<{
  none: Nothing
  open: BallotAbout
  preparing: Casting
  prepared: Casting
  issuing: Casting
  voting: Casting
  sealed: Casting
  opened: Casting
  /** The first entry is in, hidden from whoever makes the second. */
  entered: BallotAbout & { entered: readonly [BallotEntry] }
  differs: BallotAbout & { entered: readonly [BallotEntry, BallotEntry] }
  counted: Counted
  /** More forms came back than went out, and the chair of the meeting has not decided yet. */
  surplus: Counted
  announced: Counted & {
    announcedOn: Day
    results: readonly RowResult[]
    /** Matters the committee set apart when it judged the report as a whole. */
    excepted: readonly MatterId[]
    demand: string
  }
  void: BallotAbout & {
    entered: readonly BallotEntry[]
    ground: VoidGround
    voidOn: Day
    reason: string
  }
}>

export type BallotEvent =
  | CourseEvent
  | ByType<{
      BallotOpened: BallotFacts & {
        on: Day
        words: Words<{ recused: readonly Recused[]; roll?: readonly RollLine[] }>
      }
      BallotEntered: { by: AccountId; on: Day; count: BallotCount; words: Words<Counters> }
      /** The entries agree, or one is enough. */
      BallotCounted: { count: BallotCount; on: Day }
      BallotAnnounced: {
        on: Day
        results: readonly RowResult[]
        excepted: readonly MatterId[]
        words: Words<{ demand: string }>
      }
      SurplusFound: { count: BallotCount; on: Day }
      /** The chair has the forms counted once more; the figures before stay in the log. */
      RecountOrdered: { on: Day; words: Words<{ reason: string }> }
      BallotVoided: { ground: VoidGround; on: Day; words: Words<{ reason: string }> }
    }>

export const noBallot: Ballot = { status: 'none' }

export type HeldBallot = Exclude<Ballot, { status: 'none' }>

export function aboutOf(ballot: BallotAbout): BallotAbout {
  const { appraisal, meeting, session, heldOn, subject, source, members, present } = ballot
  const { recused, entries, replaces, groups, recusedNames, roll, course } = ballot
  return {
    appraisal,
    meeting,
    session,
    heldOn,
    subject,
    source,
    members,
    present,
    recused,
    entries,
    replaces,
    ...(groups ? { groups } : {}),
    recusedNames,
    ...(roll ? { roll } : {}),
    ...(course ? { course } : {}),
  }
}

export function enteredOf(ballot: HeldBallot): readonly BallotEntry[] {
  return 'entered' in ballot ? ballot.entered : []
}

export function evolveBallot(before: Ballot, event: BallotEvent): Ballot {
  if (event.type === 'BallotOpened') {
    const erased = Array.from({ length: event.recused }, () => nobody)
    const roll = event.words?.roll
    const about = { ...event, recusedNames: event.words?.recused ?? erased }
    return { status: 'open', ...aboutOf(roll ? { ...about, roll } : about) }
  }
  if (before.status === 'none') throw new Error(`${event.type} before BallotOpened`)
  const about = aboutOf(before)
  const entered = enteredOf(before)
  if (isCourseEvent(event)) return withCourse(before, about, event)
  switch (event.type) {
    case 'BallotEntered':
      return withEntry(about, entered, event)
    case 'SurplusFound':
      return { status: 'surplus', ...about, entered, count: event.count }
    case 'RecountOrdered':
      return { status: 'open', ...about }
    case 'BallotCounted':
      return { status: 'counted', ...about, entered, count: event.count }
    case 'BallotAnnounced': {
      if (before.status !== 'counted') throw new Error('BallotAnnounced before BallotCounted')
      const { on, results, excepted, words } = event
      const demand = words?.demand ?? erasedText
      const told = { announcedOn: on, results, excepted, demand }
      return { ...before, status: 'announced', ...told }
    }
    case 'BallotVoided': {
      const reason = event.words?.reason ?? erasedText
      return { status: 'void', ...about, entered, ground: event.ground, voidOn: event.on, reason }
    }
  }
}

const nobody: Recused = { name: erasedText, reason: erasedText }

function withCourse(before: HeldBallot, about: BallotAbout, event: CourseEvent): Ballot {
  const course = evolveCourse(before.course ?? noCourse, event)
  const status = statusAfter(event.type)
  if (status) return { status, ...about, course }
  return { ...before, course }
}

type Entered = Extract<BallotEvent, { type: 'BallotEntered' }>

/** Who enters again replaces their own figures; nobody ever replaces another's. */
function withEntry(
  about: BallotAbout,
  entered: readonly BallotEntry[],
  { by, on, count, words }: Entered,
): Ballot {
  const erased = { chief: erasedText, scrutineers: [erasedText], tellers: [erasedText] }
  const entry: BallotEntry = { by, on, count, counters: words ?? erased }
  const isAgain = entered.some((one) => one.by === by)
  const all = isAgain ? entered.map((one) => (one.by === by ? entry : one)) : [...entered, entry]
  const [first = entry, second] = all
  return second
    ? { status: 'differs', ...about, entered: [first, second] }
    : { status: 'entered', ...about, entered: [first] }
}
