/** Surveys for the committee's side. A unit sees what was found once it is published, on its results; never how it is asked. */
import { idOf, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import { questionnaireHash } from '@luoshi/domain/surveys/questionnaire-hash'
import type { KnownSurvey } from '@luoshi/domain/surveys/survey'
import type { AnswerOf } from '../contract/kit.ts'
import type { listSurveys, SurveyBrief, SurveyDetail } from '../contract/surveys.ts'
import type { Outcome, World } from '../execute/context.ts'
import { forbidden, notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { scopeOf } from '../matters/viewer-scope.ts'
import { questionsBefore } from './survey-steps.ts'

type Found = { id: string; version: number; doc: KnownSurvey; appraisal_title: string | null }

export type WhichSurveys = Readonly<{
  appraisal?: Id<'appraisal'> | undefined
  matter?: Id<'matter'> | undefined
  status?: KnownSurvey['status'] | undefined
  id?: Id<'survey'>
  series?: Id<'survey'>
}>

function findSurveys({ db }: World, by: Principal, which: WhichSurveys) {
  return db.rows<Found>(by.congress, {
    text: `select r.id, r.version, r.doc, a.title as appraisal_title from luoshi.record_view r
      left join luoshi.appraisal_view a
        on a.congress = r.congress and a.id = r.appraisal and a.to_seq is null
      where r.congress = $1 and r.kind = 'survey' and r.to_seq is null
        and ($2::text is null or r.appraisal = $2) and ($3::text is null or r.doc -> 'matters' ? $3)
        and ($4::text is null or r.status = $4) and ($5::text is null or r.id = $5)
        and ($6::text is null or r.id = $6 or r.parent = $6)
      order by r.on_day desc, r.id desc limit 300`,
    values: [
      by.congress,
      which.appraisal ?? null,
      which.matter ?? null,
      which.status ?? null,
      which.id ?? null,
      which.series ?? null,
    ],
  })
}

export async function readSurveys(
  world: World,
  by: Principal,
  which: WhichSurveys,
): Outcome<AnswerOf<typeof listSurveys>> {
  if (scopeOf(by).sees !== 'all') return forbidden()
  const rows = (await findSurveys(world, by, which)).map(briefOf)
  return accept({ rows, mayDraft: may(by, 'DraftSurvey', null) })
}

function briefOf({ id, version, doc, appraisal_title }: Found): SurveyBrief {
  const { status, form, appraisal, wave, matters, reach } = doc
  return {
    id: idOf('survey', id),
    version,
    status,
    title: form.title.zh,
    appraisal,
    appraisalTitle: appraisal_title ?? '',
    stage: wave.stage,
    wave: wave.number,
    series: wave.first ?? idOf('survey', id),
    matters: matters.length,
    populations: reach.populations.length,
    from: reach.from,
    until: reach.until,
  }
}

export async function readSurvey(
  world: World,
  by: Principal,
  id: Id<'survey'>,
): Outcome<SurveyDetail> {
  if (scopeOf(by).sees !== 'all') return forbidden()
  const [found] = await findSurveys(world, by, { id })
  if (!found) return notFound()
  const { doc } = found
  const brief = briefOf(found)
  const [about, waves, earlier] = await Promise.all([
    mattersOf(world, by, doc),
    findSurveys(world, by, { series: brief.series }),
    questionsBefore(world, by.congress, doc),
  ])
  return accept({
    ...brief,
    form: doc.form,
    reach: doc.reach,
    hash: 'hash' in doc ? doc.hash : questionnaireHash(doc.form),
    about,
    waves: waves
      .map(briefOf)
      .map((one) => ({
        id: one.id,
        wave: one.wave,
        stage: one.stage,
        status: one.status,
        from: one.from,
        until: one.until,
      }))
      .toSorted((a, b) => a.wave - b.wave),
    boundQuestions: earlier?.questions.length ?? 0,
    startedOn: 'startedOn' in doc ? doc.startedOn : null,
    closedOn: 'closedOn' in doc ? doc.closedOn : null,
    closedBecause: 'closedBecause' in doc ? doc.closedBecause : null,
    publishedOn: doc.status === 'published' ? doc.publishedOn : null,
    approval: doc.status === 'published' ? doc.approval : null,
    droppedBecause: doc.status === 'dropped' ? doc.reason : null,
    may: stepsOf(by, doc),
  })
}

function stepsOf(by: Principal, { status }: KnownSurvey): SurveyDetail['may'] {
  const isDraft = status === 'draft'
  return {
    edit: isDraft && may(by, 'SetSurveyQuestions', null),
    start: isDraft && may(by, 'StartSurvey', null),
    channels: status === 'open' && may(by, 'AddSurveyChannel', null),
    close: status === 'open' && may(by, 'CloseSurvey', null),
    publish: status === 'closed' && may(by, 'PublishSurvey', null),
    drop: isDraft && may(by, 'DropSurvey', null),
    askAgain: (status === 'closed' || status === 'published') && may(by, 'DraftSurvey', null),
  }
}

async function mattersOf({ db }: World, by: Principal, { matters }: KnownSurvey) {
  const rows = await db.rows<SurveyDetail['about'][number]>(by.congress, {
    text: `select m.id, m.number, m.title, u.name as "unitName" from luoshi.matter_view m
      left join luoshi.unit_view u on u.congress = m.congress and u.id = m.unit and u.to_seq is null
      where m.congress = $1 and m.id = any($2) and m.to_seq is null order by m.number`,
    values: [by.congress, [...matters]],
  })
  return rows.map((row) => ({ ...row }))
}
