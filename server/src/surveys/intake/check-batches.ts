/**
 * Recomputes the root of every batch of a survey from the rows that lie in the tables, and compares it with what the log
 * said when they were written: nothing added, changed or taken out since. Strangers do the same with exported rows.
 */
import { rowsRoot } from '@luoshi/ledger/merkle/rows-root'
import type { CongressDb } from '../../execute/congress-db.ts'
import { listRecords } from '../../execute/record.ts'
import { answerLine, textLine, type TrayKind } from './entries.ts'
import type { SurveyPlace } from './trays.ts'

export type BatchFault = Readonly<{
  of: TrayKind
  batch: number
  fault: 'rows-changed' | 'not-in-log' | 'rows-missing'
}>

export type BatchesChecked = Readonly<{
  rows: number
  batches: number
  faults: readonly BatchFault[]
}>

export async function checkBatches(db: CongressDb, place: SurveyPlace): Promise<BatchesChecked> {
  const told = await toldBatches(db, place)
  const faults: BatchFault[] = []
  let rows = 0
  for (const kind of ['answers', 'texts'] as const) {
    const known = told.filter((one) => one.of === kind)
    const numbers = new Set([
      ...known.map(({ number }) => number),
      ...(await numbersOf(db, place, kind)),
    ])
    for (const number of [...numbers].toSorted((a, b) => a - b)) {
      const lines = await linesOf(db, place, kind, number)
      rows += lines.length
      const word = known.find((one) => one.number === number)
      if (!word) faults.push({ of: kind, batch: number, fault: 'not-in-log' })
      else if (lines.length === 0) faults.push({ of: kind, batch: number, fault: 'rows-missing' })
      else if (word.rows !== lines.length || word.root !== (await rowsRoot(lines)))
        faults.push({ of: kind, batch: number, fault: 'rows-changed' })
    }
  }
  return { rows, batches: told.length, faults }
}

export type Told = Readonly<{ of: TrayKind; number: number; rows: number; root: string }>

/** What the log says of them, in no order. */
export async function toldBatches(
  db: CongressDb,
  { congress, survey }: SurveyPlace,
): Promise<readonly Told[]> {
  const found = await listRecords(db, congress, 'surveybatch', { parent: survey }, 1_000_000)
  return found.map(({ doc }) => readTold(doc))
}

function readTold(doc: unknown): Told {
  if (typeof doc !== 'object' || doc === null) throw new Error('A batch without its state')
  const { of, number, rows, root } = Object.fromEntries(Object.entries(doc))
  if (of !== 'answers' && of !== 'texts') throw new Error('A batch of nothing')
  return { of, number: Number(number), rows: Number(rows), root: String(root) }
}

async function numbersOf(
  db: CongressDb,
  { congress, survey }: SurveyPlace,
  of: TrayKind,
): Promise<readonly number[]> {
  const table = of === 'answers' ? 'survey_answer' : 'survey_text'
  const rows = await db.rows<{ batch: number }>(congress, {
    text: `select distinct batch from luoshi.${table} where congress = $1 and survey = $2`,
    values: [congress, survey],
  })
  return rows.map(({ batch }) => batch)
}

async function linesOf(
  db: CongressDb,
  { congress, survey }: SurveyPlace,
  of: TrayKind,
  batch: number,
): Promise<readonly string[]> {
  const values = [congress, survey, batch]
  if (of === 'answers') {
    const rows = await db.rows<Parameters<typeof answerLine>[0]>(congress, {
      text: `select encode(id, 'hex') as id, population, stratum, answer from luoshi.survey_answer
        where congress = $1 and survey = $2 and batch = $3 order by id`,
      values,
    })
    return rows.map(answerLine)
  }
  const rows = await db.rows<Parameters<typeof textLine>[0]>(congress, {
    text: `select encode(id, 'hex') as id, replace(encode(sealed, 'base64'), E'\\n', '') as box
      from luoshi.survey_text where congress = $1 and survey = $2 and batch = $3 order by id`,
    values,
  })
  return rows.map(textLine)
}
