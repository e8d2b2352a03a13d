/** Gives a ballot into the care of the box, in the phase the log says it is in; also after a restart. */
import type { HeldBallot } from '@luoshi/domain/ballots/ballot'
import type { World } from '../../execute/context.ts'
import { ballotKind } from '../ballot-kind.ts'
import { publishedRows } from './bulletin-files.ts'
import { serverSecret, type OfCast } from './cast-keys.ts'
import { manifestOf } from './cast-state.ts'
import type { Hall } from './hall.ts'
import type { HeldEvent } from './box/box-messages.ts'

/** Whether there is a box to be told. */
export async function tellBox(world: World, hall: Hall, of: OfCast): Promise<boolean> {
  const { state } = await ballotKind.load(world.db, of.congress, of.ballot)
  if (state.status === 'none' || !hall.box) return false
  const begun = await hall.box.begin()
  if (!begun.ok) return false
  const mh = await holdAtBox(world, hall, of, state)
  const { state: now } = await ballotKind.load(world.db, of.congress, of.ballot)
  if (now.status === state.status || now.status === 'none') return true
  // Told late, and the ballot had gone on meanwhile: the box must not stay behind it.
  const later = await holdAtBox(world, hall, of, now)
  if (mh !== null && later === null) await hall.box.forget(mh)
  return true
}

/** The hash of the ballot, or null where the box has nothing to do with it. */
async function holdAtBox(
  world: World,
  hall: Hall,
  of: OfCast,
  ballot: HeldBallot,
): Promise<string | null> {
  const frozen = await manifestOf(world, of.congress, ballot)
  const phase = phaseOf(ballot.status)
  if (!frozen || !phase || !hall.box) return null
  const { hash: mh, bytes: manifest } = frozen
  const secret = await serverSecret(world, hall, of)
  const closesAt = ballot.course?.closesAt ? Date.parse(ballot.course.closesAt) : null
  const isPublished = ballot.course?.seal !== undefined && ballot.course.seal !== null
  const published = isPublished ? await publishedRows(hall, of.ballot, frozen) : null
  await hall.box.hold({ mh, manifest, secret, phase, closesAt, published })
  return mh
}

function phaseOf(status: HeldBallot['status']): HeldEvent['phase'] | null {
  switch (status) {
    case 'prepared':
    case 'issuing':
      return 'waiting'
    case 'voting':
      return 'voting'
    case 'sealed':
      return 'closed'
    // Receipts have been given; the file speaks for itself.
    case 'opened':
    case 'open':
    case 'preparing':
    case 'entered':
    case 'differs':
    case 'counted':
    case 'surplus':
    case 'announced':
    case 'void':
      return null
  }
}
