/** What a counted ballot writes to each matter on it: its verdict by its own rows, or by the report's. */
import type { Ballot } from '@luoshi/domain/ballots/ballot'
import { attendanceOf, votesOn } from '@luoshi/domain/ballots/ballot-results'
import { mattersOf } from '@luoshi/domain/ballots/ballot-rows'
import type { Day } from '@luoshi/domain/kernel/day'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import type { Id, MatterId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { evolveMatter } from '@luoshi/domain/matters/evolve'
import { matterDecider } from '@luoshi/domain/matters/matter-decider'
import type { Matter } from '@luoshi/domain/matters/matter'
import { explainMatterRefusal, type MatterRefusal } from '@luoshi/domain/matters/refusals'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { write } from '../execute/commit.ts'
import { mayGive, todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { isOpened, loadMatter } from '../execute/load.ts'
import { forbidden, notFound, refused } from '../execute/refused.ts'
import { matterRow } from '../execute/view-rows.ts'
import { answeringUnit } from '../matters/answering-unit.ts'

export type Demand = Readonly<{ matter: MatterId; reasons: string; until: Day | null }>

type Judging = Readonly<{
  id: Id<'ballot'>
  state: Extract<Ballot, { status: 'counted' }>
  excepted: readonly MatterId[]
  demands: readonly Demand[]
}>

export async function judgeByBallot(
  world: World,
  asked: Asked,
  judging: Judging,
): Outcome<readonly StreamWrite[]> {
  const writes: StreamWrite[] = []
  for (const matter of mattersOf(judging.state.subject)) {
    const one = await judgeOne(world, asked, judging, matter)
    if (!one.ok) return one
    writes.push(one.value)
  }
  return accept(writes)
}

async function judgeOne(
  world: World,
  { by }: Asked,
  { id: ballot, state: held, excepted, demands }: Judging,
  id: MatterId,
): Outcome<StreamWrite> {
  const { state, version } = await loadMatter(world.db, by.congress, id)
  if (!isOpened(state)) return notFound()
  if (!mayGive({ by }, 'JudgeByBallot', answeringUnit(state))) return forbidden()
  const policy = await world.policies.of(by.congress, state.appraisal)
  const { reasons = '', until = null } = demands.find(({ matter }) => matter === id) ?? {}
  const basis = held.subject.type === 'report' ? 'report' : 'matter'
  const ruling = matterDecider(id, policy).decide(state, {
    type: 'JudgeByBallot',
    by: { ballot, basis, excepted: excepted.includes(id) },
    session: held.session,
    heldOn: held.heldOn,
    attendance: attendanceOf(held, held.count),
    votes: votesOn(held, held.count, id),
    reasons,
    until,
    today: todayOf(world),
  })
  if (!ruling.ok) return refusedOn(state.title, ruling.refusal)
  const after = ruling.value.reduce<Matter>(evolveMatter, state)
  if (!isOpened(after)) throw new Error('JudgeByBallot left no matter')
  return accept(write(id, version, ruling.value, matterRow(after, world.now())))
}

/** With many matters at once, which one it is matters most. */
function refusedOn(title: string, refusal: MatterRefusal) {
  const { zh, en } = explainMatterRefusal(refusal)
  const words = bilingual(`“${title}”：${zh.what}`, zh.fix, `“${title}”: ${en.what}`, en.fix)
  return refused(409, refusal.code, words)
}
