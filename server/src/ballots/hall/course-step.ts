/** One step of a ballot's course: who may, load, decide, do what the step is for, write it down. */
import type { Ballot, HeldBallot } from '@luoshi/domain/ballots/ballot'
import { explainCourseRefusal, type CourseRefusal } from '@luoshi/domain/ballots/course-refusals'
import { decideCourse, type CourseCommand } from '@luoshi/domain/ballots/decide-course'
import type { BallotEvent } from '@luoshi/domain/ballots/ballot'
import { isBesideBallot } from '@luoshi/domain/ballots/beside'
import type { Id } from '@luoshi/domain/kernel/ids'
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { CommandType } from '@luoshi/domain/people/rights'
import type { FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import { oneMoment, todayOf, type Asked, type Outcome, type World } from '../../execute/context.ts'
import { takeRecordStep, type RecordDone } from '../../execute/record.ts'
import { notFound, refused, type Refused } from '../../execute/refused.ts'
import { tellOfMeeting } from '../../meetings/meeting-news.ts'
import { ballotKind } from '../ballot-kind.ts'
import type { OfCast } from './cast-keys.ts'
import { manifestOf } from './cast-state.ts'

export type OfStep = Asked &
  Readonly<{
    ballot: Id<'ballot'>
    version: number
    /** The lock the step is about, where it is about one. */
    lock?: number
  }>

export type Done = Outcome<RecordDone<'ballot'>>

type Bare<Command> = Command extends unknown ? Omit<Command, 'today'> : never

/** What a step asks of the rules: everything but the day. */
export type Step = Bare<CourseCommand>

/** At the moment of the step. */
export type Standing = Readonly<{
  world: World
  of: OfCast
  state: HeldBallot
  /** Null before it is frozen. */
  frozen: FrozenManifest | null
}>

export function refusedByCourse(refusal: CourseRefusal): Result<never, Refused> {
  return refused(409, refusal.code, explainCourseRefusal(refusal))
}

function ruled(state: Ballot, world: World, step: Step): Result<readonly BallotEvent[], Refused> {
  const ruling = decideCourse(state, { ...step, today: todayOf(world) })
  return ruling.ok ? ruling : refusedByCourse(ruling.refusal)
}

/**
 * One step of a ballot after the other: what a step does outside the log (a paper ballot in the register, a token spent at
 * the box) must not be done for a step that another one, counting without it, has overtaken.
 */
const turns = new Map<string, Promise<unknown>>()

async function inTurn<Result>(ballot: string, act: () => Promise<Result>): Promise<Result> {
  const before = turns.get(ballot) ?? Promise.resolve()
  const mine = before.then(act)
  const settled = mine.catch(() => undefined)
  turns.set(ballot, settled)
  try {
    return await mine
  } finally {
    if (turns.get(ballot) === settled) turns.delete(ballot)
  }
}

export function takeCourseStep(...asked: Parameters<typeof stepNow>): Done {
  return inTurn(asked[1].ballot, () => stepNow(...asked))
}

/**
 * `ask`: what the rules are asked, from what stands there. `act`: what is done when they agree and before it is written
 * down; it may be done twice, when writing down fails the first time.
 */
async function stepNow(
  at: World,
  { by, key, ballot, version, lock }: OfStep,
  command: CommandType & CourseCommand['type'],
  ask: (standing: Standing) => Step | Outcome<Step>,
  act: (standing: Standing) => Outcome<true> = async () => accept(true),
): Done {
  const world = oneMoment(at)
  const done = await takeRecordStep(world, ballotKind, {
    by,
    key,
    command,
    id: ballot,
    version,
    isBeside: (since) =>
      isBesideBallot(
        { type: command, by: by.account, ...(lock === undefined ? {} : { lock }) },
        since,
      ),
    decide: async (state) => {
      if (state.status === 'none') return notFound()
      const frozen = await manifestOf(world, by.congress, state)
      const standing = { world, of: { congress: by.congress, ballot }, state, frozen }
      const asked = await ask(standing)
      const step = 'ok' in asked ? asked : accept(asked)
      if (!step.ok) return step
      const ruling = ruled(state, world, step.value)
      if (!ruling.ok) return ruling
      const acted = await act(standing)
      return acted.ok ? ruling : acted
    },
  })
  if (done.ok) tellOfMeeting()
  return done
}

/** A step out of its turn is refused before anything is done for it. */
export function itsTurn({ world, state }: Standing, step: Step): Result<true, Refused> {
  const ruling = decideCourse(state, { ...step, today: todayOf(world) })
  if (ruling.ok || ruling.refusal.code !== 'cast-not-its-turn') return accept(true)
  return refusedByCourse(ruling.refusal)
}
