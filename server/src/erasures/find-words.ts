/**
 * Finding what has to be erased, and seeing it before it goes. Whoever erases sees words of matters that are not theirs,
 * so each look is in the audit. Source: PIPL art. 47; ecosystem.md §5 item 11b.
 */
import { instant } from '@luoshi/domain/kernel/day'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { notSealedInOldLogs } from '../voices/sealed-in-old-logs.ts'
import type { AnswerOf } from '../contract/kit.ts'
import type { findWords as spec } from '../contract/erasures.ts'
import { mayGive, type Asked, type Outcome, type World } from '../execute/context.ts'
import { forbidden } from '../execute/refused.ts'
import { accountNames } from '../people/account-names.ts'
import { actorsIn, actorShown } from '../people/on-behalf.ts'

const most = 20

type Found = {
  seq: number
  stream: string
  type: string
  actor: string
  at: string
  facts: string
  body: string
}

export async function findWords(
  { db }: World,
  asked: Asked & Readonly<{ text: string }>,
): Outcome<AnswerOf<typeof spec>> {
  if (!mayGive(asked, 'EraseWords')) return forbidden()
  const { congress } = asked.by
  const text = asked.text.trim()
  const number = /^\d{1,15}$/.test(text) ? Number(text) : null
  const found = await db.rows<Found>(congress, {
    text: `select e.seq::float8 as seq, e.stream::text as stream, e.type::text as type, e.actor::text as actor, e.at,
        e.facts::text as facts, w.body
      from luoshi.event_words w join luoshi.event e on e.congress = w.congress and e.seq = w.seq
      where w.congress = $1 and ${notSealedInOldLogs('e.type::text')} and (w.seq = $2::bigint or ($2::bigint is null and position($3 in w.body) > 0))
      order by w.seq desc limit $4`,
    values: [congress, number, text, most + 1],
  })
  const events = found.map((row) => ({ ...row, facts: objectOf(row.facts) }))
  const names = await accountNames(db, congress, actorsIn(events))
  const there = await contentsThere(
    db,
    congress,
    events.flatMap(({ facts }) => hashesIn(facts)),
  )
  const rows = events.slice(0, most).map((one) => ({
    event: one.seq,
    stream: one.stream,
    type: one.type,
    at: instant(one.at),
    by: actorShown(one, (account) => names.get(account)).name,
    words: textsIn(objectOf(one.body)),
    files: filesOf(one.facts, objectOf(one.body)).filter(({ sha256 }) => there.has(sha256)),
  }))
  return accept({ rows, more: found.length > most })
}

function objectOf(json: string): Record<string, unknown> {
  const value: unknown = JSON.parse(json)
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** Every text inside, in order: what will be gone. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

function hashesIn({ evidence }: Record<string, unknown>): readonly string[] {
  if (!Array.isArray(evidence)) return []
  return evidence.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'sha256' in one && typeof one.sha256 === 'string'
      ? one.sha256
      : [],
  )
}

/** Names stand in the words, in the order of the hashes among the facts. */
function filesOf(facts: Record<string, unknown>, { files }: Record<string, unknown>) {
  const names: readonly unknown[] = Array.isArray(files) ? files : []
  return hashesIn(facts).map((sha256, at) => {
    const name = names[at]
    return { sha256, name: typeof name === 'string' ? name : sha256.slice(0, 12) }
  })
}

async function contentsThere(db: World['db'], congress: CongressId, hashes: readonly string[]) {
  const rows = await db.rows<{ sha256: string }>(congress, {
    text: `select sha256 from luoshi.handed_in
      where congress = $1 and sha256 = any($2) and state not in ('discarded', 'erased')`,
    values: [congress, [...hashes]],
  })
  return new Set(rows.map(({ sha256 }) => sha256))
}
