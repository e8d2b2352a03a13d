/**
 * The proof file: lines of JSON, so that a stranger can read it with any tool and we can read it as a stream.
 *
 *     {"kind":"luoshi-proof","version":1,"congress":…,"origin":…,"vkey":…}     first
 *     {"checkpoint":"origin\nsize\nroot\n\n— name signature\n"}                 oldest first
 *     [seq,stream,version,type,command,actor,at,facts,words_hash,hash,salt,body,prev?]   one an event, in order
 *     {"events":n}                                                             last
 *
 * `salt` and `body` are null when the event has no words or they were erased; `salt` is "withheld" when whoever made
 * the file kept the words back. `prev` is there only when the database says something else than the hash before it.
 */
import { isJsonObject } from '../log/json.ts'

export type Header = Readonly<{ congress: string; origin: string; vkey: string }>

export type EventLine = Readonly<{
  seq: number
  stream: string
  version: number
  type: string
  command: string
  actor: string
  at: string
  facts: string
  wordsHash: string | null
  hash: string
  salt: string | null
  body: string | null
  prev: string | null
}>

export const proofKind = 'luoshi-proof'
export const proofVersion = 1
export const withheld = 'withheld'

/** Undefined when it is no JSON; a proof comes from anybody. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function readHeader(value: unknown): Header | 'newer-format' | 'not-a-proof' {
  if (!isJsonObject(value) || value['kind'] !== proofKind) return 'not-a-proof'
  const { version, congress, origin, vkey } = value
  if (typeof version === 'number' && version > proofVersion) return 'newer-format'
  if (version !== proofVersion || !isName(congress)) return 'not-a-proof'
  return typeof origin === 'string' && typeof vkey === 'string'
    ? { congress, origin, vkey }
    : 'not-a-proof'
}

export function readCheckpointLine(value: unknown): string | null {
  return isJsonObject(value) && typeof value['checkpoint'] === 'string' ? value['checkpoint'] : null
}

/** How many events the file says it holds; null when it is no last line. */
export function readEnd(value: unknown): number | null {
  return isJsonObject(value) && typeof value['events'] === 'number' ? value['events'] : null
}

export function writeEventLine(line: EventLine): string {
  const {
    seq,
    stream,
    version,
    type,
    command,
    actor,
    at,
    facts,
    wordsHash,
    hash,
    salt,
    body,
    prev,
  } = line
  const parts = [seq, stream, version, type, command, actor, at, facts, wordsHash, hash, salt, body]
  return JSON.stringify(prev === null ? parts : [...parts, prev])
}

/** Null when it is no event line. A name with a control character could be read as two lines of a leaf. */
export function readEventLine(value: unknown): EventLine | null {
  if (!Array.isArray(value) || value.length < 12 || value.length > 13) return null
  const parts: readonly unknown[] = value
  const [
    seq,
    stream,
    version,
    type,
    command,
    actor,
    at,
    facts,
    wordsHash,
    hash,
    salt,
    body,
    prev = null,
  ] = parts
  if (!isCount(seq) || !isCount(version) || typeof facts !== 'string' || facts.includes('\n'))
    return null
  if (!isText(stream) || !isText(type) || !isText(command) || !isText(actor) || !isText(at))
    return null
  // One test for all names: this runs for every one of a million lines.
  if (!isName(stream + type + command + actor + at)) return null
  if (!isHashText(hash) || !(wordsHash === null || isHashText(wordsHash))) return null
  if (!(prev === null || isHashText(prev)) || !(body === null || typeof body === 'string'))
    return null
  if (!(salt === null || salt === withheld || isHashText(salt))) return null
  return {
    seq,
    stream,
    version,
    type,
    command,
    actor,
    at,
    facts,
    wordsHash,
    hash,
    salt,
    body,
    prev,
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
}

function isName(value: unknown): value is string {
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  return typeof value === 'string' && value !== '' && !/[\u0000-\u001f\u007f]/u.test(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

/** Whether it is the right hash is found by computing that; here it must only not be able to break a leaf's lines. */
function isHashText(value: unknown): value is string {
  return typeof value === 'string' && value.length === 64 && !value.includes('\n')
}
