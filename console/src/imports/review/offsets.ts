/** Where the rows of a list begin when each has a height of its own. */

/** `offsets[row]` is where a row begins, `offsets[count]` where the list ends. */
export function offsetsOf(count: number, heightOf: (row: number) => number): Float64Array {
  const offsets = new Float64Array(count + 1)
  let sum = 0
  for (let row = 0; row < count; row += 1) {
    offsets[row] = sum
    sum += heightOf(row)
  }
  offsets[count] = sum
  return offsets
}

/** The last row that begins at or before a place. */
export function lastAtOrBefore(offsets: Float64Array, place: number): number {
  let low = 0
  let high = Math.max(0, offsets.length - 2)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((offsets[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}
