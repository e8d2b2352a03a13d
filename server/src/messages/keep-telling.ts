/**
 * The server's own hand: every minute it closes accounts nobody uses, reads the log for news, does the day's scan once, makes digests and sends them.
 * Several servers may run: one wins the lock and does it, the others try again the next minute.
 */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { World } from '../execute/context.ts'
import type { Identity } from '../identity/identity.ts'
import type { ChannelSettings } from './channel-settings.ts'
import { suspendDormant } from '../identity/suspend-dormant.ts'
import { dropOldClaims } from './claim-contact.ts'
import { scanOnce } from './daily-scan.ts'
import { deliver } from './deliver.ts'
import { followLedger } from './follow-ledger.ts'
import { tellDeputies } from './tell-deputies.ts'
import { gatherDigests } from './gather-digests.ts'

type TellingDeps = Readonly<{
  world: World
  identity: Pick<Identity, 'congresses'>
  settings: ChannelSettings
  link: string
  /** Told when a round could not be finished; the next one takes it up where it stopped. */
  failed: (failure: unknown) => void
}>

export type Telling = Readonly<{ stop: () => Promise<void>; now: () => Promise<void> }>

export function keepTelling(deps: TellingDeps, everyMs: number): Telling {
  let running: Promise<void> = Promise.resolve()
  const round = () => {
    running = running.then(() => tellAll(deps)).catch(deps.failed)
    return running
  }
  const timer = setInterval(() => void round(), everyMs)
  timer.unref()
  return {
    now: round,
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}

async function tellAll(deps: TellingDeps): Promise<void> {
  for (const { id, name } of await deps.identity.congresses())
    await oneAtATime(deps.world, id, () => tellCongress(deps, id, name))
}

async function tellCongress(
  { world, settings, link }: TellingDeps,
  congress: CongressId,
  congressName: string,
): Promise<void> {
  await suspendDormant(world, congress)
  while (await followLedger(world, congress));
  await tellDeputies(world, congress)
  await scanOnce(world, congress)
  await dropOldClaims(world, congress)
  await gatherDigests(world, congress)
  await deliver({ world, settings, congressName, link }, congress)
}

/** Holds a lock of the database for as long as `act` lasts; when another process has it, does nothing. */
async function oneAtATime(
  { db }: Pick<World, 'db'>,
  congress: CongressId,
  act: () => Promise<void>,
): Promise<void> {
  const client = await db.pool.connect()
  try {
    const lock = `luoshi messages ${congress}`
    const { rows } = await client.query<{ won: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as won',
      [lock],
    )
    if (rows[0]?.won !== true) return
    try {
      await act()
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [lock])
    }
  } finally {
    client.release()
  }
}
