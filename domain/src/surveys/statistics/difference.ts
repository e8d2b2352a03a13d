/**
 * How far two shares are apart, with the interval of the distance.
 *
 * Two simple samples: Newcombe 1998 (Stat. Med. 17:873), method 10, the hybrid of two score intervals. Weighted ones:
 * the same construction from whatever intervals the two have (Zou & Donner 2008, Stat. Med. 27:1693, “MOVER”), which
 * keeps the design of each. The two have to be independent: two waves, each drawn anew.
 */
import type { Share } from './share.ts'

export type Difference = Readonly<{ d: number; low: number; high: number }>

/** After minus before. */
export function difference(before: Share, after: Share): Difference {
  const d = after.p - before.p
  const down = Math.hypot(after.p - after.low, before.high - before.p)
  const up = Math.hypot(after.high - after.p, before.p - before.low)
  return { d, low: Math.max(-1, d - down), high: Math.min(1, d + up) }
}
