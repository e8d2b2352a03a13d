/**
 * Empties a tray: its entries sorted by their random ids, written, counted and announced to the log, the tray gone; in
 * one transaction, all of it or nothing. Whatever was written before (an answer sent again after its tray was emptied)
 * is left out, of the counts and of the root as well.
 */
import { rowsRoot } from '@luoshi/ledger/merkle/rows-root'
import type { PoolClient } from 'pg'
import type { CongressDb } from '../../execute/congress-db.ts'
import { newId } from '../../execute/ids.ts'
import type { AnswerWords } from './answer-words.ts'
import { answerLine, textLine } from './entries.ts'
import type { PackedRows } from './packed-rows.ts'
import { addToCounts } from './tally.ts'
import type { FoundTray, SurveyPlace } from './trays.ts'

/** `id` in hex; `at`: where its row lies. */
type Placed = Readonly<{ id: string; at: number }>

type PlacedAnswer = Placed & Readonly<{ population: string; stratum: string; answer: string }>
type PlacedText = Placed & Readonly<{ box: string }>

type Table<Entry extends Placed> = Readonly<{
  table: 'survey_answer' | 'survey_text'
  entryOf: (placed: Placed) => Entry
  lineOf: (entry: Entry) => string
  insert: (
    client: PoolClient,
    place: SurveyPlace,
    batch: number,
    entries: readonly Entry[],
  ) => Promise<unknown>
}>

/** Answers how many were written. */
export function writeAnswers(
  db: CongressDb,
  tray: FoundTray,
  rows: PackedRows,
  words: AnswerWords,
): Promise<number> {
  return writeBatch<PlacedAnswer>(db, tray, rows, {
    table: 'survey_answer',
    entryOf: ({ id, at }) => {
      const said = rows.saidAt(at)
      const { population, stratum } = words.way(said.readUInt16LE())
      return { id, at, population, stratum, answer: words.answerIn(said) }
    },
    lineOf: answerLine,
    insert: async (client, place, batch, fresh) => {
      // No line end is in an answer's text, so a list of them is one text with a line for each: read faster than an array.
      const ways = fresh.map(({ at }) => rows.saidAt(at).readUInt16LE())
      const known = [...new Set(ways)]
      const named = known.map(words.way)
      await client.query({
        name: 'luoshi-survey-answers',
        text: `insert into luoshi.survey_answer (congress, survey, id, population, stratum, answer, batch)
          select $1, $2, decode(x.id, 'hex'), ($4::text[])[x.way::integer], ($5::text[])[x.way::integer], x.answer, $3
          from rows from (string_to_table($6, E'\\n'), string_to_table($7, E'\\n'),
            string_to_table($8, E'\\n')) x (id, way, answer)`,
        values: [
          place.congress,
          place.survey,
          batch,
          named.map(({ population }) => population),
          named.map(({ stratum }) => stratum),
          fresh.map(({ id }) => id).join('\n'),
          ways.map((way) => known.indexOf(way) + 1).join('\n'),
          fresh.map(({ answer }) => answer).join('\n'),
        ],
      })
      const said = fresh.map(({ at }) => rows.saidAt(at))
      await addToCounts(client, place, words, said)
    },
  })
}

export function writeTexts(db: CongressDb, tray: FoundTray, rows: PackedRows): Promise<number> {
  return writeBatch<PlacedText>(db, tray, rows, {
    table: 'survey_text',
    entryOf: ({ id, at }) => ({ id, at, box: rows.saidAt(at).toString('base64') }),
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

async function writeBatch<Entry extends Placed>(
  db: CongressDb,
  tray: FoundTray,
  rows: PackedRows,
  { table, entryOf, lineOf, insert }: Table<Entry>,
): Promise<number> {
  const { congress, survey, kind } = tray
  const sorted = rows
    .places()
    .map((at) => ({ id: rows.idAt(at).toString('hex'), at }))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
  const before = await writtenBefore(db, tray, table, sorted)
  const fresh = (before.size === 0 ? sorted : sorted.filter(({ id }) => !before.has(id))).map(
    entryOf,
  )
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

async function writtenBefore(
  db: CongressDb,
  { congress, survey }: FoundTray,
  table: 'survey_answer' | 'survey_text',
  entries: readonly Placed[],
): Promise<ReadonlySet<string>> {
  const found = await db.rows<{ id: string }>(congress, {
    text: `select encode(t.id, 'hex') as id from string_to_table($3, E'\\n') x (id)
      join luoshi.${table} t on t.congress = $1 and t.survey = $2 and t.id = decode(x.id, 'hex')`,
    values: [congress, survey, entries.map(({ id }) => id).join('\n')],
  })
  return new Set(found.map(({ id }) => id))
}
