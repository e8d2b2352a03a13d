/**
 * A secret ballot cast in the system itself: what stands on record of its course. Tokens, ballots and keys are never here:
 * the log has an order and a time, and either would tell who voted how. Only what staff do is an event.
 *
 *     open ─prepare─▸ preparing ─freeze─▸ prepared ─open issuing─▸ issuing ─open voting─▸ voting ─seal─▸ sealed
 *          ─both count keys─▸ opened ─settle─▸ counted ─announce─▸ announced      (void at any time before that)
 *
 * Source: ballot.md (the protocol's design) §3, §6 no. 1 (two steps), §5; domain.md §7; 监督法 2024 art. 8.
 */
import type { Day, Instant } from '../kernel/day.ts'
import type { AccountId } from '../kernel/ids.ts'
import type { ByType } from '../kernel/one-of.ts'
import type { Words } from '../kernel/words.ts'
import type { VoteKind } from '../verdicts/counting/rule.ts'
import type { Counters } from './ballot.ts'

/** In the order of the course. */
export const castStatuses = [
  'preparing',
  'prepared',
  'issuing',
  'voting',
  'sealed',
  'opened',
] as const

export type CastStatus = (typeof castStatuses)[number]

/** Groups smaller than this have no secret. Source: ballot.md §6 no. 8. */
export const smallestSecret = 5

/** Two locks, each shared among three tellers. Source: ballot.md §0 no. 7 (双人双锁). */
export const lockCount = 2

export type CountLock = Readonly<{ pk: string; by: AccountId }>

export type FrozenFacts = Readonly<{
  /** SHA-256 of the manifest; its first sixteen digits are the fingerprint. */
  hash: string
  contests: number
  /** How many people are on the roll. */
  eligible: number
  kMin: number
  /** What each option of a question stands for, in their order; the same for every contest. */
  marks: readonly VoteKind[]
}>

export type SealFacts = Readonly<{
  /** SHA-256 of the file of sealed ballots, of the register and of the signed statement. */
  sealed: string
  issued: string
  close: string
  ballots: number
  at: Instant
}>

/** What one contest came to: marks in the order of the options, blanks, spoiled ballots. */
export type ContestCount = Readonly<{
  cast: number
  counts: readonly number[]
  blank: number
  invalid: number
}>

export type PaperEntry = Readonly<{
  by: AccountId
  on: Day
  contests: readonly ContestCount[]
  counters: Counters
}>

/** What the course has come to so far; what has not happened yet is null or empty. */
export type Course = Readonly<{
  issuers: 1 | 2
  locks: readonly (CountLock | null)[]
  tellerPk: string | null
  /** Where the tellers' own issuer answers. */
  secondIssuer: string | null
  frozen: FrozenFacts | null
  /** How many slips with a code were made. */
  slips: number
  closesAt: Instant | null
  seal: SealFacts | null
  /** The count keys, which everybody may know once both are there. */
  keys: readonly (string | null)[]
  paper: readonly PaperEntry[]
  /** The tellers have signed the paper counts. */
  paperStated: boolean
}>

export const noCourse: Course = {
  issuers: 1,
  locks: [null, null],
  tellerPk: null,
  secondIssuer: null,
  frozen: null,
  slips: 0,
  closesAt: null,
  seal: null,
  keys: [null, null],
  paper: [],
  paperStated: false,
}

type Voter = Words<Readonly<{ voter: string }>>

export type CourseEvent = ByType<{
  CastPrepared: { issuers: 1 | 2; on: Day }
  CountLockRegistered: { lock: number; pk: string; by: AccountId; on: Day }
  TellerKeyRegistered: { pk: string; by: AccountId; on: Day }
  SecondIssuerNamed: { url: string; by: AccountId; on: Day }
  ManifestFrozen: FrozenFacts & { on: Day }
  SlipsMade: { slips: number; on: Day }
  IssuingOpened: { on: Day }
  PaperTaken: { on: Day; words: Voter }
  PaperTakenBack: { on: Day; words: Voter }
  TokenSurrendered: { on: Day; words: Voter }
  VotingOpened: { closesAt: Instant | null; on: Day }
  BallotSealed: SealFacts & { on: Day }
  CountKeyEntered: { lock: number; key: string; by: AccountId; on: Day }
  SealsOpened: { on: Day }
  PaperCounted: {
    by: AccountId
    on: Day
    contests: readonly ContestCount[]
    words: Words<Counters>
  }
  PaperStated: { on: Day }
}>

