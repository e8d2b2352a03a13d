/**
 * Empties a tray: its entries sorted by their random ids, written, counted and announced to the log, the tray gone; in
 * one transaction, all of it or nothing. Whatever was written before (an answer sent again after its tray was emptied)
 * is left out, of the counts and of the root as well.
 */
import { rowsRoot } from '@luoshi/ledger/merkle/rows-root'
import type { PoolClient } from 'pg'
import type { CongressDb } from '../../execute/congress-db.ts'
import { newId } from '../../execute/ids.ts'
import { answerLine, textLine, type AnswerEntry, type TextEntry } from './entries.ts'
import { addToCounts } from './tally.ts'
import type { FoundTray, SurveyPlace } from './trays.ts'

type Entry = Readonly<{ id: string }>

type Table<E extends Entry> = Readonly<{
  table: 'survey_answer' | 'survey_text'
  lineOf: (entry: E) => string
  insert: (client: PoolClient, place: SurveyPlace, batch: number, entries: readonly E[]) => unknown
}>

/** Answers how many were written. */
export function writeAnswers(
  db: CongressDb,
  tray: FoundTray,
  entries: readonly AnswerEntry[],
): Promise<number> {
  return writeBatch(db, tray, entries, {
    table: 'survey_answer',
    lineOf: answerLine,
    insert: async (client, { congress, survey }, batch, fresh) => {
      await client.query({
        name: 'luoshi-survey-answers',
        text: `insert into luoshi.survey_answer (congress, survey, id, population, stratum, answer, batch)
          select $1, $2, decode(x.id, 'hex'), x.population, x.stratum, x.answer, $3
          from unnest($4::text[], $5::text[], $6::text[], $7::text[]) x (id, population, stratum, answer)`,
        values: [
          congress,
          survey,
          batch,
          fresh.map(({ id }) => id),
          fresh.map(({ population }) => population),
          fresh.map(({ stratum }) => stratum),
          fresh.map(({ answer }) => answer),
        ],
      })
      await addToCounts(client, { congress, survey }, fresh)
    },
  })
}

export function writeTexts(
  db: CongressDb,
  tray: FoundTray,
  entries: readonly TextEntry[],
): Promise<number> {
  return writeBatch(db, tray, entries, {
    table: 'survey_text',
    lineOf: textLine,
    insert: (client, { congress, survey }, batch, fresh) =>
      client.query(
        `insert into luoshi.survey_text (congress, survey, id, sealed, batch)
          select $1, $2, decode(x.id, 'hex'), decode(x.box, 'base64'), $3
          from unnest($4::text[], $5::text[]) x (id, box)`,
        [congress, survey, batch, fresh.map(({ id }) => id), fresh.map(({ box }) => box)],
      ),
  })
}

async function writeBatch<E extends Entry>(
  db: CongressDb,
  tray: FoundTray,
  entries: readonly E[],
  { table, lineOf, insert }: Table<E>,
): Promise<number> {
  const { congress, survey, kind } = tray
  const sorted = entries.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const ids = sorted.map(({ id }) => id)
  const found = await db.rows<{ id: string }>(congress, {
    text: `select encode(t.id, 'hex') as id from unnest($3::text[]) x (id)
      join luoshi.${table} t on t.congress = $1 and t.survey = $2 and t.id = decode(x.id, 'hex')`,
    values: [congress, survey, ids],
  })
  const before = new Set(found.map(({ id }) => id))
  const fresh = before.size === 0 ? sorted : sorted.filter(({ id }) => !before.has(id))
  const root = await rowsRoot(fresh.map(lineOf))
  await db.transaction(congress, async (client) => {
    // Whoever else empties a tray of this survey waits here for the next number.
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [survey])
    if (fresh.length > 0) {
      const { rows } = await client.query<{ batch: number }>(
        `select coalesce(max(batch), 0) + 1 as batch from luoshi.survey_batch
          where congress = $1 and survey = $2 and kind = $3`,
        [congress, survey, kind],
      )
      const batch = rows[0]?.batch ?? 1
      await insert(client, tray, batch, fresh)
      await client.query(
        `insert into luoshi.survey_batch (congress, survey, kind, batch, record, row_count, root)
          values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'))`,
        [congress, survey, kind, batch, newId('surveybatch'), fresh.length, root],
      )
    }
    await client.query(
      'delete from luoshi.survey_tray where congress = $1 and survey = $2 and tray = $3',
      [congress, survey, tray.tray],
    )
  })
  return fresh.length
}
