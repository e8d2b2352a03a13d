/** Chance that can be repeated: the same seed gives the same numbers (mulberry32). */
export type Chance = Readonly<{
  /** A whole number from 0 up to, not including, `below`. */
  below: (below: number) => number
  pick: <One>(from: readonly [One, ...One[]]) => One
}>

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number) => Math.floor(next() * most)
  return { below, pick: (from) => from[below(from.length)] ?? from[0] }
}
