/** What the address of a matter's page says: the moment looked at, and the step whose form is open. */
import { isDay, isInstant, type Day, type Instant } from '@luoshi/domain/kernel/day'
import { isMatterStep, type MatterStep } from '@luoshi/server/contract/matter-steps'

export type MatterSearch = Readonly<{
  /** The matter as it was at this moment. */
  at?: Instant
  /** The matter as it was at the end of this day. */
  on?: Day
  /** The form that is open, so that reloading the page brings it back with its draft. */
  step?: MatterStep
}>

/** Reads an address; what it does not understand is left out, so an old link still opens. */
export function readMatterSearch(raw: Readonly<Record<string, unknown>>): MatterSearch {
  const { at, on, step } = raw
  if (typeof at === 'string' && isInstant(at)) return { at }
  if (typeof on === 'string' && isDay(on)) return { on }
  return typeof step === 'string' && isMatterStep(step) ? { step } : {}
}
