/**
 * Empties a tray: its entries sorted by their random ids, written, counted and announced to the log, the tray gone; in
 * one transaction, all of it or nothing. Whatever was written before (an answer sent again after its tray was emptied)
 * is left out, of the counts and of the root as well.
 */
import type { PoolClient } from 'pg'
import type { CongressDb } from '../../execute/congress-db.ts'
import { newId } from '../../execute/ids.ts'
import type { PackedRows } from './packed-rows.ts'
import type { FoundTray } from './trays.ts'

export type Table = Readonly<{
  name: 'survey_answer' | 'survey_text'
  /** Makes ready what lies at these places, which are sorted. */
  gather: (places: Uint32Array) => Promise<Gathered>
}>

export type Gathered = Readonly<{
  root: string
  /** Answers how many rows were written; those that were there before are left as they are. */
  insert: (client: PoolClient, batch: number) => Promise<number>
  count: (client: PoolClient) => Promise<void>
}>

/** Answers how many were written. */
export async function writeBatch(
  db: CongressDb,
  tray: FoundTray,
  rows: PackedRows,
  table: Table,
): Promise<number> {
  const all = rows.sorted()
  if (await written(db, tray, all, table)) return all.length
  const before = await writtenBefore(db, tray, rows, table)
  const fresh = all.filter((place) => !before.has(rows.idAt(place).toString('hex')))
  if (await written(db, tray, fresh, table)) return fresh.length
  throw new Error(`Another one has written answers of ${tray.survey} at the same moment`)
}

class WrittenBefore extends Error {}

/** False, and nothing done, when some of it was written before. */
async function written(
  db: CongressDb,
  tray: FoundTray,
  places: Uint32Array,
  { gather }: Table,
): Promise<boolean> {
  const { congress, survey, kind } = tray
  const { root, insert, count } = await gather(places)
  const writing = db.transaction(congress, async (client) => {
    // Whoever else empties a tray of this survey waits here for the next number.
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [survey])
    if (places.length > 0) {
      const { rows } = await client.query<{ batch: number }>(
        `select coalesce(max(batch), 0) + 1 as batch from luoshi.survey_batch
          where congress = $1 and survey = $2 and kind = $3`,
        [congress, survey, kind],
      )
      const batch = rows[0]?.batch ?? 1
      if ((await insert(client, batch)) < places.length) throw new WrittenBefore()
      await count(client)
      await client.query(
        `insert into luoshi.survey_batch (congress, survey, kind, batch, record, row_count, root)
          values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'))`,
        [congress, survey, kind, batch, newId('surveybatch'), places.length, root],
      )
    }
    await client.query(
      'delete from luoshi.survey_tray where congress = $1 and survey = $2 and tray = $3',
      [congress, survey, tray.tray],
    )
  })
  try {
    await writing
    return true
  } catch (error) {
    if (error instanceof WrittenBefore) return false
    throw error
  }
}

async function writtenBefore(
  db: CongressDb,
  { congress, survey }: FoundTray,
  rows: PackedRows,
  { name }: Table,
): Promise<ReadonlySet<string>> {
  const ids = rows.places().map((place) => rows.idAt(place).toString('hex'))
  const found = await db.rows<{ id: string }>(congress, {
    text: `select encode(t.id, 'hex') as id from string_to_table($3, E'\\n') x (id)
      join luoshi.${name} t on t.congress = $1 and t.survey = $2 and t.id = decode(x.id, 'hex')`,
    values: [congress, survey, ids.join('\n')],
  })
  return new Set(found.map(({ id }) => id))
}
