/**
 * What can be checked of a run of events by themselves: hash, chain, words, canonical facts. Needs no state but the
 * hash before the first, so runs are checked side by side.
 */
import { leafHash, wordsHash } from '../log/leaf.ts'
import { isJsonObject } from '../log/json.ts'
import { failure, type Failure } from './failures.ts'
import { isLawType, lawFacts, type LawEvent } from './law-event.ts'
import { parseJson, readEnd, readEventLine, withheld, type EventLine } from './proof-lines.ts'

/** `prev` is the hash the line before the run claims; `firstSeq` the number its first event must have. */
export type Run = Readonly<{ congress: string; firstSeq: number; prev: string; lines: Uint8Array }>

export type Checked = Readonly<{
  events: number
  /** Claimed hashes, 32 bytes each: that they are true is what `failures` says. */
  hashes: Uint8Array
  failures: readonly Failure[]
  law: readonly LawEvent[]
  /** Events whose words are no longer there. */
  destroyed: readonly number[]
  /** What the last line of the file says, when it is in this run. */
  end: number | null
}>

export function checkEvents({ congress, firstSeq, prev, lines }: Run): Checked {
  const failures: Failure[] = []
  const law: LawEvent[] = []
  const destroyed: number[] = []
  const texts = textLines(lines)
  const hashes = Buffer.alloc(texts.length * 32)
  let events = 0
  let before = prev
  let expected = firstSeq
  let end: number | null = null

  for (const text of texts) {
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
        facts: lawFacts(facts),
        reason: reasonOf(line),
      })
    }
    hashes.write(line.hash, events * 32, 'hex')
    events += 1
    before = line.hash
    expected = line.seq + 1
  }
  return { events, hashes: hashes.subarray(0, events * 32), failures, law, destroyed, end }
}

function textLines(lines: Uint8Array): readonly string[] {
  const text = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength).toString('utf8')
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n')
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
