/** Where a position of the text stands after replacements; inside one it goes to its chosen edge. */
import type { Replacement } from './manuscript.ts'

export function movePosition(
  replacements: readonly Replacement[],
  position: number,
  edge: 'start' | 'end',
): number {
  const shift = shiftsOf(replacements)
  const index = lastStartingBefore(replacements, position)
  const one = replacements[index]
  if (one === undefined) return position
  const shiftBefore = shift[index] ?? 0
  if (position >= one.at + one.length) return position + shiftBefore + one.after.length - one.length
  return one.at + shiftBefore + (edge === 'end' ? one.after.length : 0)
}

/** How far all earlier replacements have moved each replacement. Kept, as many positions ask. */
function shiftsOf(replacements: readonly Replacement[]): readonly number[] {
  const kept = known.get(replacements)
  if (kept !== undefined) return kept
  const shifts: number[] = []
  let shift = 0
  for (const one of replacements) {
    shifts.push(shift)
    shift += one.after.length - one.length
  }
  known.set(replacements, shifts)
  return shifts
}

const known = new WeakMap<readonly Replacement[], readonly number[]>()

/** The last replacement that starts strictly before the position, or -1. */
function lastStartingBefore(replacements: readonly Replacement[], position: number): number {
  let low = 0
  let high = replacements.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((replacements[middle]?.at ?? 0) < position) low = middle + 1
    else high = middle
  }
  return low - 1
}
