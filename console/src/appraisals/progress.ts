/** How far the matters of an appraisal are: only what was struck off is done; merged or gone another way is said apart. */
import { matterStatuses, type MatterStatus } from '@luoshi/domain/matters/matter'

type Counts = Partial<Readonly<Record<MatterStatus, number>>>

export function progressOf(
  counts: Counts,
): Readonly<{ closed: number; left: number; all: number }> {
  const all = matterStatuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0)
  const left = (counts.merged ?? 0) + (counts.exited ?? 0)
  return { closed: counts.closed ?? 0, left, all }
}
