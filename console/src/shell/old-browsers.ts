/**
 * The few built-ins that our code uses and Chromium 86 or Safari 14 lack. Source: ecosystem.md §0.3 (the floor).
 */
function define(target: object, name: string, value: unknown): void {
  if (name in target) return
  Object.defineProperty(target, name, { value, writable: true, configurable: true })
}

function at(this: ArrayLike<unknown>, index: number): unknown {
  return this[index < 0 ? this.length + index : index]
}

function findLast(this: unknown[], wanted: (one: unknown) => boolean): unknown {
  return [...this].reverse().find((one) => wanted(one))
}

function toSorted(this: unknown[], order?: (one: unknown, other: unknown) => number): unknown[] {
  return [...this].sort(order)
}

function toReversed(this: unknown[]): unknown[] {
  return [...this].reverse()
}

export function fillInOldBrowsers(): void {
  define(Array.prototype, 'at', at)
  define(String.prototype, 'at', at)
  define(Array.prototype, 'findLast', findLast)
  define(Array.prototype, 'toSorted', toSorted)
  define(Array.prototype, 'toReversed', toReversed)
  define(Object, 'hasOwn', (one: object, key: string) =>
    Object.prototype.hasOwnProperty.call(one, key),
  )
}

fillInOldBrowsers()
