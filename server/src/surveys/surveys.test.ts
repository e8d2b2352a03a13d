/** Surveys on a real database: drafted, written, reached, started, closed, published, asked again. */
import { rebuildViews } from '@luoshi/ledger/projections/rebuild-views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answered,
  problemIn,
  testSite,
  type Browser,
  type TestSite,
} from '../../testing/test-site.ts'
import {
  addChannel,
  askAgain,
  closeSurvey,
  draftSurvey,
  getSurvey,
  listSurveys,
  publishSurvey,
  setSurveyMatters,
  setSurveyQuestions,
  setSurveyReach,
  shutChannel,
  startSurvey,
  type SurveyDetail,
} from '../contract/surveys.ts'
import { project } from '../execute/project.ts'

let site: TestSite
let clerk: Browser
let survey: SurveyDetail

const duty = {
  type: 'scale',
  code: 'duty',
  text: { zh: '履行职责', en: null },
  scale: 'satisfied3',
  when: null,
}
const form = { title: { zh: '公路局群众评议', en: null }, questions: [duty] }

beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
})
afterAll(() => site[Symbol.asyncDispose]())

const drafted = (more: object = {}) => ({
  appraisal: site.county.appraisal,
  matters: [],
  stage: 'before',
  form,
  from: '2026-03-02',
  until: '2026-03-31',
  ...more,
})

async function act(step: string, body: object, by: Browser = clerk) {
  const { id, version } = survey
  return by.send('POST', `/api/v1/surveys/${id}/${step}`, { version, ...body })
}

const reach = {
  populations: [
    {
      code: 'people',
      kind: 'residents',
      name: '城乡居民',
      sizeSource: '统计局2025年公报',
      strata: [
        { code: 'town', name: '城区', size: 60_000, quota: null },
        { code: 'country', name: '乡镇', size: 140_000, quota: null },
      ],
      sampling: { type: 'open' },
    },
  ],
  channels: [
    { code: 'hall', kind: 'poster', population: 'people', stratum: 'town', place: '政务大厅' },
  ],
  from: '2026-03-02',
  until: '2026-03-31',
}

