/** Paper forms typed by two people, an answer heard on the telephone, and the coverage board, on a real database. */
import { idOf } from '@luoshi/domain/kernel/ids'
import { rebuildViews } from '@luoshi/ledger/projections/rebuild-views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answered,
  problemIn,
  testSite,
  type Browser,
  type TestSite,
} from '../../../testing/test-site.ts'
import { getCoverage, listContacts, noteReach } from '../../contract/survey-coverage.ts'
import * as specs from '../../contract/survey-papers.ts'
import { closeSurvey, draftSurvey, setSurveyReach, startSurvey } from '../../contract/surveys.ts'
import { project } from '../../execute/project.ts'
import { hashOfCode } from '../../voices/receipt-code.ts'

let site: TestSite
let clerk: Browser
let team: Browser
let survey: string
let version = 0
let batch: specs.BatchDetail

const strata = [
  { code: 'town', name: '城区', size: 60, quota: 3 },
  { code: 'country', name: '乡镇', size: 140, quota: 4 },
]
const way = { population: 'people', stratum: null, place: '' }
const title = { zh: '公路局群众评议', en: null }
const scale = (code: string) => ({
  type: 'scale',
  code,
  text: { zh: code, en: null },
  scale: 'satisfied3',
  when: null,
})

beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
  team = await site.as('team')
  const days = { from: '2026-03-02', until: '2026-03-31' }
  const more = { type: 'text', code: 'more', text: { zh: '还有什么意见', en: null }, when: null }
  const form = { title, questions: [scale('duty'), scale('pace'), more] }
  const drafted = { appraisal: site.county.appraisal, matters: [], stage: 'before', form, ...days }
  const made = await answered(draftSurvey, await clerk.send('POST', '/api/v1/surveys', drafted))
  survey = made.id
  const people = {
    code: 'people',
    kind: 'residents',
    name: '居民',
    sizeSource: '公安局',
    strata,
    sampling: { type: 'quota' },
  }
  const channels = [
    { code: 'paper', kind: 'paper', ...way },
    { code: 'phone', kind: 'phone', ...way },
    { code: 'hall', kind: 'poster', ...way },
  ]
  const reach = { populations: [people], channels, ...days }
  const set = await clerk.send('POST', `/api/v1/surveys/${survey}/set-reach`, {
    version: made.version,
    reach,
  })
  const reached = await answered(setSurveyReach, set)
  const begun = await clerk.send('POST', `/api/v1/surveys/${survey}/start`, {
    version: reached.version,
  })
  version = (await answered(startSurvey, begun)).version
})
afterAll(() => site[Symbol.asyncDispose]())

let sealedReceipt = ''

const act = (by: Browser, step: string, body: object) =>
  by.send('POST', `/api/v1/survey-papers/${batch.id}/${step}`, body)

async function type(by: Browser, form: number, answers: object) {
  batch = await answered(specs.typeForm, await act(by, 'type', { form, answers }))
}

const board = async () =>
  (await answered(getCoverage, await clerk.get(`/api/v1/surveys/${survey}/coverage`)))
    .populations[0]

