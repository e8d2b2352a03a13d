/** How far the matters of an appraisal are: ended means struck off, merged, or gone by a lawful exit. */
import { matterStatuses, type MatterStatus } from '@luoshi/domain/matters/matter'

type Counts = Partial<Readonly<Record<MatterStatus, number>>>

export function endedIn(counts: Counts): Readonly<{ ended: number; all: number }> {
  const all = matterStatuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0)
  const ended = (counts.closed ?? 0) + (counts.merged ?? 0) + (counts.exited ?? 0)
  return { ended, all }
}