describe('a survey', () => {
  it('is drafted by the clerk for an appraisal, and seen by the committee’s side only', async () => {
    const { roads } = site.county
    for (const role of ['team', 'chairs', 'observer'] as const)
      expect((await (await site.as(role)).send('POST', '/api/v1/surveys', drafted())).status).toBe(
        403,
      )
    survey = await answered(draftSurvey, await clerk.send('POST', '/api/v1/surveys', drafted()))
    expect(survey).toMatchObject({ status: 'draft', title: '公路局群众评议', wave: 1 })
    const team = await site.as('team')
    const seen = await answered(listSurveys, await team.get('/api/v1/surveys'))
    expect(seen).toMatchObject({ rows: [{ id: survey.id }], mayDraft: false })
    const unit = await site.as('official', roads.unit)
    expect((await unit.get('/api/v1/surveys')).status).toBe(403)
    expect((await unit.get(`/api/v1/surveys/${survey.id}`)).status).toBe(403)
  })

  it('is tied to matters of its own appraisal only', async () => {
    const matter = await site.county.handOver('坑槽修补慢', site.county.roads)
    const tied = await clerk.send('POST', '/api/v1/surveys', drafted({ matters: [matter] }))
    const { about, id } = await answered(draftSurvey, tied)
    expect(about).toMatchObject([{ id: matter, title: '坑槽修补慢' }])
    const foreign = drafted({ matters: ['matter_0000none'] })
    expect((await clerk.send('POST', '/api/v1/surveys', foreign)).status).toBe(404)
    const found = await answered(listSurveys, await clerk.get(`/api/v1/surveys?matter=${matter}`))
    expect(found.rows.map((row) => row.id)).toEqual([id])
    // As long as it is a draft it may be tied to others.
    const { county } = site
    const other = await county.handOver('路灯不亮', county.roads)
    const tie = (version: number, matters: readonly string[]) =>
      clerk.send('POST', `/api/v1/surveys/${id}/set-matters`, { version, matters })
    expect((await tie(1, ['matter_0000none'])).status).toBe(404)
    const changed = await answered(setSurveyMatters, await tie(1, [other]))
    expect(changed.about).toMatchObject([{ id: other, title: '路灯不亮' }])
  })

  it('takes no rule about answers: a field that would require or forbid one is refused, not dropped', async () => {
    // Putian 2010: an online form that refused to be sent when more than half of its answers were 不满意.
    for (const rule of [
      { required: true },
      { mostOf: { dissatisfied: 0.5 } },
      { min: 1 },
      { allow: ['satisfied'] },
    ]) {
      const told = { form: { ...form, questions: [{ ...duty, ...rule }] } }
      expect((await act('set-questions', told)).status).toBe(400)
      expect((await act('set-questions', { form: { ...form, ...rule } })).status).toBe(400)
    }
  })

  it('has its questions written and its populations and channels set before it starts', async () => {
    const follow = {
      type: 'text',
      code: 'why',
      text: { zh: '不满意在哪里', en: 'What is wrong' },
      when: { question: 'duty', anyOf: ['dissatisfied'] },
    }
    const written = { form: { ...form, questions: [duty, follow] } }
    survey = await answered(setSurveyQuestions, await act('set-questions', written))
    const draft = survey.hash
    expect(await problemIn(await act('start', {}))).toMatchObject({ code: 'survey-asks-nobody' })
    survey = await answered(setSurveyReach, await act('set-reach', { reach }))
    survey = await answered(startSurvey, await act('start', {}))
    expect(survey).toMatchObject({ status: 'open', hash: draft, startedOn: '2026-03-02' })
    expect(await problemIn(await act('set-questions', { form }))).toMatchObject({
      code: 'survey-wrong-status',
    })
  })

  it('takes a further poster while it is open, and shuts one: who scans it is told so', async () => {
    const poster = { code: 'stop', kind: 'poster', population: 'people', stratum: 'town' }
    const added = await act('add-channel', { channel: { ...poster, place: '汽车站' } })
    survey = await answered(addChannel, added)
    const page = () => site.stranger.get(`/s/${survey.id}?c=stop`)
    const qr = () => clerk.get(`/api/v1/surveys/${survey.id}/channels/stop/qr`)
    expect((await qr()).status).toBe(200)
    const shut = { channel: 'stop', reason: '海报被人拍照外传' }
    expect((await act('shut-channel', shut, await site.as('team'))).status).toBe(403)
    survey = await answered(shutChannel, await act('shut-channel', shut))
    expect((await qr()).status).toBe(404)
    expect((await page()).status).toBe(410)
    expect(await (await page()).text()).toContain('已经停用')
    expect(survey.reach.channels).toMatchObject([{ code: 'hall' }, { shut: { on: '2026-03-02' } }])
    const { rows } = await site.county.database.owner.query(
      `select facts::text as said from luoshi.event where facts::text like '%stop%'`,
    )
    expect(JSON.stringify(rows)).not.toMatch(/汽车站|外传/)
  })

  it('is closed early with a reason, and published by a decision', async () => {
    expect(await problemIn(await act('close', { reason: '' }))).toMatchObject({
      code: 'survey-early-close',
    })
    survey = await answered(closeSurvey, await act('close', { reason: '答卷已经收齐' }))
    const approval = { body: 'chairs', on: '2026-03-02', reference: '第12次主任会议' }
    expect((await act('publish', { approval }, await site.as('team'))).status).toBe(403)
    survey = await answered(publishSurvey, await act('publish', { approval }))
    expect(survey).toMatchObject({ status: 'published', closedBecause: '答卷已经收齐', approval })
  })

  it('is asked again with the same questions and populations; none of them can be changed', async () => {
    const told = { stage: 'after', from: '2026-09-01', until: '2026-09-30' }
    const again = await clerk.send('POST', `/api/v1/surveys/${survey.id}/ask-again`, told)
    const first = survey
    survey = await answered(askAgain, again)
    expect(survey).toMatchObject({
      wave: 2,
      stage: 'after',
      series: first.id,
      boundQuestions: 2,
      form: first.form,
      reach: { populations: first.reach.populations, from: '2026-09-01' },
    })
    expect(survey.waves.map(({ wave }) => wave)).toEqual([1, 2])
    const other = { ...duty, text: { zh: '履行职责情况', en: null } }
    const changed = { form: { ...form, questions: [other] } }
    expect(await problemIn(await act('set-questions', changed))).toMatchObject({
      code: 'survey-wave-changes-question',
    })
  })

  it('is nothing to a neighbour', async () => {
    const other = await (await site.neighbour()).as('clerk')
    expect((await other.get(`/api/v1/surveys/${survey.id}`)).status).toBe(404)
    expect((await answered(listSurveys, await other.get('/api/v1/surveys'))).rows).toEqual([])
    expect((await answered(getSurvey, await clerk.get(`/api/v1/surveys/${survey.id}`))).id).toBe(
      survey.id,
    )
  })

  it('is rebuilt from the log as it stands', async () => {
    const { database, congress } = site.county
    const { different } = await rebuildViews(database.owner, congress, project, 'compare')
    expect(different).toEqual([])
  })
})
