/** /api/v1/quarantine */
import { accept } from '@luoshi/domain/kernel/result'
import { discardHeld, listQuarantine, releaseHeld } from '../../contract/quarantine.ts'
import { mayGive, type Asked, type Outcome, type World } from '../../execute/context.ts'
import { forbidden } from '../../execute/refused.ts'
import { mount, type Api } from '../../http/mount.ts'
import type { Identity } from '../../identity/identity.ts'
import { factsOf } from '../../identity/middleware.ts'
import type { RequestFacts } from '../../identity/request-facts.ts'
import { decideHeld, quarantineOf } from './quarantine.ts'

export function quarantineRoutes(
  api: Api,
  world: World,
  identity: Pick<Identity, 'record' | 'putAct'>,
): void {
  mount(api, listQuarantine, async ({ asked }) =>
    mayGive(asked, 'DecideQuarantine')
      ? accept(await quarantineOf(world, asked.by.congress))
      : forbidden(),
  )
  mount(api, releaseHeld, async ({ asked, params, body, c }) => {
    if (!mayGive(asked, 'DecideQuarantine')) return forbidden()
    const act = { kind: 'releaseHeld', asked: { ...params, ...body } } as const
    const waits = await identity.putAct(asked.by, act, factsOf(c))
    return waits === null
      ? releaseNow(world, identity, asked, { ...params, ...body, from: factsOf(c) })
      : accept({ state: 'held' })
  })
  mount(api, discardHeld, async ({ asked, params, body, c }) => {
    const decision = { state: 'discarded', ...body } as const
    const done = await decideHeld(world, asked, params.sha256, decision)
    if (done.ok) await identity.record(factsOf(c), eventOf(asked, 'file-discarded', params.sha256))
    return done
  })
}

type Releasing = Readonly<{ sha256: string; reason: string; approval: string; from: RequestFacts }>

/** At once, or when the second person approved it. */
export async function releaseNow(
  world: World,
  identity: Pick<Identity, 'record'>,
  asked: Asked,
  { sha256, reason, approval, from }: Releasing,
): Outcome<Readonly<{ state: 'released' }>> {
  const decision = { state: 'released', reason, approval } as const
  const done = await decideHeld(world, asked, sha256, decision)
  if (done.ok) await identity.record(from, eventOf(asked, 'file-released', sha256))
  return done
}

function eventOf(
  { by: { congress, account: actor } }: Asked,
  kind: 'file-released' | 'file-discarded',
  sha256: string,
) {
  return { kind, outcome: 'done', congress, actor, facts: { sha256 } } as const
}
