/** Steps of a survey. What it is tied to must be there and of this congress; a later wave is held against the first. */
import type { Day } from '@luoshi/domain/kernel/day'
import type { AppraisalId, Id, MatterId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { decideSurvey, type SurveyCommand } from '@luoshi/domain/surveys/decide-survey'
import type { Questionnaire } from '@luoshi/domain/surveys/questionnaire'
import { reachInUse } from '@luoshi/domain/surveys/reach'
import { boundTo, type KnownSurvey, type SurveyStage } from '@luoshi/domain/surveys/survey'
import { explainSurveyRefusal } from '@luoshi/domain/surveys/survey-refusals'
import {
  mayGive,
  oneMoment,
  todayOf,
  type Asked,
  type Outcome,
  type World,
} from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { loadAppraisal } from '../execute/load.ts'
import { takeRecordStep, type RecordDone } from '../execute/record.ts'
import { forbidden, notFound, refused } from '../execute/refused.ts'
import { surveyKind } from './survey-kind.ts'

type Drafting = Asked &
  Readonly<{
    appraisal: AppraisalId
    matters: readonly MatterId[]
    stage: SurveyStage
    form: Questionnaire
    from: Day
    until: Day
  }>

export async function draftSurvey(at: World, asked: Drafting): Outcome<RecordDone<'survey'>> {
  const world = oneMoment(at)
  if (!mayGive(asked, 'DraftSurvey')) return forbidden()
  const { by, key, appraisal, matters, stage, form, from, until } = asked
  const { state } = await loadAppraisal(world.db, by.congress, appraisal)
  if (state.status === 'none') return notFound()
  if (!(await areOfAppraisal(world, asked))) return notFound()
  const wave = { number: 1, stage, first: null }
  const told = { appraisal, matters, wave, form, from, until, earlier: null }
  const which = { by, key, survey: newId('survey'), version: 0 }
  return onSurvey(world, which, { type: 'DraftSurvey', ...told, today: todayOf(world) })
}

async function areOfAppraisal(
  { db }: World,
  { by, appraisal, matters }: Pick<Drafting, 'by' | 'appraisal' | 'matters'>,
): Promise<boolean> {
  const [found] = await db.rows<{ n: number }>(by.congress, {
    text: `select count(distinct id)::int as n from luoshi.matter_view
      where congress = $1 and to_seq is null and id = any($2) and appraisal = $3`,
    values: [by.congress, [...matters], appraisal],
  })
  return found?.n === new Set(matters).size
}

type OfSurvey = Asked & Readonly<{ survey: Id<'survey'>; version: number }>

type AskingAgain = Asked &
  Readonly<{ survey: Id<'survey'>; stage: SurveyStage; from: Day; until: Day }>

/** The next wave, with the questions and the populations of the last one: two writes that stand as one survey. */
export async function askAgain(at: World, asked: AskingAgain): Outcome<RecordDone<'survey'>> {
  const world = oneMoment(at)
  if (!mayGive(asked, 'DraftSurvey')) return forbidden()
  const { by, key, stage, from, until } = asked
  const before = await knownSurvey(world, by.congress, asked.survey)
  // A draft is not frozen: what is bound to it could still change under it.
  if (!before || before.status === 'dropped' || before.status === 'draft') return notFound()
  const first = before.wave.first ?? asked.survey
  const number = (await latestWave(world, by.congress, first)) + 1
  const { appraisal, matters, form } = before
  const reach = reachInUse(before.reach)
  const today = todayOf(world)
  const wave = { number, stage, first, again: asked.survey }
  const told = { appraisal, matters, wave, form, from, until, earlier: form, today }
  return takeRecordStep(world, surveyKind, {
    by,
    key,
    command: 'DraftSurvey',
    id: newId('survey'),
    version: 0,
    decide: (survey) => {
      const drafted = ruled(survey, { type: 'DraftSurvey', ...told })
      if (!drafted.ok) return drafted
      if (reach.populations.length === 0) return drafted
      const so = drafted.value.reduce(surveyKind.evolve, survey)
      const set = ruled(so, { type: 'SetSurveyReach', reach: { ...reach, from, until }, today })
      return set.ok ? accept([...drafted.value, ...set.value]) : set
    },
  })
}

async function knownSurvey(
  { db }: World,
  congress: Asked['by']['congress'],
  id: Id<'survey'>,
): Promise<KnownSurvey | null> {
  const { state } = await surveyKind.load(db, congress, id)
  return state.status === 'none' ? null : state
}

async function latestWave(
  { db }: World,
  congress: Asked['by']['congress'],
  first: Id<'survey'>,
): Promise<number> {
  const [row] = await db.rows<{ n: number | null }>(congress, {
    text: `select max((doc -> 'wave' ->> 'number')::int) as n from luoshi.record_view
      where congress = $1 and kind = 'survey' and to_seq is null and (id = $2 or parent = $2)`,
    values: [congress, first],
  })
  return row?.n ?? 1
}

export async function setSurveyQuestions(
  at: World,
  asked: OfSurvey & Readonly<{ form: Questionnaire }>,
): Outcome<RecordDone<'survey'>> {
  const world = oneMoment(at)
  const { form } = asked
  const survey = await knownSurvey(world, asked.by.congress, asked.survey)
  const earlier = survey ? await questionsBefore(world, asked.by.congress, survey) : null
  return onSurvey(world, asked, {
    type: 'SetSurveyQuestions',
    form,
    earlier,
    today: todayOf(world),
  })
}

export async function setSurveyMatters(
  at: World,
  asked: OfSurvey & Readonly<{ matters: readonly MatterId[] }>,
): Outcome<RecordDone<'survey'>> {
  const world = oneMoment(at)
  const { by, matters } = asked
  if (!mayGive(asked, 'SetSurveyMatters')) return forbidden()
  const survey = await knownSurvey(world, by.congress, asked.survey)
  if (!survey || !(await areOfAppraisal(world, { by, appraisal: survey.appraisal, matters })))
    return notFound()
  return onSurvey(world, asked, { type: 'SetSurveyMatters', matters, today: todayOf(world) })
}

/** The questions of the earlier wave that it asks again. */
export async function questionsBefore(
  world: World,
  congress: Asked['by']['congress'],
  { wave }: KnownSurvey,
): Promise<Questionnaire | null> {
  const bound = boundTo(wave)
  return bound === null ? null : ((await knownSurvey(world, congress, bound))?.form ?? null)
}

/** A step as it arrives: the day is the server’s to say. */
type Told<Command = SurveyCommand> = Command extends
  | Readonly<{ type: 'DraftSurvey' }>
  | Readonly<{ type: 'SetSurveyQuestions' }>
  | Readonly<{ type: 'SetSurveyMatters' }>
  | Readonly<{ type: 'StartSurvey' }>
  | Readonly<{ type: 'CloseSurvey' }>
  ? never
  : Omit<Command, 'today'>

export function stepOnSurvey(
  at: World,
  asked: OfSurvey & Readonly<{ told: Told }>,
): Outcome<RecordDone<'survey'>> {
  const world = oneMoment(at)
  return onSurvey(world, asked, { ...asked.told, today: todayOf(world) })
}

/** With the smallest group that the rule book of its appraisal asks for, which holds for it from now on. */
export async function startSurvey(at: World, asked: OfSurvey): Outcome<RecordDone<'survey'>> {
  const world = oneMoment(at)
  const { congress } = asked.by
  const survey = await knownSurvey(world, congress, asked.survey)
  if (!survey) return notFound()
  const { settings } = await world.policies.ruleBookOf(congress, survey.appraisal)
  const smallest = settings.surveySmallest.value
  return onSurvey(world, asked, { type: 'StartSurvey', smallest, today: todayOf(world) })
}

function ruled(...[survey, command]: Parameters<typeof decideSurvey>) {
  const ruling = decideSurvey(survey, command)
  if (ruling.ok) return ruling
  return refused(409, ruling.refusal.code, explainSurveyRefusal(ruling.refusal))
}

function onSurvey(
  world: World,
  { by, key, survey, version }: OfSurvey,
  command: SurveyCommand,
): Outcome<RecordDone<'survey'>> {
  return takeRecordStep(world, surveyKind, {
    by,
    key,
    command: command.type,
    id: survey,
    version,
    decide: (state) => ruled(state, command),
  })
}
