/**
 * The rules of a ballot that was counted elsewhere. Figures are checked as they are entered; two people enter them
 * without seeing each other's when the rule book says so; more forms back than went out makes the ballot void by itself.
 *
 * Source: domain.md §7, §6 (overReturned ⇒ void, vote again), §3.6; 组织法 2022 art. 51 (quorum).
 */
import type { Day } from '../kernel/day.ts'
import type { AccountId, MatterId } from '../kernel/ids.ts'
import type { ByType } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { quorumOf } from '../meetings/meeting.ts'
import type { OverReturnedHandling, Voters } from '../rule-books/official-ballot.ts'
import type { RuleBook } from '../rule-books/rule-book.ts'
import {
  enteredOf,
  type Ballot,
  type BallotAbout,
  type BallotEvent,
  type Counters,
  type HeldBallot,
  type Recused,
  type VoidGround,
} from './ballot.ts'
import { countFault, differencesOf, type BallotCount } from './ballot-count.ts'
import type { BallotRefusal } from './ballot-refusals.ts'
import { judgeRows, keptResult } from './ballot-results.ts'
import { decidingOf, mattersOf, rowsOf } from './ballot-rows.ts'
import { groupFault, invitedFault, surplusOf } from './group-forms.ts'

export type OpeningBallot = Omit<BallotAbout, 'recused' | 'recusedNames'> & {
  recused: readonly Recused[]
}

export type BallotCommand = ByType<{
  OpenBallot: OpeningBallot & { today: Day; voters?: Voters }
  EnterBallot: {
    by: AccountId
    count: BallotCount
    counters: Counters
    /** What the rule book says of a box with more forms in it than were handed out. */
    overReturned: OverReturnedHandling
    today: Day
  }
  AnnounceBallot: { book: RuleBook; excepted: readonly MatterId[]; demand: string; today: Day }
  VoidBallot: { ground: VoidGround; reason: string; today: Day }
  /** What the chair of the meeting decides of a box with too many forms in it: never to let it stand. */
  DecideSurplus: { decision: SurplusDecision; reason: string; today: Day }
}>

export const surplusDecisions = ['recount', 'voidAndRepeat'] as const

export type SurplusDecision = (typeof surplusDecisions)[number]

type Ruling = Result<readonly BallotEvent[], BallotRefusal>
type Command<Type extends BallotCommand['type']> = Extract<BallotCommand, { type: Type }>

/** More would be no longer one form in anybody's hands. */
export const mostMattersOnBallot = 200

export function decideBallot(ballot: Ballot, command: BallotCommand): Ruling {
  if (command.type === 'OpenBallot')
    return ballot.status === 'none' ? open(command) : refuse({ code: 'ballot-exists' })
  if (ballot.status === 'none') return refuse({ code: 'ballot-missing' })
  switch (command.type) {
    case 'EnterBallot':
      return enter(ballot, command)
    case 'AnnounceBallot':
      return announce(ballot, command)
    case 'VoidBallot':
      return voidIt(ballot, command)
    case 'DecideSurplus':
      return decideSurplus(ballot, command)
  }
}

function open(command: Command<'OpenBallot'>): Ruling {
  const { today, recused, roll, voters = [], groups = [], ...asked } = command
  const { session, heldOn, members, present, subject } = asked
  const named = recused
    .map(({ name, reason }) => ({ name: name.trim(), reason: reason.trim() }))
    .filter(({ name }) => name !== '')
  const needed = quorumOf(members)
  if (session.trim() === '') return refuse({ code: 'ballot-session-missing' })
  if (heldOn > today) return refuse({ code: 'ballot-in-the-future', today })
  if (members < 3) return refuse({ code: 'ballot-members-missing' })
  if (present > members) return refuse({ code: 'ballot-too-many-present', present, members })
  if (present < needed) return refuse({ code: 'ballot-no-quorum', present, members, needed })
  if (named.some(({ reason }) => reason === ''))
    return refuse({ code: 'ballot-recusal-unexplained' })
  if (named.length >= present) return refuse({ code: 'ballot-nobody-entitled' })
  if (asked.source.type === 'castHere' && roll === undefined)
    return refuse({ code: 'ballot-roll-needed' })
  const outsider = invitedFault({ ...asked, groups }, voters)
  if (outsider) return refuse(outsider)
  const matters = mattersOf(subject)
  if (subject.type !== 'official' && matters.length === 0)
    return refuse({ code: 'ballot-without-matters' })
  if (matters.length > mostMattersOnBallot)
    return refuse({ code: 'ballot-too-long', most: mostMattersOnBallot })
  if (new Set(matters).size < matters.length) return refuse({ code: 'ballot-matter-twice' })
  const beside = groups.length === 0 ? {} : { groups }
  const facts = { ...asked, ...beside, session: session.trim(), recused: named.length, on: today }
  return accept([
    { ...facts, type: 'BallotOpened', words: { recused: named, ...(roll ? { roll } : {}) } },
  ])
}

