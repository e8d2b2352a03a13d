/**
 * A share of people, never without its n and its interval: nothing else of this package leaves as a percentage.
 *
 * All numbers are fractions of 1. `n`: the answers it rests on. `low` and `high`: the 95 % interval. `effective`: how
 * many answers of a simple random sample from an endless population would be as sharp; null when everyone was asked,
 * so that nothing is estimated. Source: domain.md section 11; issue “The survey and the effect”, point 5.
 */
export type Interval = Readonly<{ low: number; high: number }>

export type Share = Interval & Readonly<{ p: number; n: number; effective: number | null }>

/** 97.5 % point of the normal distribution: all intervals here are of 95 %. */
export const z95 = 1.959963984540054

/** 80 % point: a change is “detectable” when four surveys in five would find it. */
export const z80 = 0.8416212335729143

export function within(value: number): number {
  return Math.min(1, Math.max(0, value))
}
