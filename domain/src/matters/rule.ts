import { accept, refuse, type Result } from '../kernel/result.ts'
import type { MatterEvent } from './events.ts'
import type { MatterRefusal } from './refusals.ts'

/** What every rule of a matter answers. */
export type Ruling = Result<readonly MatterEvent[], MatterRefusal>

/** The refusal when there is one, else the event. */
export function rule(refusal: MatterRefusal | null, ...events: readonly MatterEvent[]): Ruling {
  return refusal ? refuse(refusal) : accept(events)
}
