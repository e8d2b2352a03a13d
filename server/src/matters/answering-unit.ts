/**
 * Which unit a matter belongs to when rights are asked. Before hand-over a unit is only proposed: its people neither
 * see the draft nor act on it.
 */
import type { UnitId } from '@luoshi/domain/kernel/ids'
import type { OpenedMatter } from '@luoshi/domain/matters/matter'

export function answeringUnit({
  handOver,
  unit,
}: Pick<OpenedMatter, 'handOver' | 'unit'>): UnitId | null {
  return handOver === null ? null : unit
}