describe('paper forms', () => {
  it('are begun as a batch of a paper channel and a stratum of it', async () => {
    const path = `/api/v1/surveys/${survey}/paper-batches`
    const asked = { channel: 'paper', stratum: 'town', forms: 2 }
    const poster = await clerk.send('POST', path, { ...asked, channel: 'hall' })
    expect(await problemIn(poster)).toMatchObject({ code: 'survey-way-not-staffed' })
    const nowhere = await clerk.send('POST', path, { ...asked, stratum: 'hill' })
    expect(await problemIn(nowhere)).toMatchObject({ code: 'survey-way-not-staffed' })
    expect((await (await site.as('member')).send('POST', path, asked)).status).toBe(403)
    batch = await answered(specs.beginBatch, await clerk.send('POST', path, asked))
    expect(batch).toMatchObject({ status: 'typing', typedByMe: 0, may: { type: true } })
  })

  it('are typed by two people, neither of whom sees the other’s', async () => {
    await type(clerk, 1, { duty: 'satisfied', pace: 'mostly' })
    expect(await problemIn(await act(clerk, 'finish', { version: batch.version }))).toMatchObject({
      code: 'batch-forms-missing',
    })
    await type(clerk, 2, { duty: 'unknown' })
    expect((await act(clerk, 'type', { form: 3, answers: {} })).status).toBe(404)
    expect(
      await problemIn(await act(clerk, 'type', { form: 2, answers: { duty: 'great' } })),
    ).toMatchObject({
      code: 'answer-not-an-option',
    })
    const seen = await answered(specs.getBatch, await team.get(`/api/v1/survey-papers/${batch.id}`))
    expect(seen).toMatchObject({ mine: [], open: [], typedByMe: 0 })
    await type(team, 1, { duty: 'satisfied', pace: 'dissatisfied' })
    await type(team, 2, { duty: 'unknown' })
    const third = await (
      await site.as('team')
    ).send('POST', `/api/v1/survey-papers/${batch.id}/type`, { form: 1, answers: {} })
    expect(await problemIn(third)).toMatchObject({ code: 'batch-typed-by-two-already' })
    // Both are done in the same minute: neither is sent back.
    const done = await Promise.all(
      [clerk, team].map((browser) => act(browser, 'finish', { version: batch.version })),
    )
    for (const one of done) await answered(specs.finishTyping, one)
    expect(await problemIn(await act(clerk, 'type', { form: 1, answers: {} }))).toMatchObject({
      code: 'batch-done-already',
    })
    batch = await answered(specs.getBatch, await team.get(`/api/v1/survey-papers/${batch.id}`))
    expect(batch).toMatchObject({
      status: 'compared',
      open: [{ form: 1, question: 'pace' }],
    })
    // In the order in which the two were done.
    expect(batch.open[0]?.values.toSorted()).toEqual(['dissatisfied', 'mostly'])
  })

  it('are settled by the paper and handed in; what was typed is gone, and no event holds a tick', async () => {
    const told = { version: batch.version, settled: [] }
    expect(await problemIn(await act(clerk, 'settle', told))).toMatchObject({
      code: 'batch-differences-open',
    })
    const settled = [
      { form: 1, question: 'pace', value: 'dissatisfied' },
      // What both typed alike is not up for settlement.
      { form: 2, question: 'duty', value: 'satisfied' },
    ]
    const done = await act(clerk, 'settle', { ...told, settled })
    batch = await answered(specs.settleBatch, done)
    expect(batch).toMatchObject({ status: 'handedIn', differences: 1, mine: [] })
    const { owner } = site.county.database
    expect((await owner.query('select 1 from luoshi.survey_typed')).rowCount).toBe(0)
    const { rows } = await owner.query(
      `select facts::text as said from luoshi.event where stream = $1`,
      [batch.id],
    )
    expect(JSON.stringify(rows)).not.toMatch(/dissatisfied|mostly|unknown/)
  })
})

describe('an answer heard on the telephone', () => {
  it('goes in tied to nobody; who entered how many that day is counted', async () => {
    const path = `/api/v1/surveys/${survey}/entered-answers`
    const said = { channel: 'phone', stratum: 'town', answers: { duty: 'mostly' } }
    const one = await team.send('POST', path, { id: 'a'.repeat(32), ...said })
    expect(await answered(specs.enterAnswer, one)).toEqual({ entered: 1 })
    const two = await team.send('POST', path, { id: 'b'.repeat(32), ...said })
    expect(await answered(specs.enterAnswer, two)).toEqual({ entered: 2 })
    expect((await clerk.send('POST', path, { id: 'x', ...said })).status).toBe(400)
    const paper = { id: 'd'.repeat(32), ...said, channel: batch.channel }
    expect(await problemIn(await team.send('POST', path, paper))).toMatchObject({
      code: 'survey-paper-by-batch',
    })
    const forms = { channel: 'phone', stratum: 'town', forms: 2 }
    const heard = await clerk.send('POST', `/api/v1/surveys/${survey}/paper-batches`, forms)
    expect(await problemIn(heard)).toMatchObject({ code: 'survey-not-on-paper' })
    const noted = { channel: 'phone', stratum: 'town', what: 'tried', n: 9 }
    const tried = await team.send('POST', `/api/v1/surveys/${survey}/contacts`, noted)
    await answered(noteReach, tried)
    const audit = await answered(
      listContacts,
      await clerk.get(`/api/v1/surveys/${survey}/contacts`),
    )
    expect(audit.rows).toEqual([
      { on: '2026-03-02', who: 'team', channel: 'phone', stratum: 'town', what: 'entered', n: 2 },
      { on: '2026-03-02', who: 'team', channel: 'phone', stratum: 'town', what: 'tried', n: 9 },
    ])
  })
})

