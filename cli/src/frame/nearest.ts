/** What somebody probably meant who slipped on a key: the known word at most two keys away, if there is one. */

export function nearest(typed: string, known: readonly string[]): string | undefined {
  const most = typed.length < 5 ? 1 : 2
  let best: string | undefined
  let least = most + 1
  for (const word of known) {
    const keys = distance(typed, word)
    if (keys < least) [best, least] = [word, keys]
  }
  return best
}

/** Letters to put in, take out, change, or swap with the one beside. */
function distance(one: string, other: string): number {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at]
    for (let to = 1; to <= other.length; to += 1) {
      const isSame = one[at - 1] === other[to - 1]
      const swapped =
        at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]
      next[to] = Math.min(
        (row[to] ?? 0) + 1,
        (next[to - 1] ?? 0) + 1,
        (row[to - 1] ?? 0) + (isSame ? 0 : 1),
        swapped ? (before[to - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    ;[before, row] = [row, next]
  }
  return row[other.length] ?? 0
}
