/**
 * A tablet of the hall that is left standing returns to its start and forgets: whoever comes next finds nothing of the one
 * before. An unused token is forgotten too, later and with a longer warning: another person could vote with it.
 * Source: ballot.md 5 (hall tablets), 6 no. 5.
 */

/** Milliseconds without a touch until it is emptied, and how long before that it says so. */
const usual = { limit: 60_000, warning: 20_000 } as const
const withToken = { limit: 180_000, warning: 60_000 } as const

export type IdleWatch = Readonly<{
  touched: () => void
  /** Nothing while somebody uses it, or while nobody has touched it since it was emptied. */
  left: (holdsToken: boolean) => 'over' | number | null
  emptied: () => void
}>

export function idleWatch(counter: () => number): IdleWatch {
  let last: number | null = null
  return {
    touched: () => {
      last = counter()
    },
    left: (holdsToken) => {
      if (last === null) return null
      const { limit, warning } = holdsToken ? withToken : usual
      const left = last + limit - counter()
      if (left <= 0) return 'over'
      return left <= warning ? Math.ceil(left / 1000) : null
    },
    emptied: () => {
      last = null
    },
  }
}
