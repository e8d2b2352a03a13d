/**
 * Strata with too few answers are joined, with one another and with the smallest of the others, until the joined group
 * is large enough: so the whole less what is shown is never a smaller group (complementary suppression by joining).
 *
 * Which strata are joined follows from how many answered and from nothing that anybody answered, so that the joining
 * itself tells nothing. A stratum in which nobody answered is joined, too: its people are then spoken for by their
 * neighbours instead of being dropped from the whole.
 * Source: issue 6 point 5 (small cells, complementary suppression); Federal Committee on Statistical Methodology,
 * Working Paper 22, chapter IV (threshold rule, complementary suppression).
 */
import type { StratumCounts, SurveyCounts } from '../survey-counts.ts'

/** `strata`: one key, or several that are told together. `size`: null when that of any of them is not known. */
export type Group = Readonly<{ strata: readonly string[]; size: number | null; answered: number }>

/** Every stratum in exactly one group; in the order of their first stratum. */
export function joinStrata({ strata }: SurveyCounts, smallest: number): readonly Group[] {
  const bySize = strata.toSorted((a, b) => a.answered - b.answered || (a.key < b.key ? -1 : 1))
  const joined = bySize.filter(({ answered }) => answered < smallest)
  const alone = bySize.slice(joined.length)
  while (joined.length > 0 && alone.length > 0 && answeredBy(joined) < smallest) {
    joined.push(...alone.splice(0, 1))
  }
  const groups = alone.map((one) => groupOf([one]))
  return joined.length === 0
    ? inOrder(groups, strata)
    : inOrder([...groups, groupOf(joined)], strata)
}

function answeredBy(strata: readonly StratumCounts[]): number {
  return strata.reduce((sum, { answered }) => sum + answered, 0)
}

function groupOf(strata: readonly StratumCounts[]): Group {
  const keys = strata.map(({ key }) => key).toSorted()
  const sizes = strata.flatMap(({ populationSize }) => populationSize ?? [])
  const size = sizes.length === strata.length ? sizes.reduce((sum, one) => sum + one, 0) : null
  return { strata: keys, size, answered: answeredBy(strata) }
}

function inOrder(groups: readonly Group[], strata: readonly StratumCounts[]): readonly Group[] {
  const place = new Map(strata.map(({ key }, at) => [key, at]))
  const first = (group: Group) => Math.min(...group.strata.map((key) => place.get(key) ?? 0))
  return groups.toSorted((a, b) => first(a) - first(b))
}
