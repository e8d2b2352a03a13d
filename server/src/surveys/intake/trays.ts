/** Trays in the database: parts put in, found again after a breakdown, and gone when the tray was emptied. */
import { isId, type CongressId, type Id } from '@luoshi/domain/kernel/ids'
import type { CongressDb } from '../../execute/congress-db.ts'
import type { TrayKind } from './entries.ts'

export type SurveyPlace = Readonly<{ congress: CongressId; survey: Id<'survey'> }>

export type FoundTray = SurveyPlace & Readonly<{ tray: string; kind: TrayKind }>

/** Resolves when the part is durable. */
export async function putPart(
  db: CongressDb,
  { congress, survey, tray, kind }: FoundTray,
  sealed: Buffer,
): Promise<void> {
  await db.rows(congress, {
    name: 'luoshi-survey-part',
    text: 'insert into luoshi.survey_tray (congress, survey, tray, kind, sealed) values ($1, $2, $3, $4, $5)',
    values: [congress, survey, tray, kind, sealed],
  })
}

export async function partsOf(
  db: CongressDb,
  { congress, survey, tray }: FoundTray,
): Promise<readonly Buffer[]> {
  const rows = await db.rows<{ sealed: Buffer }>(congress, {
    text: 'select sealed from luoshi.survey_tray where congress = $1 and survey = $2 and tray = $3',
    values: [congress, survey, tray],
  })
  return rows.map(({ sealed }) => sealed)
}

/** Whether its parts are still there: when not, the tray has been written. */
export async function isStillThere(
  db: CongressDb,
  { congress, survey, tray }: FoundTray,
): Promise<boolean> {
  const [row] = await db.rows<{ found: boolean }>(congress, {
    text: `select exists (select from luoshi.survey_tray
      where congress = $1 and survey = $2 and tray = $3) as found`,
    values: [congress, survey, tray],
  })
  return row?.found === true
}

/** What an earlier run of the server left waiting. */
export async function traysOf(
  db: CongressDb,
  congress: CongressId,
  only: Id<'survey'> | null = null,
): Promise<readonly FoundTray[]> {
  const rows = await db.rows<{ survey: string; tray: string; kind: TrayKind }>(congress, {
    text: `select distinct survey, tray, kind from luoshi.survey_tray
      where congress = $1 and ($2::text is null or survey = $2) order by 1, 2`,
    values: [congress, only],
  })
  return rows.flatMap(({ survey, tray, kind }) =>
    isId('survey', survey) ? [{ congress, survey, tray, kind }] : [],
  )
}
