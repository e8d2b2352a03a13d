/** Simulated towns and surveys for tests: everything follows from the seed. */
import type { Block } from '../statistics/weighted-share.ts'

/** Numbers from 0 to 1 (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A stratum: so many people, of whom this share is satisfied, of whom `n` are drawn. */
export type Quarter = Readonly<{ size: number; satisfied: number; n: number }>

export type Town = readonly Quarter[]

export function truthOf(town: Town): number {
  const people = town.reduce((sum, { size }) => sum + size, 0)
  return town.reduce((sum, quarter) => sum + satisfiedIn(quarter), 0) / people
}

function satisfiedIn({ size, satisfied }: Quarter): number {
  return Math.round(size * satisfied)
}

/** Draws without replacement, person by person. */
export function surveyOf(town: Town, chance: () => number): readonly Block[] {
  return town.map((quarter) => {
    let left = quarter.size
    let good = satisfiedIn(quarter)
    let hits = 0
    for (let drawn = 0; drawn < quarter.n; drawn += 1) {
      if (chance() * left < good) {
        hits += 1
        good -= 1
      }
      left -= 1
    }
    return { size: quarter.size, answered: quarter.n, base: quarter.n, hits }
  })
}
