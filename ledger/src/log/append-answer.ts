/** What luoshi.append_commits answers, checked: a database of another version must not be misread. */
import type { Appended, AppendRefusal } from './event.ts'
import { isJsonObject, type JsonObject } from './json.ts'

export type Answer = Appended | AppendRefusal

/** @throws when it is anything else. */
export function parseAnswers(raw: unknown, streams: readonly (readonly string[])[]): Answer[] {
  if (!isJsonObject(raw) || !Array.isArray(raw['answers']))
    throw new Error('append_commits answered no list')
  const given = numbersOf(raw)
  return raw['answers'].map((one: unknown, place) => {
    const answer = isJsonObject(one)
      ? (appended(one, streams[place] ?? [], given) ?? refusal(one))
      : null
    if (answer === null) throw new Error(`append_commits answered ${JSON.stringify(one)}`)
    return answer
  })
}

/** Commits, by place, that relied on what has moved on; null when everything was written or answered. */
export function parseStale(raw: unknown): ReadonlyMap<number, AppendRefusal> | null {
  if (!isJsonObject(raw) || !Array.isArray(raw['stale'])) return null
  const stale = new Map<number, AppendRefusal>()
  for (const one of raw['stale']) {
    if (!isJsonObject(one) || typeof one['k'] !== 'number') continue
    const found = refusal({ ...one, code: 'version-conflict' })
    if (found) stale.set(one['k'], found)
  }
  if (stale.size === 0) throw new Error(`append_relying answered ${JSON.stringify(raw)}`)
  return stale
}

/** The numbers that were given, by stream. */
function numbersOf({ numbered, numbers }: JsonObject): ReadonlyMap<string, number> {
  const given = new Map<string, number>()
  if (!Array.isArray(numbered) || !Array.isArray(numbers)) return given
  for (const [place, stream] of numbered.entries()) {
    const number: unknown = numbers[place]
    if (typeof stream === 'string' && typeof number === 'number') given.set(stream, number)
  }
  return given
}

function appended(
  { seq, repeated }: JsonObject,
  streams: readonly string[],
  given: ReadonlyMap<string, number>,
): Appended | null {
  if (typeof seq !== 'number' || typeof repeated !== 'boolean') return null
  const own = streams.flatMap((stream) => {
    const number = given.get(stream)
    return number === undefined ? [] : [[stream, number] as const]
  })
  if (repeated || own.length === 0) return { seq, repeated }
  return { seq, repeated, numbers: Object.fromEntries(own) }
}

function refusal({ code, stream, expected, actual }: JsonObject): AppendRefusal | null {
  if (typeof stream !== 'string') return null
  if (code === 'closing-not-earned') return { code, stream }
  if (code !== 'version-conflict') return null
  return typeof expected === 'number' && typeof actual === 'number'
    ? { code, stream, expected, actual }
    : null
}
