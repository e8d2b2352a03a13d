/** When a matter leaves by a lawful exit, the opinion it carried leaves with it, in the same commit. */
import { accept } from '@luoshi/domain/kernel/result'
import type { OpenedMatter } from '@luoshi/domain/matters/matter'
import type { Opinion } from '@luoshi/domain/opinions/opinion'
import { opinionDecider } from '@luoshi/domain/opinions/opinion-decider'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { write } from '../execute/commit.ts'
import { todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { loadOpinion } from '../execute/load.ts'
import { refusedByOpinion } from '../execute/refused.ts'
import { opinionRow } from '../execute/view-rows.ts'
import type { StepCommand } from './step-command.ts'

export async function exitOpinionToo(
  world: World,
  { by }: Asked,
  matter: OpenedMatter,
  { exit, reason, approval }: Extract<StepCommand, { type: 'ExitMatter' }>,
): Outcome<readonly StreamWrite[]> {
  const { state, version } = await loadOpinion(world.db, by.congress, matter.opinion)
  const decider = opinionDecider(await world.policies.of(by.congress, matter.appraisal))
  const leaving = { type: 'ExitOpinion', exit, reason, approval, today: todayOf(world) } as const
  const ruling = decider.decide(state, leaving)
  if (!ruling.ok) return refusedByOpinion(ruling.refusal)
  const after = ruling.value.reduce<Opinion>(decider.evolve, state)
  if (after.status === 'none') throw new Error('ExitOpinion left no opinion')
  return accept([write(matter.opinion, version, ruling.value, opinionRow(after))])
}
