/**
 * How often one address may do something, kept in memory only and forgotten with the hour: no address is written down. An
 * address is an IPv4 one or an IPv6 /64 (identity/transport.ts). When there are too many at once, those not seen for
 * longest go first, one for one: nobody can make the list forget everybody by coming from many places.
 */
export type FewAtATime = (address: string, now: number) => boolean

const mostAddresses = 10_000

/** @param most times within `minutes`, for one address. */
export function fewAtATime(most: number, minutes: number, room = mostAddresses): FewAtATime {
  /** In the order in which they were seen last, as a Map keeps it. */
  const seen = new Map<string, readonly number[]>()
  const span = minutes * 60_000
  return (address, now) => {
    const recent = (seen.get(address) ?? []).filter((at) => now - at < span)
    const allowed = recent.length < most
    seen.delete(address)
    seen.set(address, allowed ? [...recent, now] : recent)
    for (const oldest of seen.keys()) {
      if (seen.size <= room) break
      seen.delete(oldest)
    }
    return allowed
  }
}
