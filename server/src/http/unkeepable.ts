/**
 * What came in and no text column can keep: the character NUL, half a surrogate pair (PostgreSQL refuses both in text
 * and jsonb), and values nested so deep that walking them would exhaust the stack.
 */

export type Unkeepable = Readonly<{ kind: 'character' | 'too-deep'; path: string }>

const deepest = 64

/** The first fault, by its place; undefined when everything can be kept. Walks without recursion, on purpose. */
export function unkeepable(raw: unknown): Unkeepable | undefined {
  const waiting: { value: unknown; path: readonly string[] }[] = [{ value: raw, path: [] }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next
    if (typeof value === 'string' && !isKeepable(value)) return fault('character', path)
    if (typeof value !== 'object' || value === null) continue
    if (path.length >= deepest) return fault('too-deep', path.slice(0, 3))
    for (const [key, inner] of Object.entries(value)) {
      if (!isKeepable(key)) return fault('character', path)
      if (typeof inner === 'string' ? !isKeepable(inner) : typeof inner === 'object')
        waiting.push({ value: inner, path: [...path, key] })
    }
  }
  return undefined
}

const isKeepable = (text: string) => !text.includes('\u0000') && text.isWellFormed()

const fault = (kind: Unkeepable['kind'], path: readonly string[]) => ({
  kind,
  path: path.join('.'),
})
