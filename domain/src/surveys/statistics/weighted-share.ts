/**
 * The share of a population from its blocks (strata, or strata joined): each block weighs what its people are in the
 * population, however many of them answered.
 *
 * The denominator may be a part of the answers (those who have an opinion), so the share is a ratio; its variance is
 * that of the linearised ratio, block by block with its own finite population, and its interval is Wilson's at the
 * effective n. Before the variance is taken, each block is given two further answers shared out as in the whole: a block
 * of ten that happened to agree is not certain. The share itself is never smoothed.
 *
 * Not all sizes known, or one that is smaller than its answers: all answers weigh alike, no population is assumed.
 * Source: Cochran 1977, sections 5A.9, 5.11; Holt & Smith 1979 (JRSS A 142:33, conditional on the n of each stratum);
 * effective n with a score interval: Kott & Carr 1997 (J. Official Statistics 13:337), Franco et al. 2019 (JSSAM 7:334).
 */
import type { Share } from './share.ts'
import { simpleShare, wilson } from './wilson.ts'

/** Of `answered`, `base` are counted and `hits` of these are for it. `size`: people of the block, null when not known. */
export type Block = Readonly<{
  size: number | null
  answered: number
  base: number
  hits: number
}>

type Sized = Block & Readonly<{ size: number }>

const smoothing = 2

export function weightedShare(blocks: readonly Block[]): Share | null {
  const asked = blocks.filter(({ answered }) => answered > 0)
  const answered = sum(asked, (block) => block.answered)
  const base = sum(asked, (block) => block.base)
  const hits = sum(asked, (block) => block.hits)
  if (base === 0) return null
  const sized = asked.filter(isSized)
  if (sized.length < asked.length) return simpleShare(hits, base, null)
  const [only, second] = sized
  if (only && !second) return ofOneBlock(only)
  if (sized.every((block) => block.size === block.answered)) return exact(hits / base, base)
  return ofBlocks(sized, { answered, base, hits })
}

function isSized(block: Block): block is Sized {
  return block.size !== null && block.size >= block.answered
}

function exact(p: number, n: number): Share {
  return { p, n, low: p, high: p, effective: null }
}

/** A part of the answers stands for the same part of the people. */
function ofOneBlock({ size, answered, base, hits }: Sized): Share | null {
  if (size === answered) return exact(hits / base, base)
  return simpleShare(hits, base, Math.max(base + 1, (size * base) / answered))
}

type Totals = Readonly<{ answered: number; base: number; hits: number }>

function ofBlocks(blocks: readonly Sized[], totals: Totals): Share {
  const p = ratio(blocks.map((block) => block))
  const smooth = blocks.map((block) => smoothed(block, totals))
  const middle = ratio(smooth)
  const spread = variance(smooth, middle)
  const effective = Math.max(1, (middle * (1 - middle)) / spread)
  return { p, n: totals.base, ...wilson(p, effective), effective }
}

/** `drawn`: how many answers there really were, for the factor of the finite population. */
type Smooth = Sized & Readonly<{ drawn: number }>

function smoothed(block: Sized, all: Totals): Smooth {
  // Half an answer each way keeps a share of 0 or 1 in all blocks from being certain.
  const hits = (smoothing * (all.hits + 0.5)) / (all.answered + 1)
  const base = (smoothing * (all.base + 1)) / (all.answered + 1)
  return {
    size: block.size,
    drawn: block.answered,
    answered: block.answered + smoothing,
    base: block.base + base,
    hits: block.hits + hits,
  }
}

function ratio(blocks: readonly Sized[]): number {
  const of = (part: (block: Sized) => number) =>
    sum(blocks, (block) => (block.size * part(block)) / block.answered)
  return of((block) => block.hits) / of((block) => block.base)
}

function variance(blocks: readonly Smooth[], p: number): number {
  const people = sum(blocks, (block) => (block.size * block.base) / block.answered)
  return sum(blocks, ({ size, drawn, answered, base, hits }) => {
    // Of the linearised value: 1-p for it, -p against it, 0 outside the base.
    const mean = (hits - p * base) / answered
    const square = (hits * (1 - p) ** 2 + (base - hits) * p * p) / answered
    const left = size > 1 ? (size - drawn) / (size - 1) : 0
    const spread = drawn > 1 ? (square - mean * mean) / (drawn - 1) : square - mean * mean
    return (size / people) ** 2 * left * spread
  })
}

function sum<One>(all: readonly One[], of: (one: One) => number): number {
  return all.reduce((before, one) => before + of(one), 0)
}
