/**
 * Ballots that wait in memory until enough of their contest are there; then they are written together, in the order of
 * their ids. What was written leaves the pool only then, so a failed write loses nothing.
 * Source: ballot.md 6 no. 2; tests 59–62.
 */
import { surrendered, type BoxRow, type BoxStore } from './box-row.ts'

export type BallotPool = Readonly<{
  /** The id of the ballot that waits with this key, if any. */
  waits: (contest: number, pk: string) => string | undefined
  add: (row: BoxRow) => void
  /** Every contest of which enough wait. */
  writeDue: () => Promise<void>
  writeAll: () => Promise<void>
}>

const placeOf = ({ contest, pk }: Pick<BoxRow, 'contest' | 'pk'>) => `${contest} ${pk}`

export function ballotPool(kMin: number, store: Pick<BoxStore, 'write'>): BallotPool {
  const waiting = new Map<string, BoxRow>()
  let writing: Promise<void> = Promise.resolve()

  function due(): readonly BoxRow[] {
    const counts = new Map<number, number>()
    for (const { contest } of waiting.values()) counts.set(contest, (counts.get(contest) ?? 0) + 1)
    return [...waiting.values()].filter(({ contest }) => (counts.get(contest) ?? 0) >= kMin)
  }

  /** One batch after the other; whatever came meanwhile goes with the next. */
  function write(chosen: () => readonly BoxRow[]): Promise<void> {
    const before = writing
    const next = (async () => {
      await before
      const rows = chosen()
      if (rows.length === 0) return
      await store.write(rows.toSorted(byId))
      for (const row of rows) waiting.delete(placeOf(row))
    })()
    writing = next.catch(() => undefined)
    return next
  }

  return {
    waits: (contest, pk) => waiting.get(placeOf({ contest, pk }))?.id,
    add: (row) => void waiting.set(placeOf(row), row),
    writeDue: () => write(due),
    writeAll: () => write(() => [...waiting.values()]),
  }
}

/** Given-up tokens have no id of their own; among them the key decides. */
export function byId(one: BoxRow, other: BoxRow): number {
  const [a, b] = [one, other].map(({ id, pk }) => (id === surrendered ? `~${pk}` : id))
  return String(a) < String(b) ? -1 : 1
}
