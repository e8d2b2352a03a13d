/**
 * The score interval of one share, and what a known size of the population adds to it.
 *
 * Source: Wilson 1927 (JASA 22:209); Newcombe 1998 (Stat. Med. 17:857), method 3. Finite population: Cochran, Sampling
 * Techniques, 3rd ed. 1977, section 3.3: the variance of a share shrinks by (N-n)/(N-1), which is the same as n growing
 * by its inverse.
 */
import { within, z95, type Interval, type Share } from './share.ts'

/** `effective` may be any positive number; null: everyone was asked. */
export function wilson(p: number, effective: number | null, z: number = z95): Interval {
  if (effective === null) return { low: p, high: p }
  const square = (z * z) / effective
  const middle = p + square / 2
  const reach = z * Math.sqrt((p * (1 - p)) / effective + square / (4 * effective))
  const scale = 1 + square
  // At the ends the formula gives p itself; the bound keeps the last digit from crossing it.
  return {
    low: Math.min(p, within((middle - reach) / scale)),
    high: Math.max(p, within((middle + reach) / scale)),
  }
}

/** What n answers out of `population` are worth; null when that is everybody. Not known, or fewer than n: no gain. */
export function finiteN(n: number, population: number | null): number | null {
  if (population === null || population < n) return n
  return population === n ? null : (n * (population - 1)) / (population - n)
}

/** A share of a simple random sample. */
export function simpleShare(hits: number, n: number, population: number | null): Share | null {
  if (n === 0) return null
  const p = hits / n
  const effective = finiteN(n, population)
  return { p, n, ...wilson(p, effective), effective }
}
