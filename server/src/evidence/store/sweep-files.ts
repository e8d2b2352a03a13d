/**
 * Rule: a file that was handed in and is relied on by nothing, in no record, sealed envelope or import of its congress,
 * is cleared away some time after it last came; its content goes when no other congress has it either.
 * Source: 个人信息保护法第十九条 (kept no longer than needed).
 */
import type { Pool } from 'pg'
import type { FileStore } from './file-store.ts'

export type Swept = Readonly<{ files: number; bytes: number }>

type Unused = Readonly<{ congress: string; sha256: string; size: number | null }>

/** What stands anywhere in the log, open or sealed. Held and decided files keep their record. */
const unused = `
  with named as (
    select congress, m[1] as sha256 from luoshi.event, regexp_matches(facts, '[0-9a-f]{64}', 'g') m
    union select congress, m[1] from luoshi.event_words, regexp_matches(body, '[0-9a-f]{64}', 'g') m
    union select congress, m[1] from luoshi.sealed_entry, regexp_matches(body, '[0-9a-f]{64}', 'g') m
  )
  select h.congress, h.sha256, h.size::float8 as size from luoshi.handed_in h
  where h.state in ('open', 'waiting') and h.at < now() - make_interval(days => $1)
    and not exists (select from named n where n.congress = h.congress and n.sha256 = h.sha256)
  order by h.congress, h.sha256`

/** Of all congresses: the owner's connections see them all. */
export async function sweepFiles(
  store: FileStore,
  owner: Pool,
  days: number,
  really: boolean,
): Promise<Swept> {
  const { rows } = await owner.query<Unused>(unused, [days])
  let bytes = 0
  for (const one of rows) {
    bytes += one.size ?? 0
    if (really) await clearAway(store, owner, one)
  }
  return { files: rows.length, bytes }
}

/**
 * Somebody may hand the same in at this very moment and find it there. So the content is held until it is known that
 * nobody did, and put back if somebody has.
 */
async function clearAway(store: FileStore, owner: Pool, { congress, sha256 }: Unused) {
  await owner.query(
    `delete from luoshi.handed_in where congress = $1 and sha256 = $2 and state in ('open', 'waiting')`,
    [congress, sha256],
  )
  if (await isWanted(owner, sha256)) return
  const content = await store.read(sha256)
  await store.discard(sha256)
  if (content !== null && (await isWanted(owner, sha256))) await store.keep(content)
}

/** Originals of imports are named by the log alone. */
async function isWanted(owner: Pool, sha256: string): Promise<boolean> {
  const { rows } = await owner.query(
    `select from luoshi.handed_in where sha256 = $1 and state not in ('discarded', 'erased')
      union all select from luoshi.event where position($1 in facts) > 0 limit 1`,
    [sha256],
  )
  return rows.length > 0
}
