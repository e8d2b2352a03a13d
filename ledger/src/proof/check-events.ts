/**
 * What can be checked of a run of events by themselves: hash, chain, words, canonical facts. Needs no state but the
 * hash before the first, so runs are checked side by side.
 */
import { leafHash, wordsHash } from '../log/leaf.ts'
import { isJsonObject } from '../log/json.ts'
import { failure, type Failure } from './failures.ts'
import { isExplained, isLawType, lawFacts, type LawEvent } from './law-event.ts'
import { packLaw, type LawRun } from './law-run.ts'
import type { Room } from './rooms.ts'
import { parseJson, readEnd, readEventLine, withheld, type EventLine } from './proof-lines.ts'

/** `prev` is the hash the line before the run claims; `firstSeq` the number its first event must have. */
export type Run = Readonly<{ congress: string; firstSeq: number; prev: string; lines: Room }>

export type Checked = Readonly<{
  events: number
  /** Claimed hashes, 32 bytes each: that they are true is what `failures` says. */
  hashes: Uint8Array<ArrayBuffer>
  failures: readonly Failure[]
  law: LawRun
  /** Events whose words are no longer there. */
  destroyed: readonly number[]
  /** What the last line of the file says, when it is in this run. */
  end: number | null
}>

export function checkEvents({ congress, firstSeq, prev, lines }: Run): Checked {
  const failures: Failure[] = []
  const law: LawEvent[] = []
  const destroyed: number[] = []
  const hashes = hashRoom(lines)
  let events = 0
  let before = prev
  let expected = firstSeq
  let end: number | null = null

  for (const text of textLines(lines)) {
    const value = parseJson(text)
    const line = end === null ? readEventLine(value) : null
    if (!line) {
      const claimed: number | null = end === null ? readEnd(value) : null
      if (claimed === null) failures.push(failure(expected, 'unreadable-line'))
      end = claimed ?? end
      if (end === null) expected += 1
      continue
    }
    if (line.seq !== expected) failures.push(failure(expected, 'missing-event'))
    failures.push(...linkFailures(congress, line, before), ...wordFailures(line))
    const facts = canonicalFacts(line.facts)
    if (!facts) failures.push(failure(line.seq, 'facts-not-canonical'))
    if (line.wordsHash !== null && line.salt === null) destroyed.push(line.seq)
    if (facts && isLawType(line.type)) {
      law.push({
        seq: line.seq,
        stream: line.stream,
        type: line.type,
        facts: lawFacts(line.type, facts),
        reason: isExplained(line.type) ? reasonOf(line) : 'hidden',
      })
    }
    hashes.write(line.hash, events * 32, 'hex')
    events += 1
    before = line.hash
    expected = line.seq + 1
  }
  return {
    events,
    hashes: hashes.subarray(0, events * 32),
    failures,
    law: packLaw(law),
    destroyed,
    end,
  }
}

/** One by one: a text of all of them would be too large for the young part of the memory, and die old. */
export function* textLines(lines: Room): Generator<string> {
  const bytes = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength)
  for (let from = 0; from < bytes.length;) {
    const border = bytes.indexOf(10, from)
    const to = border < 0 ? bytes.length : border
    yield bytes.toString('utf8', from, to)
    from = to + 1
  }
}

/** A line without a break has 64 bytes of hash at least, and quotes: there are no more hashes than this. */
function hashRoom({ length }: Room): Buffer<ArrayBuffer> {
  return Buffer.from(new ArrayBuffer(Math.ceil(length / 64) * 32))
}

/** When an event fits a hash before it that is not there any more, the one before it is the one that was rewritten. */
function linkFailures(congress: string, line: EventLine, before: string): readonly Failure[] {
  const fits = leafHash({ ...line, congress, prev: line.prev ?? before }) === line.hash
  if (!fits) return [failure(line.seq, 'leaf-changed')]
  return line.prev === null || line.prev === before ? [] : [failure(line.seq - 1, 'chain-broken')]
}

function wordFailures({ seq, salt, body, wordsHash: claimed }: EventLine): readonly Failure[] {
  if (salt === null || salt === withheld)
    return body === null ? [] : [failure(seq, 'words-changed')]
  return body !== null && wordsHash(salt, body) === claimed ? [] : [failure(seq, 'words-changed')]
}

/** Written once and read once gives the same text: no key twice, no other spelling of the same thing. */
function canonicalFacts(text: string) {
  const value = parseJson(text)
  return isJsonObject(value) && JSON.stringify(value) === text ? value : null
}

function reasonOf({ wordsHash: claimed, body }: EventLine): LawEvent['reason'] {
  if (claimed === null) return 'missing'
  if (body === null) return 'hidden'
  const words = parseJson(body)
  const reason = isJsonObject(words) ? words['reason'] : undefined
  return typeof reason === 'string' && reason.trim() !== '' ? 'given' : 'missing'
}
