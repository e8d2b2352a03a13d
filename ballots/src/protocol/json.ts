/** JSON from outside, read without ever throwing. */

/** Nothing when `read` throws (bytes that are no UTF-8) or what it reads is no JSON. */
export function parsedJson(read: () => string): unknown {
  try {
    const value: unknown = JSON.parse(read())
    return value
  } catch {
    return undefined
  }
}

/** An object that is no list and not null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Exactly these fields, in this order. */
export function hasFields(
  value: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): boolean {
  const own = Object.keys(value)
  return own.length === fields.length && own.every((field, at) => field === fields[at])
}