describe('words from a paper form or the telephone', () => {
  const place = () => ({ congress: site.county.congress, survey: idOf('survey', survey) })

  it('are sealed by themselves as they come, and nobody reads them before the close', async () => {
    const path = `/api/v1/surveys/${survey}/entered-texts`
    const said = { channel: 'paper', stratum: 'town', question: 'more', text: ' 城北路灯不亮 ' }
    const send = (by: Browser, part: object) => by.send('POST', path, { ...said, ...part })
    const id = 'd'.repeat(32)
    const { receipt } = await answered(specs.enterText, await send(team, { id }))
    expect(await answered(specs.enterText, await send(team, { id }))).toEqual({ receipt })
    expect((await send(await site.as('member'), { id })).status).toBe(403)
    for (const [code, part] of [
      ['survey-text-missing', { question: 'duty' }],
      ['survey-text-missing', { text: ' ' }],
      ['survey-way-not-staffed', { channel: 'hall' }],
    ] as const)
      expect(await problemIn(await send(team, { id, ...part }))).toMatchObject({ code })
    const { intake } = site.county.world
    expect(await intake.texts.read(place())).toBeNull()
    const { owner } = site.county.database
    const { rows } = await owner.query(
      `select (select string_agg(facts::text, '') from luoshi.event)
         || (select coalesce(string_agg(body::text, ''), '') from luoshi.event_words)
         || (select coalesce(string_agg(encode(sealed, 'escape'), ''), '') from luoshi.survey_tray) as said`,
    )
    expect(JSON.stringify(rows)).not.toContain('路灯')
    sealedReceipt = receipt
  })

  it('are there after the close, once, in their own words', async () => {
    const path = `/api/v1/surveys/${survey}/close`
    await answered(closeSurvey, await clerk.send('POST', path, { version, reason: '答卷收齐' }))
    expect(await site.county.world.intake.texts.read(place())).toEqual([
      {
        id: hashOfCode(sealedReceipt),
        question: 'more',
        population: 'people',
        text: '城北路灯不亮',
      },
    ])
  })
})

describe('the coverage board', () => {
  it('tells by stratum and channel how far the survey reached, and who has not been asked', async () => {
    const people = await board()
    expect(people).toMatchObject({ size: 200, listed: null, invited: null, answered: 4 })
    const [town, country] = people?.strata ?? []
    expect(town).toMatchObject({ answered: 4, isUnasked: false })
    expect(town?.channels.find(({ channel }) => channel === 'phone')).toMatchObject({
      tried: 9,
      entered: 2,
      answered: 2,
    })
    expect(town?.channels.find(({ channel }) => channel === 'paper')).toMatchObject({ answered: 2 })
    expect(country).toMatchObject({ answered: 0, isUnasked: true, size: 140 })
    const unit = await site.as('official', site.county.roads.unit)
    expect((await unit.get(`/api/v1/surveys/${survey}/coverage`)).status).toBe(403)
  })

  it('counts what the papers said', async () => {
    const { rows } = await site.county.database.owner.query(
      `select question, option, n::int from luoshi.survey_count order by question, option`,
    )
    expect(rows).toEqual([
      { question: 'duty', option: 'mostly', n: 2 },
      { question: 'duty', option: 'satisfied', n: 1 },
      { question: 'duty', option: 'unknown', n: 1 },
      { question: 'pace', option: 'dissatisfied', n: 1 },
    ])
  })

  it('takes nothing after the close, and is rebuilt as it stands', async () => {
    const path = `/api/v1/surveys/${survey}/entered-answers`
    const late = { id: 'c'.repeat(32), channel: 'phone', stratum: 'town', answers: {} }
    expect(await problemIn(await team.send('POST', path, late))).toMatchObject({
      code: 'survey-wrong-status',
    })
    const { database, congress } = site.county
    const { different } = await rebuildViews(database.owner, congress, project, 'compare')
    expect(different).toEqual([])
  })
})