/** The status an event leads to; nothing when it changes none. */
export function statusAfter(type: CourseEvent['type']): CastStatus | undefined {
  switch (type) {
    case 'CastPrepared':
      return 'preparing'
    case 'ManifestFrozen':
      return 'prepared'
    case 'IssuingOpened':
      return 'issuing'
    case 'VotingOpened':
      return 'voting'
    case 'BallotSealed':
      return 'sealed'
    case 'SealsOpened':
      return 'opened'
    case 'CountLockRegistered':
    case 'TellerKeyRegistered':
    case 'SecondIssuerNamed':
    case 'SlipsMade':
    case 'PaperTaken':
    case 'PaperTakenBack':
    case 'TokenSurrendered':
    case 'CountKeyEntered':
    case 'PaperCounted':
    case 'PaperStated':
      return undefined
  }
}

const noCounters: Counters = { chief: '', scrutineers: [], tellers: [] }

export function evolveCourse(course: Course, event: CourseEvent): Course {
  switch (event.type) {
    case 'CastPrepared':
      return { ...noCourse, issuers: event.issuers }
    case 'CountLockRegistered': {
      const { lock, pk, by } = event
      return { ...course, locks: course.locks.map((one, at) => (at === lock ? { pk, by } : one)) }
    }
    case 'TellerKeyRegistered':
      return { ...course, tellerPk: event.pk }
    case 'SecondIssuerNamed':
      return { ...course, secondIssuer: event.url }
    case 'ManifestFrozen': {
      const { hash, contests, eligible, kMin, marks } = event
      return { ...course, frozen: { hash, contests, eligible, kMin, marks } }
    }
    case 'SlipsMade':
      return { ...course, slips: event.slips }
    case 'VotingOpened':
      return { ...course, closesAt: event.closesAt }
    case 'BallotSealed': {
      const { sealed, issued, close, ballots, at } = event
      return { ...course, seal: { sealed, issued, close, ballots, at } }
    }
    case 'CountKeyEntered':
      return {
        ...course,
        keys: course.keys.map((one, at) => (at === event.lock ? event.key : one)),
      }
    case 'PaperCounted': {
      const { by, on, contests, words } = event
      const entry = { by, on, contests, counters: words ?? noCounters }
      return { ...course, paper: [...course.paper.filter((one) => one.by !== by), entry] }
    }
    case 'PaperStated':
      return { ...course, paperStated: true }
    case 'IssuingOpened':
    case 'PaperTaken':
    case 'PaperTakenBack':
    case 'TokenSurrendered':
    case 'SealsOpened':
      return course
  }
}

export function isCourseEvent<Event extends Readonly<{ type: string }>>(
  event: Event,
): event is Event & CourseEvent {
  return Object.hasOwn(courseEvents, event.type)
}

export const courseEvents = {
  CastPrepared: true,
  CountLockRegistered: true,
  TellerKeyRegistered: true,
  SecondIssuerNamed: true,
  ManifestFrozen: true,
  SlipsMade: true,
  IssuingOpened: true,
  PaperTaken: true,
  PaperTakenBack: true,
  TokenSurrendered: true,
  VotingOpened: true,
  BallotSealed: true,
  CountKeyEntered: true,
  SealsOpened: true,
  PaperCounted: true,
  PaperStated: true,
} as const satisfies Record<CourseEvent['type'], true>

/** The paper counts once those who count agree; one count is enough where the rule book asks for one. */
export function agreedPaper(course: Course, entries: 1 | 2): readonly ContestCount[] | null {
  const [first, second] = course.paper
  if (!first || (entries === 2 && !second)) return null
  return second && !samePaper(first.contests, second.contests) ? null : first.contests
}

export function samePaper(one: readonly ContestCount[], other: readonly ContestCount[]): boolean {
  const written = (all: readonly ContestCount[]) =>
    all.map(({ cast, counts, blank, invalid }) => [cast, counts.join('+'), blank, invalid].join())
  return written(one).join(';') === written(other).join(';')
}
