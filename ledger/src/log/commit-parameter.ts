/** A commit as the SQL side takes it: canonical text of facts and words, a fresh salt for every text. */
import { randomBytes } from 'node:crypto'
import { rowParameter } from '../projections/row-parameter.ts'
import { canonical } from './canonical.ts'
import type { Commit, NewEvent, StreamWrite } from './event.ts'

/** @throws when the commit is not one: no events, a stream twice, words that are not Unicode. */
export function commitParameter({ command, actor, at, writes }: Commit): string {
  if (writes.length === 0) throw new Error(`Command ${command} writes nothing`)
  if (new Set(writes.map((one) => one.stream)).size < writes.length) {
    throw new Error(`Command ${command} writes a stream twice`)
  }
  return JSON.stringify({ command, actor, at, writes: writes.map(writeParameter) })
}

function writeParameter({ stream, expected, events, row }: StreamWrite) {
  if (events.length === 0) throw new Error(`Stream ${stream} is written without an event`)
  const written = { stream, expected, events: events.map(eventParameter) }
  return row === undefined ? written : { ...written, row: rowParameter(row) }
}

/** 256 bits of salt: nobody finds erased words by hashing guesses. */
function eventParameter({ type, facts, words }: NewEvent) {
  const event = { type, facts: canonical(facts) }
  if (words === undefined) return event
  return { ...event, words: canonical(words), salt: randomBytes(32).toString('hex') }
}
