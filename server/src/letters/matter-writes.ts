/** What a step on a letter writes to its matters, in the same commit: each is decided by the matter's own rules. */
import type { CongressId, MatterId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { MatterCommand } from '@luoshi/domain/matters/commands'
import { evolveMatter } from '@luoshi/domain/matters/evolve'
import { matterDecider } from '@luoshi/domain/matters/matter-decider'
import type { Matter } from '@luoshi/domain/matters/matter'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { write } from '../execute/commit.ts'
import type { Outcome, World } from '../execute/context.ts'
import { isOpened, loadMatter } from '../execute/load.ts'
import { notFound, refusedByMatter } from '../execute/refused.ts'
import { matterRow } from '../execute/view-rows.ts'

export type MatterTold = Readonly<{ matter: MatterId; command: MatterCommand }>

/** All of them or, with the first refusal, none. */
export async function matterWrites(
  world: World,
  congress: CongressId,
  told: readonly MatterTold[],
): Outcome<readonly StreamWrite[]> {
  const writes: StreamWrite[] = []
  for (const { matter: id, command } of told) {
    const { state, version } = await loadMatter(world.db, congress, id)
    if (!isOpened(state)) return notFound()
    const policy = await world.policies.of(congress, state.appraisal)
    const ruling = matterDecider(id, policy).decide(state, command)
    if (!ruling.ok) return refusedByMatter(ruling.refusal)
    const after = ruling.value.reduce<Matter>(evolveMatter, state)
    if (!isOpened(after)) throw new Error(`${command.type} left no matter`)
    writes.push(write(id, version, ruling.value, matterRow(after, world.now())))
  }
  return accept(writes)
}
