/** What every act at the screen stands on: the frozen ballot, the hall, the vault and what is kept in it. */
import type { Contest, FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import type { HallClock } from './hall-clock.ts'
import type { Hall, HallState } from './hall.ts'
import type { Kept } from './kept.ts'

export type Booth = Readonly<{
  hall: Hall
  clock: HallClock
  frozen: FrozenManifest
  /** A device of the hall that many people use, one after the other. */
  tablet: boolean
  /** As last heard. */
  state: () => HallState
  kept: () => Kept
  /** Written down when the promise is fulfilled; only then may anything be sent. */
  change: (change: (kept: Kept) => Kept) => Promise<void>
}>

export function contestsOf({ frozen }: Booth): readonly (readonly [number, Contest])[] {
  return [...frozen.manifest.contests.entries()]
}
