/** Gives a ballot into the care of the box, in the phase the log says it is in; also after a restart. */
import type { HeldBallot } from '@luoshi/domain/ballots/ballot'
import type { World } from '../../execute/context.ts'
import { publishedRows } from './bulletin-files.ts'
import { serverSecret, type OfCast } from './cast-keys.ts'
import { manifestOf } from './cast-state.ts'
import type { Hall } from './hall.ts'
import type { HeldEvent } from './box/box-messages.ts'

export async function holdAtBox(
  world: World,
  hall: Hall,
  of: OfCast,
  ballot: HeldBallot,
): Promise<void> {
  const frozen = await manifestOf(world, of.congress, ballot)
  const phase = phaseOf(ballot.status)
  if (!frozen || !phase || !hall.box) return
  const { hash: mh, bytes: manifest } = frozen
  const secret = await serverSecret(world, hall, of)
  const closesAt = ballot.course?.closesAt ? Date.parse(ballot.course.closesAt) : null
  const isPublished = ballot.course?.seal !== undefined && ballot.course.seal !== null
  const published = isPublished ? await publishedRows(hall, of.ballot, frozen) : null
  await hall.box.hold({ mh, manifest, secret, phase, closesAt, published })
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
