/**
 * Rule: where several groups of people, or several items, weigh in one result, each is first counted of its own
 * denominator; the shares are then added up by their weights, and the sum is held against the line of the rule.
 *
 *     Σ weight × amount ÷ whole   against   share × Σ weight
 *
 * Whole numbers of any size: nothing is rounded before the case is decided.
 *
 * Source: domain.md §7 (weights seen: public 70 + work 30 S123; interviews 70 + on the spot 30 S66; 德20能15勤15绩30廉20 S74).
 */
import { unitsText } from './percent.ts'
import type { Measure } from './reaches.ts'
import type { Comparator, Share } from './rule.ts'

export type Weighed = Measure & Readonly<{ weight: number }>

export function weightedReaches(
  parts: readonly Weighed[],
  share: Share,
  comparator: Comparator,
): boolean {
  const { above, below } = weightedShare(parts)
  const [left, right] = [above * BigInt(share.denominator), below * BigInt(share.numerator)]
  return comparator === 'gt' ? left > right : left >= right
}

/** For print: half up at two decimals. */
export function weightedPercent(parts: readonly Weighed[]): string {
  const { above, below } = weightedShare(parts)
  const units = (2n * above * 10_000n + below) / (2n * below)
  return `${unitsText(Number(units), 2)}%`
}

type Fraction = Readonly<{ above: bigint; below: bigint }>

/** @throws when nothing weighs, or a share is of nothing: the caller has refused that in words. */
function weightedShare(parts: readonly Weighed[]): Fraction {
  const all = parts.reduce((sum, { weight }) => sum + BigInt(weight), 0n)
  if (all <= 0n || parts.some(({ whole }) => whole <= 0))
    throw new Error('A weighted share needs weights and denominators above 0.')
  const sum = parts.reduce<Fraction>(
    ({ above, below }, { amount, whole, weight }) => ({
      above: above * BigInt(whole) + BigInt(weight) * BigInt(amount) * below,
      below: below * BigInt(whole),
    }),
    { above: 0n, below: 1n },
  )
  return { above: sum.above, below: sum.below * all }
}
