/** Putting a step of the ladder on record: the paper and the entry in each matter's trail are one act. */
import type { Day } from '@luoshi/domain/kernel/day'
import type { AppraisalId, Id, MatterId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { evolveMatter } from '@luoshi/domain/matters/evolve'
import { matterDecider } from '@luoshi/domain/matters/matter-decider'
import type { Matter } from '@luoshi/domain/matters/matter'
import type { Appointer } from '@luoshi/domain/people/directory'
import type { CheckFault } from '@luoshi/domain/supervision/consequence-checks'
import {
  evolveConsequence,
  type ConsequenceEvent,
  type ConsequenceFacts,
  type ConsequenceWords,
} from '@luoshi/domain/supervision/consequence'
import { passConsequenceOn, type Successor } from '@luoshi/domain/supervision/pass-consequence-on'
import {
  decideConsequence,
  type ConsequenceCommand,
} from '@luoshi/domain/supervision/decide-consequence'
import { measureOf } from '@luoshi/domain/supervision/suggest-steps'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import type { ConsequenceFollowUp } from '../contract/consequences.ts'
import { write } from '../execute/commit.ts'
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
import { standingSeat } from '../people/standing-seat.ts'
import { isOpened, loadAppraisal, loadMatter, loadOfficial } from '../execute/load.ts'
import { takeRecordStep, type RecordDone } from '../execute/record.ts'
import { forbidden, notFound, refused, refusedByMatter } from '../execute/refused.ts'
import { matterRow } from '../execute/view-rows.ts'
import { answeringFor } from './answering-for.ts'
import { consequenceKind } from './consequence-kind.ts'

function refusedByCheck({ code, words }: CheckFault) {
  return refused(409, code, words)
}

type Facts = Omit<ConsequenceFacts, 'appraisal' | 'unit' | 'official' | 'appointedBy'>

export type TakingAsked = Asked &
  Readonly<{ appraisal: AppraisalId; facts: Facts; words: ConsequenceWords }>

export async function takeConsequence(
  world: World,
  asked: TakingAsked,
): Outcome<RecordDone<'consequence'>> {
  if (!mayGive(asked, 'DecideConsequence')) return forbidden()
  // Nobody leaves the post between asking who has it and writing it down.
  return oneAtATime(world.db, asked.by.congress, () => takeNow(oneMoment(world), asked))
}

async function takeNow(world: World, asked: TakingAsked): Outcome<RecordDone<'consequence'>> {
  const { by, key, appraisal, facts, words } = asked
  const { state } = await loadAppraisal(world.db, by.congress, appraisal)
  if (state.status === 'none') return notFound()
  const policy = await world.policies.of(by.congress, appraisal)
  const seat = await standingSeat(world, by.congress, state)
  const appointedBy = await appointerOf(world, asked, state.official)
  const command: ConsequenceCommand = {
    type: 'DecideConsequence',
    ...facts,
    appraisal,
    unit: seat.unit,
    official: state.official,
    appointedBy,
    words,
    approvers: policy.mayApprove.escalation,
    today: todayOf(world),
  }
  const ruling = decideConsequence({ status: 'none' }, command)
  if (!ruling.ok) return refusedByCheck(ruling.refusal)
  const trails = await enterTrails(world, asked)
  if (!trails.ok) return trails
  const id = newId('consequence')
  return takeRecordStep(world, consequenceKind, {
    by,
    key,
    id,
    version: 0,
    command: 'DecideConsequence',
    decide: () => accept([...ruling.value, ...toTheSuccessor(ruling.value, seat, todayOf(world))]),
    also: () => trails.value,
  })
}

/** Who was appraised has left the post: what hangs on it is the successor’s from the start. */
function toTheSuccessor(decided: readonly ConsequenceEvent[], seat: Successor, today: Day) {
  const state = decided.reduce(evolveConsequence, consequenceKind.initial)
  return passConsequenceOn(state, { from: seat.unit, to: seat }, today)
}

async function appointerOf(
  world: World,
  { by }: Asked,
  official: ConsequenceFacts['official'],
): Promise<Appointer | null> {
  if (official === null) return null
  const { state } = await loadOfficial(world.db, by.congress, official)
  return state.status === 'none' ? null : state.appointedBy
}

/** What the step leaves in the trail of each matter it is about; all of them belong to the appraisal. */
async function enterTrails(world: World, asked: TakingAsked): Outcome<readonly StreamWrite[]> {
  const measure = measureOf(asked.facts.step)
  const writes: StreamWrite[] = []
  for (const id of new Set(asked.facts.matters)) {
    const one = await enterTrail(world, asked, id, measure)
    if (!one.ok) return one
    if (one.value !== null) writes.push(one.value)
  }
  return accept(writes)
}

async function enterTrail(
  world: World,
  { by, appraisal, facts, words }: TakingAsked,
  id: MatterId,
  measure: ReturnType<typeof measureOf>,
): Outcome<StreamWrite | null> {
  const { state, version } = await loadMatter(world.db, by.congress, id)
  if (!isOpened(state) || state.appraisal !== appraisal) return notFound()
  if (measure === null) return accept(null)
  const policy = await world.policies.of(by.congress, appraisal)
  const { approval } = facts
  const today = todayOf(world)
  const command = { type: 'EscalateMatter', measure, reason: words.text, approval, today } as const
  const ruling = matterDecider(id, policy).decide(state, command)
  if (!ruling.ok) return refusedByMatter(ruling.refusal)
  const after = ruling.value.reduce<Matter>(evolveMatter, state)
  if (!isOpened(after)) throw new Error('EscalateMatter left no matter')
  return accept(write(id, version, ruling.value, matterRow(after, world.now())))
}

export type FollowUpAsked = Asked &
  Readonly<{ consequence: Id<'consequence'>; version: number; step: ConsequenceFollowUp }>

export async function followUp(
  world: World,
  { by, key, consequence, version, step }: FollowUpAsked,
): Outcome<RecordDone<'consequence'>> {
  const { state: standing } = await consequenceKind.load(world.db, by.congress, consequence)
  const answering = await answeringFor(world, by.congress, standing)
  return takeRecordStep(world, consequenceKind, {
    by,
    key,
    id: consequence,
    version,
    command: step.type,
    unitOf: () => answering,
    decide: (state) => {
      const ruling = decideConsequence(state, { ...step, today: todayOf(world) })
      return ruling.ok ? ruling : refusedByCheck(ruling.refusal)
    },
  })
}
