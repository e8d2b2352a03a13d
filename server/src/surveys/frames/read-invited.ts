/**
 * How many of each population are asked by name: those drawn from its list, of whom the office knows who they are. Where
 * there is no list, or it was never drawn, nobody is known.
 */
import { idOf, type CongressId, type Id } from '@luoshi/domain/kernel/ids'
import type { Invited } from '@luoshi/domain/surveys/results/survey-results'
import type { CongressDb } from '../../execute/congress-db.ts'
import { listRecords } from '../../execute/record.ts'
import { frameKind } from './frame-kind.ts'

/** Newest first: an older list was replaced. */
export async function readInvited(
  db: CongressDb,
  congress: CongressId,
  survey: Id<'survey'>,
): Promise<readonly Invited[]> {
  const of = { parent: survey, status: 'drawn' }
  const records = await listRecords(db, congress, 'surveyframe', of)
  const frames = await Promise.all(
    records.map(({ id }) => frameKind.load(db, congress, idOf('surveyframe', id))),
  )
  return frames.flatMap(({ state }) =>
    state.status === 'drawn' ? [{ population: state.population, strata: state.drawn }] : [],
  )
}
