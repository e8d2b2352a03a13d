/**
 * Who is asked, drawn so that anyone can compute it again from the published list and the two secrets.
 *
 *  - By lot: the first k of the shuffled list (`appraisals/draw-lots.ts`).
 *  - Equal intervals: a start r is drawn below N; the places are r + ⌊i·N/n⌋ modulo N, for i from 0 to n − 1. Going round
 *    the end gives every place the same chance n/N (circular systematic sampling).
 *  - By strata: within each stratum by lot, with the seed SHA-256 of `seed:stratum`.
 *
 * A line of the list is `stratum fingerprint`: it names nobody and stays when names have been erased.
 * Source: domain.md §11 (above 300 on file 300 by equal-interval random draw, S64; shares by stratum, S65); circular
 * systematic sampling: Lahiri 1951.
 */
import { below, drawLots } from '../appraisals/draw-lots.ts'
import { sha256Hex } from '../kernel/sha256.ts'
import type { Sampling, Stratum } from './population.ts'

/** Places from 0, in the order of the list. */
export function drawnPlaces(
  seed: string,
  sampling: Sampling,
  strata: readonly Stratum[],
  /** The stratum of each line. */
  lines: readonly string[],
): readonly number[] {
  const size = lines.length
  switch (sampling.type) {
    case 'open':
    case 'quota':
      return []
    case 'all':
      return everybody(size)
    case 'interval':
      return size <= sampling.most ? everybody(size) : atIntervals(seed, size, sampling.most)
    case 'random':
      return inOrder(drawLots(seed, size, Math.min(sampling.count, size)))
    case 'stratified':
      return inOrder(strata.flatMap((stratum) => inStratum(seed, stratum, lines)))
  }
}

/** Whether chance has a part in it, so that secrets are needed. */
export function isDrawn(sampling: Sampling, size: number): boolean {
  if (sampling.type === 'interval') return size > sampling.most
  return sampling.type === 'random' || sampling.type === 'stratified'
}

function everybody(size: number): readonly number[] {
  return Array.from({ length: size }, (_, place) => place)
}

function atIntervals(seed: string, size: number, count: number): readonly number[] {
  let n = -1
  const start = below(size, () => {
    n += 1
    return Number.parseInt(sha256Hex(`${seed}:${n}`).slice(0, 8), 16)
  })
  const places = everybody(count).map((i) => (start + Math.floor((i * size) / count)) % size)
  return inOrder(places)
}

function inStratum(
  seed: string,
  { code, quota }: Stratum,
  lines: readonly string[],
): readonly number[] {
  const own = lines.flatMap((stratum, place) => (stratum === code ? [place] : []))
  const drawn = drawLots(sha256Hex(`${seed}:${code}`), own.length, Math.min(quota ?? 0, own.length))
  return drawn.flatMap((at) => own[at] ?? [])
}

function inOrder(places: readonly number[]): readonly number[] {
  return places.toSorted((a, b) => a - b)
}
