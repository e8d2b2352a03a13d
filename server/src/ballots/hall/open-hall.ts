/** Opens what ballots cast here need of the machine, and goes on with those that a restart interrupted, in every phase. */
import { rowsOf } from '@luoshi/domain/ballots/ballot-rows'
import { idOf, type CongressId } from '@luoshi/domain/kernel/ids'
import type { World } from '../../execute/context.ts'
import { sealKeyIn } from '../../identity/sealing.ts'
import { ballotKind } from '../ballot-kind.ts'
import { openBoxLink, type BoxSettings } from './box-link.ts'
import { makeIssuerKeys, type OfCast } from './cast-keys.ts'
import { manifestOf } from './cast-state.ts'
import { emptyWhenSealed } from './empty-when-sealed.ts'
import { forgetAtOpening } from './forget-casts.ts'
import type { Hall } from './hall.ts'
import { tellBox } from './hold-at-box.ts'
import { leaveHall } from './leave-hall.ts'
import { nowOrLater } from './until-done.ts'

export type HallSettings = Readonly<{
  dataDir: string
  rsaBits?: Hall['rsaBits']
  origin: () => string
  failed: Hall['failed']
  box: Omit<BoxSettings, 'failed'> | null
}>

export type OpenHall = Hall & Readonly<{ close: () => Promise<void> }>

export async function openHall({
  dataDir,
  rsaBits = 3072,
  origin,
  failed,
  box: settings,
}: HallSettings): Promise<OpenHall> {
  const box = settings && openBoxLink({ ...settings, failed })
  const sealKey = await sealKeyIn(dataDir)
  const making = new Map<string, Promise<void>>()
  const ending = new AbortController()
  const { signal: over } = ending
  const hall = { sealKey, dataDir, rsaBits, box, keys: new Map(), making, over, origin, failed }
  return {
    ...hall,
    close: async () => {
      ending.abort()
      await Promise.all(making.values())
      await box?.stop()
    },
  }
}

/** Everything that had begun and is not counted yet; and what is void while its keys are still kept. */
export async function resumeCasts(
  world: World,
  hall: Hall,
  congresses: readonly CongressId[],
): Promise<void> {
  for (const congress of congresses) {
    const rows = await world.db.rows<{ id: string }>(congress, {
      text: `select id from luoshi.record_view
        where congress = $1 and kind = 'ballot' and to_seq is null
          and (status in ('preparing', 'prepared', 'issuing', 'voting', 'sealed', 'opened')
            or status = 'void' and id in (select ballot from luoshi.cast_key
              where congress = $1 and sealed is not null))`,
      values: [congress],
    })
    for (const { id } of rows)
      await nowOrLater(hall, 'a ballot was not gone on with', () =>
        resume(world, hall, { congress, ballot: idOf('ballot', id) }),
      )
  }
}

async function resume(world: World, hall: Hall, of: OfCast): Promise<void> {
  const { state: ballot } = await ballotKind.load(world.db, of.congress, of.ballot)
  if (ballot.status === 'none') return
  if (ballot.status === 'void') return leaveHall(world, hall, of)
  if (ballot.status === 'preparing')
    return makeIssuerKeys(world, hall, of, rowsOf(ballot.subject).length)
  if (!(await tellBox(world, hall, of))) return
  const frozen = await manifestOf(world, of.congress, ballot)
  if (frozen && ballot.status === 'opened') return forgetAtOpening(world, hall, of, frozen.hash)
  // Published, and perhaps the end came before the box was emptied and the issuer's keys were forgotten.
  await emptyWhenSealed(world, hall, of)
}
