import type { Instant } from '@luoshi/domain/kernel/day'

/** 2026-03-01 09:30, as clocks in China showed it. */
export function minuteInChina(moment: Instant): string {
  return new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}
