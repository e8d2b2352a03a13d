/** The moments at which a matter changed, oldest first: the stops of the slider. */
import type { Instant } from '@luoshi/domain/kernel/day'
import type { TrailEntry } from '@luoshi/server/contract/matters'

export function momentsOf(trail: readonly Pick<TrailEntry, 'at'>[]): readonly Instant[] {
  return [...new Set(trail.map(({ at }) => at))].toSorted()
}

/** The last stop not after a moment; the last of all for now. */
export function stopAt(moments: readonly Instant[], asOf: Instant | null): number {
  if (asOf === null) return moments.length - 1
  return moments.filter((moment) => moment <= asOf).length - 1
}
