/** What the address of a matter's page says. */
import { isDay, type Day } from '@luoshi/domain/kernel/day'

export type MatterSearch = Readonly<{
  /** The matter as it was at the end of this day. */
  on?: Day
}>

export function readMatterSearch(raw: Readonly<Record<string, unknown>>): MatterSearch {
  const { on } = raw
  return typeof on === 'string' && isDay(on) ? { on } : {}
}
