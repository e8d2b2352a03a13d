/** How often one address may do something, kept in memory only and forgotten with the hour: no address is written down. */
export type FewAtATime = (address: string, now: number) => boolean

/** @param most times within `minutes`, for one address. */
export function fewAtATime(most: number, minutes: number): FewAtATime {
  const seen = new Map<string, number[]>()
  const span = minutes * 60_000
  return (address, now) => {
    if (seen.size > 10_000) seen.clear()
    const recent = (seen.get(address) ?? []).filter((at) => now - at < span)
    const allowed = recent.length < most
    if (allowed) recent.push(now)
    seen.set(address, recent)
    return allowed
  }
}
