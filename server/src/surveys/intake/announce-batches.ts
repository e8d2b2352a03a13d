/**
 * Tells the log of each batch that was written: its number, size and root. Under a name made of the record, so that a
 * breakdown between the table and the log, or after the log, tells it once.
 */
import { dayInChina } from '@luoshi/domain/kernel/day'
import { idOf, type CongressId, type Id } from '@luoshi/domain/kernel/ids'
import type { World } from '../../execute/context.ts'
import { surveyBatchKind } from './batch-kind.ts'
import type { TrayKind } from './entries.ts'
import type { SurveyPlace } from './trays.ts'

type BatchRow = Readonly<{
  record: string
  kind: TrayKind
  batch: number
  rows: number
  root: string
}>

/** Nobody in particular acts: a batch is full or its time is up. */
const actor = 'intake'

export async function announceBatches(
  { db, append, now }: Pick<World, 'db' | 'append' | 'now'>,
  { congress, survey }: SurveyPlace,
): Promise<void> {
  const waiting = await db.rows<BatchRow>(congress, {
    text: `select record, kind, batch, row_count as rows, encode(root, 'hex') as root
      from luoshi.survey_batch where congress = $1 and survey = $2 and not announced
      order by kind, batch`,
    values: [congress, survey],
  })
  for (const { record, kind, batch, rows, root } of waiting) {
    const id = idOf('surveybatch', record)
    const before = { state: surveyBatchKind.initial, version: 0 }
    const at = now()
    const event = {
      type: 'SurveyBatchWritten',
      survey,
      of: kind,
      number: batch,
      rows,
      root,
      on: dayInChina(at),
    } as const
    const writes = [surveyBatchKind.write(id, before, [event])]
    const done = await append({ congress, command: `intake/${record}`, actor, at, writes })
    if (!done.ok) throw new Error(`A batch met ${done.refusal.code}`)
    await db.rows(congress, {
      text: `update luoshi.survey_batch set announced = true
        where congress = $1 and survey = $2 and kind = $3 and batch = $4`,
      values: [congress, survey, kind, batch],
    })
  }
}

/** Surveys with a batch that the log does not know yet. */
export async function surveysWithNews(
  db: World['db'],
  congress: CongressId,
): Promise<readonly Id<'survey'>[]> {
  const rows = await db.rows<{ survey: string }>(congress, {
    text: `select distinct survey from luoshi.survey_batch
      where congress = $1 and not announced order by 1`,
    values: [congress],
  })
  return rows.map(({ survey }) => idOf('survey', survey))
}
