/** Loads a ballot cast here with its frozen manifest, for the steps that need both. */
import type { FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import type { HeldBallot } from '@luoshi/domain/ballots/ballot'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { World } from '../../execute/context.ts'
import { frozenManifest } from './event-manifest.ts'

/** Nothing before it is frozen. */
export function hashOf({ course }: HeldBallot): string | null {
  return course?.frozen?.hash ?? null
}

export async function manifestOf(
  world: World,
  congress: CongressId,
  ballot: HeldBallot,
): Promise<FrozenManifest | null> {
  const mh = hashOf(ballot)
  return mh === null ? null : frozenManifest(world, congress, mh)
}
