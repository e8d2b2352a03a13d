/**
 * Texts that say nearly the same: they share seven tenths of their pairs of signs (Jaccard), blanks and punctuation left
 * out. Groups are the connected ones, so that a clerk handles “修路太慢” and “修路太慢了！！” once.
 *
 * Only texts that share one of their rare pairs are compared at all: with the rarest n - ⌈0.7 n⌉ + 1 pairs of each, no
 * group can be missed (prefix filter; Chaudhuri, Ganti & Kaushik 2006, ICDE, “A primitive operator for similarity joins”).
 */
const alike = 0.7

/** For each text the place of the first of its group; its own when it is alone. */
export function nearDuplicates(texts: readonly string[]): readonly number[] {
  const sets = texts.map(pairsOf)
  const often = new Map<string, number>()
  for (const set of sets) for (const pair of set) often.set(pair, (often.get(pair) ?? 0) + 1)
  const leader = texts.map((_, at) => at)
  const find = (at: number): number => {
    const up = leader[at] ?? at
    return up === at ? at : find(up)
  }
  const seen = new Map<string, number[]>()
  for (const [at, set] of sets.entries()) {
    const rare = rarest(set, often)
    const near = new Set(rare.flatMap((pair) => seen.get(pair) ?? []))
    for (const other of near)
      if (find(other) !== find(at) && likeness(set, sets[other] ?? new Set()) >= alike) {
        const [first, second] = [find(other), find(at)]
        leader[Math.max(first, second)] = Math.min(first, second)
      }
    for (const pair of rare) seen.set(pair, [...(seen.get(pair) ?? []), at])
  }
  return leader.map((_, at) => find(at))
}

function pairsOf(text: string): ReadonlySet<string> {
  const plain = [...text.normalize('NFKC').toLowerCase()].filter((one) => /[\p{L}\p{N}]/u.test(one))
  if (plain.length < 2) return new Set(plain)
  return new Set(plain.slice(1).map((one, at) => `${plain[at] ?? ''}${one}`))
}

function rarest(set: ReadonlySet<string>, often: ReadonlyMap<string, number>): readonly string[] {
  const length = set.size - Math.ceil(alike * set.size) + 1
  return [...set]
    .toSorted((a, b) => (often.get(a) ?? 0) - (often.get(b) ?? 0) || (a < b ? -1 : 1))
    .slice(0, length)
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0
  for (const pair of one) if (other.has(pair)) both += 1
  const all = one.size + other.size - both
  return all === 0 ? 0 : both / all
}
