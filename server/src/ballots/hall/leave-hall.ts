/**
 * A ballot that is void has nothing left in the box, and no key that signs for it. May be done twice: what a restart
 * interrupted is finished by the next one (`resumeCasts`).
 */
import type { World } from '../../execute/context.ts'
import { ballotKind } from '../ballot-kind.ts'
import { forgetKeys, type OfCast } from './cast-keys.ts'
import { hashOf } from './cast-state.ts'
import { forgetAtOpening } from './forget-casts.ts'
import type { Hall } from './hall.ts'

export async function leaveHall(world: World, hall: Hall, of: OfCast): Promise<void> {
  const { state } = await ballotKind.load(world.db, of.congress, of.ballot)
  if (state.status !== 'void' || state.source.type !== 'castHere') return
  // Keys that are being made in this moment come too late: they go when they are there.
  hall.making
    .get(of.ballot)
    ?.then(() => forgetKeys(world, hall, of, 'issuer/%'))
    .catch((failure: unknown) => hall.failed(failure, 'keys of a void ballot are still kept'))
  const mh = hashOf(state)
  if (mh !== null) return forgetAtOpening(world, hall, of, mh)
  await forgetKeys(world, hall, of, 'issuer/%')
  await forgetKeys(world, hall, of, 'server')
}