function enter(ballot: HeldBallot, command: Command<'EnterBallot'>): Ruling {
  const { by, count, today } = command
  const refusal = entryRefusal(ballot, command)
  if (refusal) return refuse(refusal)
  const words = namedCounters(command.counters)
  const entered: BallotEvent = { type: 'BallotEntered', by, on: today, count, words }
  const other = enteredOf(ballot).find((one) => one.by !== by)
  if (ballot.entries === 2 && !other) return accept([entered])
  if (other && differencesOf(other.count, count).length > 0) return accept([entered])
  const surplus = surplusOf(count)
  if (!surplus) return accept([entered, { type: 'BallotCounted', count, on: today }])
  if (command.overReturned === 'chairsDecide')
    return accept([entered, { type: 'SurplusFound', count, on: today }])
  const { issued, returned } = surplus.count
  const reason = `${surplus.who}发出${issued}张，收回${returned}张。`
  return accept([
    entered,
    { type: 'BallotCounted', count, on: today },
    { type: 'BallotVoided', ground: 'overReturned', on: today, words: { reason } },
  ])
}

/**
 * More forms in the box than in hands is no result, whoever decides (§7: R > I is void): the chair may have them counted
 * once more, since a slip of the tellers looks the same, or has everybody vote again.
 */
function decideSurplus(
  ballot: HeldBallot,
  { decision, reason, today }: Command<'DecideSurplus'>,
): Ruling {
  if (ballot.status !== 'surplus') return refuse({ code: 'ballot-without-surplus' })
  if (reason.trim() === '') return refuse({ code: 'ballot-reason-missing' })
  const words = { reason: reason.trim() }
  switch (decision) {
    case 'recount':
      return accept([{ type: 'RecountOrdered', on: today, words }])
    case 'voidAndRepeat':
      return accept([{ type: 'BallotVoided', ground: 'overReturned', on: today, words }])
  }
}

function entryRefusal(
  ballot: HeldBallot,
  { by, count, counters }: Command<'EnterBallot'>,
): BallotRefusal | undefined {
  if (ballot.source.type === 'castHere') return { code: 'ballot-cast-here' }
  if (ballot.status !== 'open' && ballot.status !== 'entered' && ballot.status !== 'differs')
    return { code: 'ballot-already-counted' }
  if (ballot.status === 'differs' && ballot.entered.every((one) => one.by !== by))
    return { code: 'ballot-two-entered' }
  if (counters.chief.trim() === '') return { code: 'ballot-chief-missing' }
  if (counters.tellers.every((name) => name.trim() === ''))
    return { code: 'ballot-tellers-missing' }
  const { present, recused, subject } = ballot
  const rows = rowsOf(subject).length
  return (
    countFault(count, rows, present - recused) ??
    groupFault(count.groups ?? [], ballot.groups ?? [], rows)
  )
}

function namedCounters({ chief, scrutineers, tellers }: Counters): Counters {
  const named = (names: readonly string[]) =>
    names.map((name) => name.trim()).filter((name) => name !== '')
  return { chief: chief.trim(), scrutineers: named(scrutineers), tellers: named(tellers) }
}

function announce(ballot: HeldBallot, command: Command<'AnnounceBallot'>): Ruling {
  const { book, excepted, demand, today } = command
  if (ballot.status === 'announced') return refuse({ code: 'ballot-already-announced' })
  if (ballot.status === 'surplus') return refuse({ code: 'ballot-surplus-undecided' })
  if (ballot.source.type === 'castHere' && ballot.source.rehearsal)
    return refuse({ code: 'ballot-rehearsal' })
  if (ballot.status !== 'counted') return refuse({ code: 'ballot-not-counted' })
  const judged = judgeRows(ballot, ballot.count, book)
  if (!judged.ok) return refuse({ code: 'ballot-row-refused', ...judged.refusal })
  const named = mattersOf(ballot.subject)
  if (excepted.length > 0 && ballot.subject.type !== 'report')
    return refuse({ code: 'ballot-no-exceptions' })
  if (excepted.some((one) => !named.includes(one))) return refuse({ code: 'ballot-not-in-report' })
  const isUnsatisfied = decidingOf(ballot.subject, judged.value).some(
    ({ result }) => result !== 'satisfied',
  )
  if (ballot.subject.type === 'official' && isUnsatisfied && demand.trim() === '')
    return refuse({ code: 'ballot-demand-missing' })
  return accept([
    {
      type: 'BallotAnnounced',
      on: today,
      results: judged.value.map(keptResult),
      excepted: [...new Set(excepted)],
      words: { demand: demand.trim() },
    },
  ])
}

function voidIt(ballot: HeldBallot, { ground, reason, today }: Command<'VoidBallot'>): Ruling {
  if (ballot.status === 'announced') return refuse({ code: 'ballot-already-announced' })
  if (ballot.status === 'void') return refuse({ code: 'ballot-is-void' })
  if (reason.trim() === '') return refuse({ code: 'ballot-reason-missing' })
  return accept([{ type: 'BallotVoided', ground, on: today, words: { reason: reason.trim() } }])
}
