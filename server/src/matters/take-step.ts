/** One step on one matter: load, who may, the rule, and the log; with what other streams the step touches. */
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { Command } from '@luoshi/domain/matters/commands'
import { evolveMatter } from '@luoshi/domain/matters/evolve'
import { matterDecider } from '@luoshi/domain/matters/matter-decider'
import type { Matter, MatterStatus, OpenedMatter } from '@luoshi/domain/matters/matter'
import { maySee } from '@luoshi/domain/people/may-see'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { readStream } from '@luoshi/ledger/log/read'
import { alreadyDone, commit, write } from '../execute/commit.ts'
import {
  mayGive,
  oneMoment,
  todayOf,
  type Asked,
  type Outcome,
  type World,
} from '../execute/context.ts'
import { isOpened, loadMatter, matterOf } from '../execute/load.ts'
import { oneAtATime } from '../execute/one-at-a-time.ts'
import { forbidden, notFound, refusedByMatter, versionConflict } from '../execute/refused.ts'
import { matterRow } from '../execute/view-rows.ts'
import { recusalObstacle } from '../people/recused-from.ts'
import { freeOfLetters, reissueOf } from '../letters/reissue.ts'
import { answeringUnit } from './answering-unit.ts'
import { exitOpinionToo } from './exit-opinion-too.ts'
import { seenAhead } from './matter-look.ts'
import type { StepCommand } from './step-command.ts'
import { stepObstacle } from './step-obstacle.ts'

export type StepAsked = Asked &
  Readonly<{ matter: MatterId; version: number; command: StepCommand }>

export type StepDone = Readonly<{
  id: MatterId
  version: number
  status: MatterStatus
  seq: number
}>

/** Steps that look at other things before they decide: at the lead matter, at the letters. */
const lookingAround: ReadonlySet<StepCommand['type']> = new Set([
  'MergeMatter',
  'GrantReassignment',
])

/**
 * Sent again, a step finds its own events there and is refused for them, or the log knows its name: only then it is looked
 * for what it did the first time.
 */
export async function takeStep(world: World, asked: StepAsked): Outcome<StepDone> {
  const decideNow = () => decideAndWrite(oneMoment(world), asked)
  const done = lookingAround.has(asked.command.type)
    ? await oneAtATime(world.db, asked.by.congress, decideNow)
    : await decideNow()
  if (done.ok) return done
  const repeated = await alreadyDone(world.db, asked)
  return repeated ? doneBefore(world, asked, repeated.seq) : done
}

async function decideAndWrite(world: World, asked: StepAsked): Outcome<StepDone> {
  const { by, matter: id, version, command } = asked
  const { state, version: current, recused } = await matterNow(world, asked)
  if (!isOpened(state)) return notFound()
  const unit = answeringUnit(state)
  if (!mayGive(asked, command.type, unit)) return maySee(by, unit) ? forbidden() : notFound()
  const barred = await recusalObstacle(world, by, command.type, {
    unit,
    appraisal: state.appraisal,
    known: recused,
  })
  if (!barred.ok) return barred
  if (current !== version) return versionConflict()

  const obstacle = await stepObstacle(world, by.congress, command)
  if (!obstacle.ok) return obstacle
  const asGiven = await decide(world, asked, state, command)
  if (!asGiven.ok) return asGiven
  const also = await alsoWritten(world, asked, state)
  if (!also.ok) return also
  const { instead } = also.value
  const decided = instead ? await decide(world, asked, state, instead) : asGiven
  if (!decided.ok) return decided

  const { after, events } = decided.value
  const own = write(id, current, events, matterRow(after, world.now()))
  const done = await commit(world, asked, [own, ...also.value.writes], obstacle.value)
  if (!done.ok) return done
  if (done.value.repeated) return doneBefore(world, asked, done.value.seq)
  return accept({
    id,
    version: current + events.length,
    status: after.status,
    seq: done.value.seq,
  })
}

/** What was read ahead stands for what is there now, but for steps that wait for their turn: by then it may be old. */
async function matterNow({ db }: World, { by, matter, command, ahead }: StepAsked) {
  const seen = lookingAround.has(command.type) ? null : seenAhead(ahead, matter)
  if (seen) return { ...matterOf(seen.events), recused: seen.recused }
  return { ...(await loadMatter(db, by.congress, matter)), recused: null }
}

type Told = StepCommand | Command<'ReissueMatter'>

async function decide(world: World, { by, matter }: StepAsked, state: OpenedMatter, command: Told) {
  const policy = await world.policies.of(by.congress, state.appraisal)
  const ruling = matterDecider(matter, policy).decide(state, { ...command, today: todayOf(world) })
  if (!ruling.ok) return refusedByMatter(ruling.refusal)
  const after = ruling.value.reduce<Matter>(evolveMatter, state)
  if (!isOpened(after)) throw new Error(`${command.type} left no matter`)
  return accept({ after, events: ruling.value })
}

type Also = Readonly<{
  writes: readonly StreamWrite[]
  /** The command that stands for the one given, where a letter is concerned. */
  instead?: Command<'ReissueMatter'>
}>

/**
 * A matter that leaves takes its opinion with it, so that raised = matters + exits at every position of the log. What a
 * letter holds goes out with the letter, and again under a re-issue notice.
 */
async function alsoWritten(world: World, asked: StepAsked, state: OpenedMatter): Outcome<Also> {
  const { command, matter } = asked
  if (command.type === 'ExitMatter') {
    const left = await exitOpinionToo(world, asked, state, command)
    return left.ok ? accept({ writes: left.value }) : left
  }
  if (command.type === 'HandOverMatter') {
    const free = await freeOfLetters(world, asked, matter, state)
    return free.ok ? accept({ writes: [] }) : free
  }
  if (command.type !== 'GrantReassignment') return accept({ writes: [] })
  const reissue = await reissueOf(world, asked, matter, state, command)
  if (!reissue.ok) return reissue
  if (reissue.value === null) return accept({ writes: [] })
  return accept({ writes: reissue.value.writes, instead: reissue.value.command })
}

async function doneBefore(
  { db }: World,
  { by, matter: id }: StepAsked,
  seq: number,
): Outcome<StepDone> {
  const { state, version } = matterOf(await readStream(db.pool, by.congress, id, seq))
  return isOpened(state) ? accept({ id, version, status: state.status, seq }) : notFound()
}
