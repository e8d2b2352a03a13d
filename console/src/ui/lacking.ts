/** Why a button cannot be pressed yet: the fields that are still empty, by their names; or a sentence of its own. Empty: it can. */
export type Lacking = string | readonly string[]

/** A field that has to be filled in, by its name on the screen, and what it holds. */
export type Need = readonly [name: string, value: unknown]

/** The names of the needs that are not met: blank text, nothing chosen, an empty list, or what does not hold. */
export function lackingOf(...needs: readonly Need[]): readonly string[] {
  const names = needs.flatMap(([name, value]) => (isThere(value) ? [] : [name]))
  return [...new Set(names)]
}

function isThere(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.length > 0
  return value !== null && value !== undefined && value !== false
}
