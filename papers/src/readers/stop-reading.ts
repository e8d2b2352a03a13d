/** How a walk through a file is left in the middle: parsers know no other way to stop than to be thrown out of. */
import type { ReadRefusal } from '../read-refusal.ts'
import { type ReaderRefusalCode, readRefusal } from './refusals.ts'

class Refused extends Error {
  readonly refusal: ReadRefusal
  constructor(refusal: ReadRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** @throws to leave the parser; {@link refusalOf} turns it into a refusal. */
export function stopReading(code: ReaderRefusalCode): never {
  throw new Refused(readRefusal(code))
}

/** What the walk was stopped for; undefined when it went to its end. Errors of our own are passed on. */
export function refusalOf(walk: () => void): ReadRefusal | undefined {
  try {
    walk()
    return undefined
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}
