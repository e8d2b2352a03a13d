/**
 * The time of the hall: the server's, carried on by a counter that no change of the phone's clock moves. A phone that is
 * ten minutes off still closes with all the others. Source: ballot.md 5 (late ballot), 11.2 (clock skew).
 */
export type HallClock = Readonly<{
  /** Milliseconds since 1970, as the server counts them; the phone's own until the server was heard. */
  now: () => number
  /** `asked` and `answered`: the counter before and after the question. */
  heard: (serverTime: number, asked: number, answered: number) => void
}>

export function hallClock(counter: () => number, ownTime: () => number): HallClock {
  let ahead = ownTime() - counter()
  let narrowest = Number.POSITIVE_INFINITY
  let heardAt = Number.NEGATIVE_INFINITY
  return {
    now: () => counter() + ahead,
    heard: (serverTime, asked, answered) => {
      // The quickest answer tells the time best; after a while (a phone that slept) any answer is better than an old one.
      const journey = answered - asked
      if (journey > narrowest && answered - heardAt < 60_000) return
      narrowest = journey
      heardAt = answered
      ahead = serverTime - (asked + journey / 2)
    },
  }
}
