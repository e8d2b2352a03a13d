/** /api/v1/quarantine */
import { accept } from '@luoshi/domain/kernel/result'
import { discardHeld, listQuarantine, releaseHeld } from '../../contract/quarantine.ts'
import { mayGive, type Asked, type World } from '../../execute/context.ts'
import { forbidden } from '../../execute/refused.ts'
import { mount, type Api } from '../../http/mount.ts'
import type { Identity } from '../../identity/identity.ts'
import { factsOf } from '../../identity/middleware.ts'
import { decideHeld, quarantineOf } from './quarantine.ts'

export function quarantineRoutes(api: Api, world: World, identity: Pick<Identity, 'record'>): void {
  mount(api, listQuarantine, async ({ asked }) =>
    mayGive(asked, 'DecideQuarantine')
      ? accept(await quarantineOf(world, asked.by.congress))
      : forbidden(),
  )
  mount(api, releaseHeld, async ({ asked, params, body, c }) => {
    const decision = { state: 'released', ...body } as const
    const done = await decideHeld(world, asked, params.sha256, decision)
    if (done.ok) await identity.record(factsOf(c), eventOf(asked, 'file-released', params.sha256))
    return done
  })
  mount(api, discardHeld, async ({ asked, params, body, c }) => {
    const decision = { state: 'discarded', ...body } as const
    const done = await decideHeld(world, asked, params.sha256, decision)
    if (done.ok) await identity.record(factsOf(c), eventOf(asked, 'file-discarded', params.sha256))
    return done
  })
}

function eventOf(
  { by: { congress, account: actor } }: Asked,
  kind: 'file-released' | 'file-discarded',
  sha256: string,
) {
  return { kind, outcome: 'done', congress, actor, facts: { sha256 } } as const
}
