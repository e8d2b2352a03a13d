/**
 * Numbers for the pairs of neighbouring characters of a text, so that an index finds any piece of it.
 * Two characters are enough for Chinese words, and PostgreSQL's own trigrams see no Chinese in the C locale.
 */

/** Sorted, without repeats. A text of one character, or none, has no pairs. */
export function bigrams(text: string): number[] {
  const found = new Set<number>()
  for (const run of searchable(text).split(' ')) {
    const points = Array.from(run, (one) => one.codePointAt(0) ?? 0)
    for (let at = 1; at < points.length; at += 1)
      found.add(pair(points[at - 1] ?? 0, points[at] ?? 0))
  }
  return [...found].sort((a, b) => a - b)
}

/** Width, case and punctuation do not matter in a search: `Ａ１，` finds `a1`. */
export function searchable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Multiplied, not shifted, for code points over 16 bits; folded to PostgreSQL's signed 32-bit integer. */
function pair(first: number, second: number): number {
  return (Math.imul(first, 65_599) + second) | 0
}
