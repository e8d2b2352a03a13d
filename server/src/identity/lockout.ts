/**
 * Five failures within 15 minutes close the door for 15 minutes, for the login tried and for the address it came from,
 * each counted by itself. Source: GB/T 22239-2019 8.1.4.1 b; ecosystem.md §5 item 1b.
 */
import { instant, type Instant } from '@luoshi/domain/kernel/day'

export type LockoutRule = Readonly<{ failures: number; windowMinutes: number; lockMinutes: number }>

export const lockoutRule: LockoutRule = { failures: 5, windowMinutes: 15, lockMinutes: 15 }

/**
 * Until when the door is closed, or `null`. `latest`: at least the last `rule.failures` failures, newest first.
 * Attempts on a closed door are not failures, so they do not prolong it.
 */
export function closedUntil(
  latest: readonly Instant[],
  now: Instant,
  rule: LockoutRule,
): Instant | null {
  const newest = latest[0]
  const oldest = latest[rule.failures - 1]
  if (newest === undefined || oldest === undefined) return null
  const apart = Date.parse(newest) - Date.parse(oldest)
  if (apart >= rule.windowMinutes * 60_000) return null
  const until = later(newest, rule.lockMinutes)
  return until > now ? until : null
}

/** A moment some minutes on. */
export function later(moment: Instant, minutes: number): Instant {
  return instant(new Date(Date.parse(moment) + minutes * 60_000).toISOString())
}
