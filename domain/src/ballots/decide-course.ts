/**
 * The rules of a ballot's course in the system: what may happen when, and what has to be there first. Whether keys,
 * signatures and files hold is the protocol's to say; who took a token is nobody's to know here.
 *
 * Source: ballot.md §3.1 (roles), §5 (fewer than kMin paper ballots), §6 no. 1–2; domain.md §7; 组织法 2022 art. 51.
 */
import type { Day, Instant } from '../kernel/day.ts'
import type { AccountId } from '../kernel/ids.ts'
import type { ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Ballot, BallotEvent, Counters, HeldBallot } from './ballot.ts'
import type { BallotCount } from './ballot-count.ts'
import {
  agreedPaper,
  castStatuses,
  lockCount,
  noCourse,
  type CastStatus,
  type ContestCount,
  type Course,
  type FrozenFacts,
  type SealFacts,
} from './cast-here.ts'
import type { CourseRefusal } from './course-refusals.ts'
import { enterPaper } from './paper-beside.ts'

export type CourseCommand = ByType<{
  PrepareCast: { issuers: 1 | 2 }
  RegisterCountLock: { lock: number; pk: string; by: AccountId }
  RegisterTellerKey: { pk: string; by: AccountId }
  NameSecondIssuer: { url: string; by: AccountId }
  FreezeManifest: FrozenFacts & { keysMade: boolean; secondKeys: boolean }
  MakeSlips: { slips: number }
  OpenIssuing: Nothing
  /** `paper`: how many have paper before him. */
  TakePaper: { voter: string; paper: number }
  TakePaperBack: { voter: string }
  /** `tokens`: how many hold tokens, he among them. */
  SurrenderToken: { voter: string; paper: number; tokens: number }
  /** How many took a paper ballot, and how many tokens. */
  OpenVoting: { paper: number; tokens: number; closesAt: Instant | null; now: Instant }
  SealBallot: SealFacts
  EnterCountKey: { lock: number; key: string; by: AccountId }
  /** `taken`: paper ballots handed out in each contest. */
  CountPaper: {
    by: AccountId
    contests: readonly ContestCount[]
    counters: Counters
    taken: readonly number[]
  }
  StatePaper: Nothing
  SettleCount: { count: BallotCount; paper: number }
}> &
  Readonly<{ today: Day }>

type Ruling = Result<readonly BallotEvent[], CourseRefusal>
type Command<Type extends CourseCommand['type']> = Extract<CourseCommand, { type: Type }>

/** When each step has its turn. */
const turns: Readonly<Record<CourseCommand['type'], readonly (CastStatus | 'open')[]>> = {
  PrepareCast: ['open'],
  RegisterCountLock: ['preparing'],
  RegisterTellerKey: ['preparing'],
  NameSecondIssuer: ['preparing'],
  FreezeManifest: ['preparing'],
  MakeSlips: ['prepared'],
  OpenIssuing: ['prepared'],
  TakePaper: ['issuing', 'voting'],
  TakePaperBack: ['issuing'],
  SurrenderToken: ['issuing', 'voting'],
  OpenVoting: ['issuing'],
  SealBallot: ['voting'],
  EnterCountKey: ['sealed'],
  CountPaper: ['sealed', 'opened'],
  StatePaper: ['sealed', 'opened'],
  SettleCount: ['opened'],
}

export function decideCourse(ballot: Ballot, command: CourseCommand): Ruling {
  if (ballot.status === 'none' || ballot.source.type !== 'castHere')
    return refuse({ code: 'cast-elsewhere' })
  const turn = turns[command.type]
  if (!turn.some((one) => one === ballot.status))
    return refuse({ code: 'cast-not-its-turn', wanted: turn, status: ballot.status })
  return decide(ballot, ballot.course ?? noCourse, command)
}

/** Whether a step has its turn: for pages that show what may be done. */
export function hasItsTurn(ballot: HeldBallot, step: CourseCommand['type']): boolean {
  return ballot.source.type === 'castHere' && turns[step].some((one) => one === ballot.status)
}

function decide(ballot: HeldBallot, course: Course, command: CourseCommand): Ruling {
  const on = command.today
  switch (command.type) {
    case 'PrepareCast':
      return accept([{ type: 'CastPrepared', issuers: command.issuers, on }])
    case 'RegisterCountLock':
      return registerLock(ballot, course, command)
    case 'RegisterTellerKey':
      return accept([{ type: 'TellerKeyRegistered', pk: command.pk, by: command.by, on }])
    case 'NameSecondIssuer':
      return nameSecondIssuer(course, command)
    case 'FreezeManifest':
      return freeze(course, command)
    case 'MakeSlips':
      return accept([{ type: 'SlipsMade', slips: command.slips, on }])
    case 'OpenIssuing':
      return accept([{ type: 'IssuingOpened', on }])
    case 'TakePaper':
      return onPaper(ballot, course, command.paper, {
        type: 'PaperTaken',
        on,
        words: { voter: command.voter },
      })
    case 'TakePaperBack':
      return accept([{ type: 'PaperTakenBack', on, words: { voter: command.voter } }])
    case 'SurrenderToken':
      return surrendered(ballot, course, command)
    case 'OpenVoting':
      return openVoting(course, command)
    case 'SealBallot': {
      const { sealed, issued, close, ballots, at } = command
      return accept([{ type: 'BallotSealed', sealed, issued, close, ballots, at, on }])
    }
    case 'EnterCountKey':
      return enterKey(course, command)
    case 'CountPaper':
      return enterPaper(ballot, course, command)
    case 'StatePaper':
      return agreedPaper(course, ballot.entries)
        ? accept([{ type: 'PaperStated', on }])
        : refuse({ code: 'cast-paper-not-counted' })
    case 'SettleCount':
      if (command.paper > 0 && !course.paperStated) return refuse({ code: 'cast-paper-not-stated' })
      return accept([{ type: 'BallotCounted', count: command.count, on }])
  }
}

