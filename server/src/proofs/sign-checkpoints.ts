/**
 * Signs each congress's log from time to time, so that whoever fetches checkpoints holds a recent one: a history
 * rewritten later has to contradict it. Source: architecture.md (checkpoints that a witness or a stranger can hold).
 */
import { makeCheckpoint } from '@luoshi/ledger/proof/checkpoints'
import type { SigningKey } from '@luoshi/ledger/proof/signing-key'
import type { World } from '../execute/context.ts'
import type { Identity } from '../identity/identity.ts'

export type Signing = Readonly<{ stop: () => Promise<void> }>

type SigningDeps = Readonly<{
  world: Pick<World, 'db' | 'now'>
  identity: Pick<Identity, 'congresses'>
  signingKey: SigningKey
  /** Told when a log no longer continues what was signed: somebody changed history. */
  alarm: (congress: string) => void
  /** Told when signing could not be tried; it is tried again the next time. */
  failed: (failure: unknown) => void
}>

export async function signAll({
  world,
  identity,
  signingKey,
  alarm,
}: Omit<SigningDeps, 'failed'>): Promise<void> {
  for (const { id } of await identity.congresses()) {
    const signed = await makeCheckpoint(world.db.pool, id, signingKey, world.now())
    if (!signed.ok) alarm(id)
  }
}

/** Signs every `everyMs`; a log without news costs one read. */
export function keepSigning(deps: SigningDeps, everyMs: number): Signing {
  let running: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    running = running.then(() => signAll(deps)).catch(deps.failed)
  }, everyMs)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
