/**
 * How often something has happened within the last minutes, for thousands of things at once, in a table of fixed size:
 * as objects they would be carried from one collection of garbage to the next. Things go by a number of 53 bits; each has
 * eight places it may stand in, and of these the one not seen for longest gives way.
 */
export type Lately = Readonly<{
  /** Counts once more and answers true, unless it happened `most` times. */
  once: (thing: number, most: number, minute: number) => boolean
  count: (thing: number, minute: number) => number
}>

const places = 8

/** @param room a multiple of eight. */
export function lately(room: number, minutes: number): Lately {
  const sets = room / places
  const things = new Float64Array(room)
  const seen = new Float64Array(room)
  const counts = new Uint16Array(room * minutes)

  function placeOf(thing: number): number {
    const first = (thing % sets) * places
    for (let at = first; at < first + places; at += 1) if (things[at] === thing) return at
    return -1
  }

  function oldestIn(thing: number): number {
    const first = (thing % sets) * places
    let oldest = first
    for (let at = first; at < first + places; at += 1)
      if ((seen[at] ?? 0) < (seen[oldest] ?? 0)) oldest = at
    return oldest
  }

  /** Forgets the minutes that have gone by since. */
  function rollOn(at: number, minute: number): void {
    const before = seen[at] ?? 0
    const gone = Math.min(minutes, minute - before)
    for (let n = 1; n <= gone; n += 1) counts[at * minutes + ((before + n) % minutes)] = 0
    if (minute > before) seen[at] = minute
  }

  function sumAt(at: number): number {
    let sum = 0
    for (let n = 0; n < minutes; n += 1) sum += counts[at * minutes + n] ?? 0
    return sum
  }

  function enter(thing: number, minute: number): number {
    const at = oldestIn(thing)
    things[at] = thing
    seen[at] = minute
    counts.fill(0, at * minutes, (at + 1) * minutes)
    return at
  }

  return {
    count: (thing, minute) => {
      const at = placeOf(thing)
      if (at < 0) return 0
      rollOn(at, minute)
      return sumAt(at)
    },
    once: (thing, most, minute) => {
      const known = placeOf(thing)
      const at = known < 0 ? enter(thing, minute) : known
      rollOn(at, minute)
      if (sumAt(at) >= most) return false
      const now = at * minutes + (minute % minutes)
      counts[now] = (counts[now] ?? 0) + 1
      return true
    },
  }
}