/** Two locks are of two people, so that no one ever holds both (双人双锁); where one person does all, nobody else could. */
function registerLock(
  { entries }: HeldBallot,
  { locks }: Course,
  { lock, pk, by, today }: Command<'RegisterCountLock'> & Readonly<{ today: Day }>,
): Ruling {
  if (lock >= lockCount) return refuse({ code: 'cast-no-such-lock' })
  const other = locks.find((_, at) => at !== lock)
  if (entries === 2 && other?.by === by) return refuse({ code: 'cast-both-locks-one-person' })
  if (other?.pk === pk) return refuse({ code: 'cast-lock-twice' })
  return accept([{ type: 'CountLockRegistered', lock, pk, by, on: today }])
}

function nameSecondIssuer(
  { issuers }: Course,
  { url, by, today }: Command<'NameSecondIssuer'> & Readonly<{ today: Day }>,
): Ruling {
  if (issuers === 1) return refuse({ code: 'cast-one-issuer' })
  return accept([{ type: 'SecondIssuerNamed', url, by, on: today }])
}

function freeze(
  course: Course,
  command: Command<'FreezeManifest'> & Readonly<{ today: Day }>,
): Ruling {
  const { keysMade, secondKeys, today: on, hash, contests, eligible, kMin, marks } = command
  const missing = [
    ...(keysMade ? [] : (['issuerKeys'] as const)),
    ...(course.locks.every((lock) => lock !== null) ? [] : (['locks'] as const)),
    ...(course.tellerPk === null ? (['tellerKey'] as const) : []),
    ...(course.issuers === 2 && !secondKeys ? (['secondIssuer'] as const) : []),
  ]
  if (missing.length > 0) return refuse({ code: 'cast-not-ready', missing })
  if (eligible < 1) return refuse({ code: 'cast-nobody-on-roll' })
  return accept([{ type: 'ManifestFrozen', hash, contests, eligible, kMin, marks, on }])
}

/**
 * A paper ballot more is no secret as long as it would be one of a few. While tokens are issued the few may still change
 * back; once voting is on, whoever comes late or turns to paper has to find enough others who did.
 */
function onPaper(
  { status }: HeldBallot,
  { frozen }: Course,
  before: number,
  event: BallotEvent,
): Ruling {
  const [paper, least] = [before + 1, frozen?.kMin ?? 0]
  if (status === 'voting' && paper < least) return refuse({ code: 'cast-few-paper', paper, least })
  return accept([event])
}

/** Few tokens beside paper are no secret either: their ballots are published apart, and the register names who took them. */
function areFewTokens({ frozen }: Course, tokens: number): boolean {
  return tokens > 0 && tokens < (frozen?.kMin ?? 0)
}

function surrendered(
  ballot: HeldBallot,
  course: Course,
  { voter, paper, tokens: before, today: on }: Command<'SurrenderToken'> & Readonly<{ today: Day }>,
): Ruling {
  const [tokens, least] = [before - 1, course.frozen?.kMin ?? 0]
  if (ballot.status === 'voting' && areFewTokens(course, tokens))
    return refuse({ code: 'cast-few-tokens', tokens, least })
  return onPaper(ballot, course, paper, { type: 'TokenSurrendered', on, words: { voter } })
}

function openVoting(
  course: Course,
  { paper, tokens, closesAt, now, today }: Command<'OpenVoting'> & Readonly<{ today: Day }>,
): Ruling {
  const least = course.frozen?.kMin ?? 0
  if (closesAt !== null && closesAt <= now) return refuse({ code: 'cast-closes-in-the-past' })
  if (paper > 0 && paper < least) return refuse({ code: 'cast-few-paper', paper, least })
  if (paper > 0 && areFewTokens(course, tokens))
    return refuse({ code: 'cast-few-tokens', tokens, least })
  return accept([{ type: 'VotingOpened', closesAt, on: today }])
}

function enterKey(
  { keys }: Course,
  { lock, key, by, today: on }: Command<'EnterCountKey'> & Readonly<{ today: Day }>,
): Ruling {
  if (lock >= lockCount) return refuse({ code: 'cast-no-such-lock' })
  if (keys[lock] !== null) return refuse({ code: 'cast-key-is-in', lock: lock + 1 })
  const entered: BallotEvent = { type: 'CountKeyEntered', lock, key, by, on }
  const isLast = keys.every((one, at) => at === lock || one !== null)
  return accept(isLast ? [entered, { type: 'SealsOpened', on }] : [entered])
}

/** How far a ballot has come, for lists: 0 before its preparation. */
export function stageOf({ status }: HeldBallot): number {
  return castStatuses.findIndex((one) => one === status) + 1
}
