/** What luoshi.append_commits answers, checked: a database of another version must not be misread. */
import type { Appended, AppendRefusal } from './event.ts'
import { isJsonObject, type JsonObject } from './json.ts'

export type Answer = Appended | AppendRefusal

/** @throws when it is anything else. */
export function parseAnswers(raw: unknown): readonly Answer[] {
  if (!Array.isArray(raw)) throw new Error('append_commits answered no list')
  return raw.map((one: unknown) => {
    const answer = isJsonObject(one) ? (appended(one) ?? refusal(one)) : null
    if (answer === null) throw new Error(`append_commits answered ${JSON.stringify(one)}`)
    return answer
  })
}

function appended({ seq, repeated, numbers }: JsonObject): Appended | null {
  if (typeof seq !== 'number' || typeof repeated !== 'boolean') return null
  if (!isJsonObject(numbers)) return { seq, repeated }
  const given = Object.entries(numbers).flatMap(([stream, number]) =>
    typeof number === 'number' ? [[stream, number] as const] : [],
  )
  return { seq, repeated, numbers: Object.fromEntries(given) }
}

function refusal({ code, stream, expected, actual }: JsonObject): AppendRefusal | null {
  if (typeof stream !== 'string') return null
  if (code === 'closing-not-earned') return { code, stream }
  if (code !== 'version-conflict') return null
  return typeof expected === 'number' && typeof actual === 'number'
    ? { code, stream, expected, actual }
    : null
}
