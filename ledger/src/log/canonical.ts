/**
 * The one way to write a JSON value as text, so that a hash over it means something.
 * Source: RFC 8785 (JCS), narrowed: numbers are safe integers, strings are well-formed Unicode.
 */
import type { JsonObject, JsonValue } from './json.ts'

/** @throws when the value has a fraction, a lone surrogate or anything that is not JSON. */
export function canonical(value: JsonValue): string {
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number') return integer(value)
  if (value === null || typeof value === 'boolean') return String(value)
  return isList(value) ? `[${value.map(canonical).join(',')}]` : object(value)
}

/** `Array.isArray` does not narrow readonly arrays. */
function isList(value: readonly JsonValue[] | JsonObject): value is readonly JsonValue[] {
  return Array.isArray(value)
}

/** Keys in the order of their UTF-16 code units, which is what sort() without a comparator does. */
function object(value: JsonObject): string {
  const members: string[] = []
  for (const key of Object.keys(value).sort()) {
    const member = value[key]
    if (member === undefined) throw new Error(`Not JSON: ${key} is undefined`)
    members.push(`${text(key)}:${canonical(member)}`)
  }
  return `{${members.join(',')}}`
}

function integer(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`Not a whole number: ${value}`)
  return String(value === 0 ? 0 : value)
}

/** JSON.stringify escapes exactly as RFC 8785 asks. PostgreSQL's jsonb cannot hold U+0000. */
function text(value: string): string {
  if (!value.isWellFormed()) throw new Error('Not Unicode: the text has half a character')
  if (value.includes('\0')) throw new Error('Not text: it has a null character')
  return JSON.stringify(value)
}
