/**
 * What a survey found, made from the counts its intake keeps: as many rows as it has options, however many answered.
 * Nothing before it is closed: figures that grow would tell who came last.
 */
import type { Id } from '@luoshi/domain/kernel/ids'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { accept } from '@luoshi/domain/kernel/result'
import { smallestGroupOf } from '@luoshi/domain/surveys/results/smallest-group'
import { weightingWords } from '@luoshi/domain/surveys/results/weighting-words'
import { surveyResults } from '@luoshi/domain/surveys/results/survey-results'
import type { KnownSurvey } from '@luoshi/domain/surveys/survey'
import type { SurveyFound } from '../../contract/survey-results.ts'
import type { Outcome, World } from '../../execute/context.ts'
import { forbidden, notFound, refused } from '../../execute/refused.ts'
import type { Principal } from '../../identity/principal.ts'
import { scopeOf } from '../../matters/viewer-scope.ts'
import { readInvited } from '../frames/read-invited.ts'
import { readCounts } from '../intake/tally.ts'
import { surveyKind } from '../survey-kind.ts'

export type ClosedSurvey = Extract<KnownSurvey, { status: 'closed' | 'published' }>

export async function readSurveyResults(
  world: World,
  by: Principal,
  survey: Id<'survey'>,
): Outcome<SurveyFound> {
  const found = await closedSurvey(world, by, survey)
  return found.ok ? accept(await resultsOf(world, by, survey, found.value)) : found
}

/** For whoever may see what it found. */
export async function closedSurvey(
  world: World,
  by: Principal,
  survey: Id<'survey'>,
): Outcome<ClosedSurvey> {
  const { state } = await surveyKind.load(world.db, by.congress, survey)
  if (state.status === 'none') return notFound()
  if (!(await maySeeResults(world, by, state))) return forbidden()
  if (state.status !== 'closed' && state.status !== 'published') return surveyNotClosed()
  return accept(state)
}

export function surveyNotClosed() {
  return refused(409, 'survey-not-closed', notClosed)
}

const notClosed = bilingual(
  '调查还没有截止，看不到结果。',
  '请等调查截止；在此之前只看参与情况。',
  'The survey is not closed, so there are no results yet.',
  'Wait until it is closed; until then only participation is shown.',
)

/** The committee's side once it is closed; the unit that was spoken of once it is published. */
async function maySeeResults(
  { db }: World,
  by: Principal,
  { status, appraisal }: KnownSurvey,
): Promise<boolean> {
  const scope = scopeOf(by)
  if (scope.sees === 'all') return true
  if (scope.sees === 'none' || status !== 'published') return false
  const rows = await db.rows(by.congress, {
    text: `select 1 from luoshi.appraisal_view
      where congress = $1 and id = $2 and unit = $3 and to_seq is null`,
    values: [by.congress, appraisal, scope.unit],
  })
  return rows.length > 0
}

export async function resultsOf(
  { db }: World,
  { congress }: Pick<Principal, 'congress'>,
  survey: Id<'survey'>,
  state: ClosedSurvey,
): Promise<SurveyFound> {
  const { form, reach, wave, appraisal, status, closedOn } = state
  const [counts, invited] = await Promise.all([
    readCounts(db, congress, survey),
    readInvited(db, congress, survey),
  ])
  const smallest = smallestGroupOf(state.smallest)
  const found = surveyResults(form, reach.populations, counts, smallest, invited)
  return {
    id: survey,
    title: form.title.zh,
    status,
    stage: wave.stage,
    wave: wave.number,
    appraisal,
    from: reach.from,
    closedOn,
    form,
    populations: reach.populations.flatMap((one) => {
      const figures = found.find(({ population }) => population === one.code)
      if (!figures) return []
      const { kind, name, sampling } = one
      const strata = one.strata.map((part) => ({ code: part.code, name: part.name }))
      const { how } = figures.weighting
      const weighting = { how, words: weightingWords(one, figures.weighting) }
      return [{ ...figures, kind, name, sampling, strata, weighting }]
    }),
  }
}
