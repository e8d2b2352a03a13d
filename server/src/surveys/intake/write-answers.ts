/**
 * Answers of a tray as rows. Made ready in one pass over their bytes, and nothing of a single answer is kept: some
 * thousand texts at a time, alive while the next answers come in, would be carried along by the collector of garbage.
 */
import { rowsRootOf } from '@luoshi/ledger/merkle/rows-root'
import type { PoolClient } from 'pg'
import type { CongressDb } from '../../execute/congress-db.ts'
import type { AnswerWords } from './answer-words.ts'
import { answerLine } from './entries.ts'
import type { PackedRows } from './packed-rows.ts'
import { addToCounts, openTimes } from './tally.ts'
import type { FoundTray, SurveyPlace } from './trays.ts'
import { writeBatch, type Gathered } from './write-batch.ts'

const idBytes = 16
/**
 * Rows of one statement. The client copies what it sends; so little of it is gone before the collector of garbage has
 * looked twice, of a whole tray at once megabytes would grow old and lie about until memory is short.
 */
const together = 500

/** One tray after the other, in the same room. */
export function answersWriter(db: CongressDb, words: AnswerWords) {
  const room = { ids: growing(0), answers: growing(1), ways: growing(1) }
  return (tray: FoundTray, rows: PackedRows): Promise<number> => {
    const gather = (places: Uint32Array) => gatherAnswers(tray, rows, words, places, room)
    return writeBatch(db, tray, rows, { name: 'survey_answer', gather })
  }
}

type Room = Readonly<Record<'ids' | 'answers' | 'ways', Growing>>

async function gatherAnswers(
  place: SurveyPlace,
  rows: PackedRows,
  words: AnswerWords,
  places: Uint32Array,
  { ids, answers, ways }: Room,
): Promise<Gathered> {
  for (const one of [ids, answers, ways]) one.clear()
  const times = openTimes(words)
  const root = await rowsRootOf(places.length, (at) => {
    const row = places[at] ?? 0
    const [id, said] = [rows.idAt(row), rows.saidAt(row)]
    const way = times.add(said)
    const { population, stratum } = words.way(said.readUInt16LE())
    const answer = words.answerIn(said)
    ids.addBytes(id)
    answers.addLine(answer)
    ways.addLine(String(way + 1))
    if ((at + 1) % together === 0 || at + 1 === places.length)
      for (const one of [ids, answers, ways]) one.endPart()
    return answerLine({ id: id.toString('hex'), population, stratum, answer })
  })
  const named = times.ways().map(words.way)
  return {
    root,
    count: (client) => addToCounts(client, place, words, times),
    insert: async (client, batch) => {
      const shared = [place.congress, place.survey, batch]
      const groups = [
        named.map(({ population }) => population),
        named.map(({ stratum }) => stratum),
      ]
      let inserted = 0
      for (let at = 0; at * together < places.length; at += 1)
        inserted += await insertAnswers(client, [
          ...shared,
          ...groups,
          ids.part(at),
          ways.part(at),
          answers.part(at),
        ])
      return inserted
    },
  }
}

/** No line end is in an answer's text, so a list of them is one text with a line for each: read faster than an array. */
async function insertAnswers(client: PoolClient, values: unknown[]): Promise<number> {
  const { rowCount } = await client.query({
    name: 'luoshi-survey-answers',
    text: `insert into luoshi.survey_answer (congress, survey, id, population, stratum, answer, batch)
      select $1, $2, substring($6::bytea from (x.at::integer - 1) * ${idBytes} + 1 for ${idBytes}),
        ($4::text[])[x.way::integer], ($5::text[])[x.way::integer], x.answer, $3
      from rows from (string_to_table($7, E'\\n'), string_to_table($8, E'\\n'))
        with ordinality x (way, answer, at)
      on conflict do nothing`,
    values,
  })
  return rowCount ?? 0
}

type Growing = ReturnType<typeof growing>

/** Bytes, or lines of text with an end `between` them, one after the other; sent in parts. */
function growing(between: 0 | 1) {
  let bytes = Buffer.allocUnsafeSlow(4_096)
  let end = 0
  const ends: number[] = []
  function makeRoom(more: number): void {
    if (end + more <= bytes.length) return
    const roomier = Buffer.allocUnsafeSlow(bytes.length * 2 + more)
    bytes.copy(roomier, 0, 0, end)
    bytes = roomier
  }
  return {
    addBytes: (more: Buffer): void => {
      makeRoom(more.length)
      end += more.copy(bytes, end)
    },
    addLine: (line: string): void => {
      makeRoom(line.length * 3 + 1)
      end += bytes.write(line, end)
      end = bytes.writeUInt8(0x0a, end)
    },
    endPart: (): void => {
      ends.push(end)
    },
    clear: (): void => {
      end = 0
      ends.length = 0
    },
    part: (at: number): Buffer => bytes.subarray(ends[at - 1] ?? 0, (ends[at] ?? 0) - between),
  }
}
