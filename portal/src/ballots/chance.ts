/** Chance from the browser's own generator: when a ballot leaves must tell nobody anything. */

/** A whole number from 0 up to, and without, `bound`. */
export function below(bound: number): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1))
  return Math.floor((drawn / 2 ** 32) * bound)
}

/** Milliseconds between the two, the second left out. */
export function between(least: number, most: number): number {
  return least + below(most - least)
}
