/** Where a position of the current text comes from in the input; inside a change, where that begins. */
import type { Manuscript } from './manuscript.ts'

export function inputPosition({ changes }: Pick<Manuscript, 'changes'>, position: number): number {
  let low = 0
  let high = changes.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((changes[middle]?.at ?? 0) <= position) low = middle + 1
    else high = middle
  }
  const change = changes[low - 1]
  if (change === undefined) return position
  const end = change.at + change.after.length
  return position < end ? change.from : change.to + (position - end)
}
