/**
 * Drawing by lot so that anyone can compute it again with nothing but `sha256sum`.
 *
 *  1. The list is fixed: one candidate a line, `1 公路局 王某`, each line ended by a line feed; its SHA-256 is published.
 *  2. Each participant publishes SHA-256 of `secret:salt` before anybody opens theirs.
 *  3. seed = SHA-256 of the list's hash and every opened `secret:salt`, in the order of the participants, one a line,
 *     each ended by a line feed.
 *  4. The n-th number of the stream is the first 8 hexadecimal digits of SHA-256 of `seed:n`, n from 0.
 *  5. Candidates are shuffled from the first place on (Fisher–Yates): for place i the next number x is taken; the
 *     candidate of place i + x mod (candidates − i) comes there. Numbers at or above the largest multiple of
 *     (candidates − i) below 2^32 are passed over, so that no place is likelier than another. The first k are drawn.
 *
 * As long as one participant keeps a secret to the end, nobody can know or steer the outcome.
 * Source: issue 3 item 3 (commit–reveal, recomputable by anyone); lots in use: domain.md §5 phase 0 (S2, S15).
 */
import { sha256Hex } from '../kernel/sha256.ts'

export type Opened = Readonly<{ secret: string; salt: string }>

/** The bytes that are hashed, as UTF-8: `1 公路局 王某` and a line feed, for each. */
export function listText(labels: readonly string[]): string {
  return labels.map((label, index) => `${index + 1} ${label}\n`).join('')
}

/** Hex, lower case; `sha256sum` of {@link listText} says the same. */
export function listHash(labels: readonly string[]): string {
  return sha256Hex(listText(labels))
}

/** What a participant publishes first: the SHA-256 of `secret:salt`, in hex. */
export function commitmentOf({ secret, salt }: Opened): string {
  return sha256Hex(`${secret}:${salt}`)
}

/** `opened` in the order of the participants. Whoever has list and secrets computes it with `sha256sum`. */
export function seedOf(hashOfList: string, opened: readonly Opened[]): string {
  const lines = [hashOfList, ...opened.map(({ secret, salt }) => `${secret}:${salt}`)]
  return sha256Hex(lines.map((line) => `${line}\n`).join(''))
}

/** The places drawn, from 0, in the order drawn. */
export function drawLots(seed: string, candidates: number, count: number): readonly number[] {
  const places = Array.from({ length: candidates }, (_, place) => place)
  const next = numbersOf(seed)
  for (let i = 0; i < Math.min(count, candidates); i += 1) {
    const other = i + below(candidates - i, next)
    const [mine = 0, theirs = 0] = [places[i], places[other]]
    places[i] = theirs
    places[other] = mine
  }
  return places.slice(0, count)
}

function numbersOf(seed: string): () => number {
  let n = -1
  return () => {
    n += 1
    return Number.parseInt(sha256Hex(`${seed}:${n}`).slice(0, 8), 16)
  }
}

const range = 2 ** 32

/** A number from 0 to `limit` − 1, each equally likely when the 32-bit numbers of `next` are. */
export function below(limit: number, next: () => number): number {
  const fair = range - (range % limit)
  let x = next()
  while (x >= fair) x = next()
  return x % limit
}
