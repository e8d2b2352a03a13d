/** States and events as plain JSON, as the ledger takes them. What is undefined is left out. */
import type { JsonObject, JsonValue } from '@luoshi/ledger/log/json'

/** @throws for functions, symbols and the like: no rule makes them. */
export function asJson(value: unknown): JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return value
  if (Array.isArray(value)) return value.map(asJson)
  if (typeof value === 'object') return asJsonObject(value)
  throw new Error(`Not JSON: ${typeof value}`)
}

export function asJsonObject(value: object): JsonObject {
  const kept: Record<string, JsonValue> = {}
  for (const [key, one] of Object.entries(value)) if (one !== undefined) kept[key] = asJson(one)
  return kept
}
