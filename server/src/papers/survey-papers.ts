/**
 * The report on a survey: made of what its page of results may tell and nothing else, a draft until the decision to
 * publish is on record.
 */
import { idOf, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { channelLabels, type ChannelKind } from '@luoshi/domain/surveys/channel'
import type { Reach } from '@luoshi/domain/surveys/reach'
import { surveyResultsPaper } from '@luoshi/papers/official/kinds/survey-results'
import type { PopulationReach } from '../contract/survey-coverage.ts'
import type { SurveyFound } from '../contract/survey-results.ts'
import type { World } from '../execute/context.ts'
import { readSurveyResults } from '../surveys/results/read-results.ts'
import { reachedBy } from '../surveys/coverage/read-coverage.ts'
import { surveyKind } from '../surveys/survey-kind.ts'
import { noRecord, recordAsked, type AskedPaper, type PaperLoader } from './asked-paper.ts'

export const surveyResultsReport: PaperLoader = async (world, asked) => {
  const id = await surveyAsked(world, asked)
  if (id === null) return noRecord(asked)
  const found = await readSurveyResults(world, asked.by, id)
  if (!found.ok) return found
  const { state } = await surveyKind.load(world.db, asked.by.congress, id)
  if (state.status !== 'closed' && state.status !== 'published') return noRecord(asked)
  const [reached, names] = await Promise.all([
    reachedBy(world, asked.by, id, state),
    namesOf(world, asked, state.appraisal),
  ])
  const { title, wave, from, closedOn, form } = found.value
  const { closedBecause, hash, reach } = state
  const populations = found.value.populations.map((one) => withReach(one, reach, reached))
  const survey = { title, wave, from, closedOn, form, closedBecause, hash, populations }
  return accept({
    on: state.status === 'published' ? state.publishedOn : closedOn,
    of: id,
    standing: state.status === 'published' ? 'issued' : 'draft',
    paper: (frame) => surveyResultsPaper(frame, { ...survey, ...names }),
  })
}

type Names = Readonly<{ activity: string; official: string; unit: string; session: string }>

/** For whoever may read the results, as they do before the appraisal is opened. */
async function namesOf(
  { db }: World,
  { by }: AskedPaper,
  appraisal: Id<'appraisal'>,
): Promise<Names> {
  const [row] = await db.rows<Names>(by.congress, {
    text: `select a.title as activity, coalesce(o.name, '') as official, coalesce(u.name, '') as unit,
        coalesce(a.doc ->> 'session', '') as session
      from luoshi.appraisal_view a
      left join luoshi.unit_view u on u.congress = a.congress and u.id = a.unit and u.to_seq is null
      left join luoshi.official_view o
        on o.congress = a.congress and o.id = a.official and o.to_seq is null
      where a.congress = $1 and a.id = $2 and a.to_seq is null`,
    values: [by.congress, appraisal],
  })
  return row ?? { activity: '', official: '', unit: '', session: '' }
}

/** The one that was named; else the latest of the appraisal that is closed. */
async function surveyAsked(world: World, asked: AskedPaper): Promise<Id<'survey'> | null> {
  const named = recordAsked(asked, 'survey')
  if (named !== undefined) return named
  if (asked.appraisal === undefined) return null
  const [latest] = await closedSurveys(world, asked, asked.appraisal)
  return latest ?? null
}

/** Newest first. */
export async function closedSurveys(
  { db }: Pick<World, 'db'>,
  { by }: Pick<AskedPaper, 'by'>,
  appraisal: Id<'appraisal'>,
): Promise<readonly Id<'survey'>[]> {
  const rows = await db.rows<{ id: string }>(by.congress, {
    text: `select id from luoshi.record_view where congress = $1 and kind = 'survey'
      and to_seq is null and appraisal = $2 and status in ('closed', 'published')
      order by on_day desc, id desc limit 100`,
    values: [by.congress, appraisal],
  })
  return rows.map(({ id }) => idOf('survey', id))
}

function withReach(
  found: SurveyFound['populations'][number],
  { populations, channels }: Reach,
  reached: readonly PopulationReach[],
) {
  const code = found.population
  const about = reached.find((one) => one.code === code)
  const kinds = channels.flatMap((one) => (one.population === code ? [one.kind] : []))
  return {
    ...found,
    sizeSource: populations.find((one) => one.code === code)?.sizeSource ?? '',
    channels: [...new Set<ChannelKind>(kinds)].map((kind) => channelLabels[kind].zh),
    listed: about?.listed ?? null,
    invited: about?.invited ?? null,
    unasked: about?.strata.flatMap(({ isUnasked, name }) => (isUnasked ? [name] : [])) ?? [],
  }
}
