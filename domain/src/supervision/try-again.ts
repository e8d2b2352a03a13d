/**
 * Rule: a message that did not get through is tried again at growing distances, and after the last try goes on the list of
 * the undelivered, which the administrator sees. A fault that trying cannot mend goes there at once.
 */

/** Minutes until the next try, after each one that failed. */
const distances = [1, 5, 30, 120, 360] as const

export const mostTries = distances.length + 1

export type SendFault = Readonly<{
  /** A code of ours, never the other side's text: that may quote an address. */
  code: string
  lasting: boolean
}>

/** @returns Minutes until the next try; null: give up. */
export function tryAgainIn(tries: number, { lasting }: SendFault): number | null {
  if (lasting) return null
  return distances[tries - 1] ?? null
}
