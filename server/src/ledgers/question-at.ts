/** A question about matters as they stood at a position of the log, on the day from which lateness is told. */
import type { Day } from '@luoshi/domain/kernel/day'
import type { Principal } from '../identity/principal.ts'
import type { MatterFilter, MatterQuestion } from '../matters/matter-query.ts'

export function questionAt(
  by: Principal,
  filter: MatterFilter,
  { seq, today }: Readonly<{ seq: number; today: Day }>,
): MatterQuestion & Readonly<{ seq: number }> {
  return { by, congress: by.congress, filter, today, seq, candidates: null }
}
