/** Steps of a ballot. Announcing one judges every matter on it in the same commit, or nothing at all. */
import type {
  BallotCommand,
  OpeningBallot,
  SurplusDecision,
} from '@luoshi/domain/ballots/decide-ballot'
import { isBesideBallot } from '@luoshi/domain/ballots/beside'
import { decideBallot } from '@luoshi/domain/ballots/decide-ballot'
import type { InvitedGroup } from '@luoshi/domain/ballots/group-forms'
import { mattersOf, type BallotSubject } from '@luoshi/domain/ballots/ballot-rows'
import type { BallotCount } from '@luoshi/domain/ballots/ballot-count'
import type { Ballot, Counters, VoidGround } from '@luoshi/domain/ballots/ballot'
import { explainBallotRefusal } from '@luoshi/domain/ballots/ballot-refusals'
import type { RollTold } from '@luoshi/domain/ballots/ballot-roll'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import type { Id, MatterId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { RuleBook } from '@luoshi/domain/rule-books/rule-book'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import {
  mayGive,
  oneMoment,
  todayOf,
  type Asked,
  type Outcome,
  type World,
} from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { loadAppraisal } from '../execute/load.ts'
import { takeRecordStep, type RecordDone } from '../execute/record.ts'
import { forbidden, notFound, refused } from '../execute/refused.ts'
import { meetingKind } from '../meetings/meeting-kinds.ts'
import { tellOfMeeting } from '../meetings/meeting-news.ts'
import { callRoll } from './call-roll.ts'
import { ofTheHall } from './of-the-hall.ts'
import { ballotKind } from './ballot-kind.ts'
import { judgeByBallot, type Demand } from './judge-by-ballot.ts'

type Done = Outcome<RecordDone<'ballot'>>

function decided(state: Ballot, command: BallotCommand) {
  const ruling = decideBallot(state, command)
  if (ruling.ok) return ruling
  return refused(409, ruling.refusal.code, explainBallotRefusal(ruling.refusal))
}

/** With the roll as it was called, or only with the heads that were counted. */
type Opening = Omit<OpeningBallot, 'roll' | 'groups'> &
  Readonly<{
    roll?: readonly RollTold[] | undefined
    groups?: readonly InvitedGroup[] | undefined
  }>

export async function openBallot(
  at: World,
  { by, key, ballot: asked }: Asked & Readonly<{ ballot: Opening }>,
): Done {
  const world = oneMoment(at)
  if (!mayGive({ by }, 'OpenBallot')) return forbidden()
  const { roll: told, groups = [], ...plain } = asked
  const { state } = await loadAppraisal(world.db, by.congress, plain.appraisal)
  if (state.status === 'none') return notFound()
  const { settings } = await world.policies.ruleBookOf(by.congress, plain.appraisal)
  const counted = { ...plain, groups, subject: asRuled(settings, plain.subject) }
  const called = told && (await callRoll(world, by, counted.appraisal, told))
  if (called && !called.ok) return called
  const ballot: OpeningBallot = called
    ? { ...counted, ...called.value.counts, roll: called.value.roll, recused: called.value.recused }
    : counted
  for (const check of [heardThere, verifiedThere, replacesVoid]) {
    const found = await check(world, by.congress, ballot)
    if (!found.ok) return found
  }
  const voters = settings.voters.value
  const command = { type: 'OpenBallot', ...ballot, voters, today: todayOf(world) } as const
  return takeRecordStep(world, ballotKind, {
    by,
    key,
    command: 'OpenBallot',
    id: newId('ballot'),
    version: 0,
    decide: (none) => decided(none, command),
  })
}

/** The items are those of the frozen rule book; nobody types them. */
function asRuled({ officialBallot }: RuleBook['settings'], subject: BallotSubject): BallotSubject {
  if (subject.type !== 'official') return subject
  const { items = [] } = officialBallot.value
  return items.length === 0 ? { type: 'official' } : { type: 'official', items }
}

type Check = (
  world: World,
  congress: Asked['by']['congress'],
  ballot: OpeningBallot,
) => Outcome<true>

const heardThere: Check = async ({ db }, congress, ballot) => {
  const { meeting, appraisal } = ballot
  if (meeting === null) return accept(true)
  const { state } = await meetingKind.load(db, congress, meeting)
  if (state.status === 'none' || !state.appraisals.includes(appraisal)) return notFound()
  if (state.status === 'inSession' || state.status === 'closed') return ofTheHall(state, ballot)
  return refused(
    409,
    'ballot-meeting-not-held',
    bilingual(
      '这次会议还没有开，或者没有开成。',
      '会议开始以后才能登记测评；改期的，到下次会议再测评。',
      'The meeting has not begun, or was not held.',
      'A ballot belongs to a meeting in session; vote at the next one.',
    ),
  )
}

const verifiedThere: Check = async ({ db }, congress, { subject, appraisal }) => {
  const wanted = mattersOf(subject)
  if (wanted.length === 0) return accept(true)
  const rows = await db.rows<{ id: string; number: number; status: string; appraisal: string }>(
    congress,
    {
      text: `select id, number, status, appraisal from luoshi.matter_view
        where congress = $1 and id = any($2) and to_seq is null`,
      values: [congress, [...wanted]],
    },
  )
  if (wanted.some((id) => !rows.some((row) => row.id === id && row.appraisal === appraisal)))
    return notFound()
  const early = rows.filter(({ status }) => status !== 'verified').map(({ number }) => number)
  if (early.length === 0) return accept(true)
  return refused(
    409,
    'ballot-matter-not-verified',
    bilingual(
      `第${early.join('、')}号事项还没有核查，不能测评。`,
      '请去掉这些事项，或者先登记核查。',
      `Matters ${early.join(', ')} have not been verified.`,
      'Leave them out, or record the verification first.',
    ),
  )
}

const replacesVoid: Check = async ({ db }, congress, { replaces, appraisal }) => {
  if (replaces === null) return accept(true)
  const { state } = await ballotKind.load(db, congress, replaces)
  return state.status === 'void' && state.appraisal === appraisal ? accept(true) : notFound()
}

type OfBallot = Asked & Readonly<{ ballot: Id<'ballot'>; version: number }>

/** As the edge reads it. */
type CountTold = Omit<BallotCount, 'groups'> &
  Readonly<{ groups?: NonNullable<BallotCount['groups']> | undefined }>

export async function enterBallot(
  at: World,
  asked: OfBallot & Readonly<{ count: CountTold; counters: Counters }>,
): Done {
  const world = oneMoment(at)
  const { by, key, ballot, version, counters } = asked
  const { groups = [], ...own } = asked.count
  const count: BallotCount = groups.length === 0 ? own : { ...own, groups }
  return takeRecordStep(world, ballotKind, {
    by,
    key,
    command: 'EnterBallot',
    id: ballot,
    version,
    isBeside: (since) => isBesideBallot({ type: 'EnterBallot', by: by.account }, since),
    decide: async (state) => {
      if (state.status === 'none') return notFound()
      const { settings } = await world.policies.ruleBookOf(by.congress, state.appraisal)
      const { overReturned } = settings.officialBallot.value
      const today = todayOf(world)
      const entering = { by: by.account, count, counters, overReturned, today } as const
      return decided(state, { type: 'EnterBallot', ...entering })
    },
  })
}

type Announcing = OfBallot &
  Readonly<{ demand: string; excepted: readonly MatterId[]; demands: readonly Demand[] }>

export async function announceBallot(at: World, asked: Announcing): Done {
  const world = oneMoment(at)
  const { by, key, ballot: id, version, demand, excepted, demands } = asked
  let writes: readonly StreamWrite[] = []
  const done = await takeRecordStep(world, ballotKind, {
    by,
    key,
    command: 'AnnounceBallot',
    id,
    version,
    decide: async (state) => {
      if (state.status === 'none') return notFound()
      const book = await world.policies.ruleBookOf(by.congress, state.appraisal)
      const today = todayOf(world)
      const ruling = decided(state, { type: 'AnnounceBallot', book, excepted, demand, today })
      if (!ruling.ok || state.status !== 'counted') return ruling
      const judged = await judgeByBallot(world, { by }, { id, state, excepted, demands })
      if (!judged.ok) return judged
      writes = judged.value
      return ruling
    },
    also: () => writes,
  })
  if (done.ok) tellOfMeeting()
  return done
}

export async function voidBallot(
  world: World,
  asked: OfBallot & Readonly<{ ground: VoidGround; reason: string }>,
): Done {
  const { by, key, ballot, version, ground, reason } = asked
  const command = { type: 'VoidBallot', ground, reason, today: todayOf(world) } as const
  return takeRecordStep(world, ballotKind, {
    by,
    key,
    command: 'VoidBallot',
    id: ballot,
    version,
    decide: (state) => decided(state, command),
  })
}

export async function decideSurplus(
  world: World,
  asked: OfBallot & Readonly<{ decision: SurplusDecision; reason: string }>,
): Done {
  const { by, key, ballot, version, decision, reason } = asked
  const command = { type: 'DecideSurplus', decision, reason, today: todayOf(world) } as const
  return takeRecordStep(world, ballotKind, {
    by,
    key,
    command: 'DecideSurplus',
    id: ballot,
    version,
    decide: (state) => decided(state, command),
  })
}
