/** Counts by state with no state left out: a state that has none says 0. */
import type { MatterStatus } from '@luoshi/domain/matters/matter'

export function statusCounts(counts: ReadonlyMap<string, number>): Record<MatterStatus, number> {
  const of = (status: MatterStatus) => counts.get(status) ?? 0
  return {
    drafted: of('drafted'),
    approved: of('approved'),
    issued: of('issued'),
    misassigned: of('misassigned'),
    received: of('received'),
    planned: of('planned'),
    inProgress: of('inProgress'),
    committed: of('committed'),
    submitted: of('submitted'),
    verified: of('verified'),
    satisfied: of('satisfied'),
    closed: of('closed'),
    merged: of('merged'),
    exited: of('exited'),
  }
}
