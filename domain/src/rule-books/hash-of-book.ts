/**
 * The fingerprint of a rule book: SHA-256 of its JSON with the keys of every record in order and no white space, so that
 * anybody can compute it again from the book an appraisal shows.
 */
import { sha256Hex } from '../kernel/sha256.ts'
import type { RuleBook } from './rule-book.ts'

export function hashOfBook({ key, name, settings }: RuleBook): string {
  return sha256Hex(ordered({ key, name, settings }))
}

/** Records are ordered by their keys, lists stay as they are; what is undefined is left out, as JSON leaves it out. */
function ordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(ordered).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, one]) => `${JSON.stringify(key)}:${ordered(one)}`).join(',')}}`
}
