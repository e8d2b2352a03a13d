/** When a unit merges or its official leaves, whoever comes after sees the papers, signs and answers them by the same day. */
import { addDays } from '@luoshi/domain/kernel/day'
import { rebuildViews } from '@luoshi/ledger/projections/rebuild-views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval, value } from '../../testing/test-county.ts'
import { answered, testSite, type Browser, type TestSite } from '../../testing/test-site.ts'
import { getAppraisal } from '../contract/appraisals.ts'
import { getConsequence, type ConsequenceDetail } from '../contract/consequences.ts'
import { getNotice, listNotices, type NoticeDetail } from '../contract/supervision.ts'
import { project } from '../execute/project.ts'
import { putOfficialOnRecord } from '../people/register.ts'
import { mergeUnits, transferPost } from '../people/succession.ts'

let site: TestSite
let clerk: Browser
let roads: Browser
let schools: Browser
let notice: NoticeDetail
let measure: ConsequenceDetail
const today = () => site.county.clock.today()

beforeAll(async () => {
  site = await testSite()
  const { county } = site
  clerk = await site.as('clerk')
  roads = await site.as('unitStaff', county.roads.unit)
  schools = await site.as('unitStaff', county.schools.unit)
  const matter = await county.handOver('城北路段路灯不亮', county.roads)
  const asking = { level: 'reminder', problem: 'late', demand: '请报送方案。', approval: null }
  const to = { unit: county.roads.unit, matters: [matter], reportBy: addDays(today(), 15) }
  notice = await answered(
    getNotice,
    await clerk.send('POST', '/api/v1/notices', { ...asking, ...to }),
  )
  measure = await decide()
})
afterAll(() => site[Symbol.asyncDispose]())

async function decide(): Promise<ConsequenceDetail> {
  const who = { mover: 'chairs', signers: 0, members: 31, electedDeputy: false }
  const words = { target: '县公路局', text: '请当面说明。', material: '', movers: '' }
  const when = { due: addDays(today(), 20), session: '' }
  const asked = { step: 'talk', matters: [], approval, ...who, ...when, ...words }
  const path = `/api/v1/appraisals/${site.county.appraisal}/decide-consequence`
  return answered(getConsequence, await clerk.send('POST', path, asked))
}

const seen = async (by: Browser) =>
  answered(getConsequence, await by.get(`/api/v1/consequences/${measure.id}`))

describe('the official leaves', () => {
  it('and the measure waits for his successor, who is named beside whom it was decided on', async () => {
    const { county } = site
    const by = county.as('clerk')
    const post = {
      unit: county.roads.unit,
      post: '局长',
      appointedBy: 'committeeAppointed',
    } as const
    const after = value(
      await putOfficialOnRecord(county.world, { by, registration: { name: '新局长', ...post } }),
    )
    const successor = after.official
    const gone = { by, official: county.roads.official, version: 1, successor }
    value(await transferPost(county.world, gone))
    expect(await seen(roads)).toMatchObject({
      officialName: '公路局长',
      holderName: '新局长',
      heldBefore: [{ unitName: '公路局', officialName: '公路局长', until: today() }],
      due: measure.due,
    })
    // What is decided only now goes to him at once.
    expect(await decide()).toMatchObject({ officialName: '公路局长', holderName: '新局长' })
  })
})

const appraisalSeen = async () =>
  answered(getAppraisal, await clerk.get(`/api/v1/appraisals/${site.county.appraisal}`))

it('the appraised stays the appraised, by the post of that time, and beside him is who answers now', async () => {
  expect(await appraisalSeen()).toMatchObject({
    officialName: '公路局长',
    unitName: '公路局',
    post: '局长',
    leftOn: today(),
    answersNow: { name: '新局长', unitName: '公路局', caretaker: false },
  })
})

describe('the unit merges', () => {
  it('and its papers are the successor’s to sign and to answer, by the same day', async () => {
    const { county } = site
    const path = `/api/v1/notices/${notice.id}`
    expect((await schools.get(path)).status).toBe(404)
    const { unit: into, official } = county.schools
    const merging = { by: county.as('clerk'), unit: county.roads.unit, version: 1, into, official }
    value(await mergeUnits(county.world, merging))
    const passed = await answered(getNotice, await schools.get(path))
    expect(passed).toMatchObject({
      unitName: '教育局',
      addressee: '公路局',
      heldBefore: [{ unitName: '公路局', until: today() }],
      reportBy: notice.reportBy,
      may: { sign: true },
    })
    const { version } = passed
    const signed = await answered(
      getNotice,
      await schools.send('POST', `${path}/sign-notice`, { version }),
    )
    const said = { version: signed.version, text: '已报方案。' }
    const done = await answered(
      getNotice,
      await schools.send('POST', `${path}/answer-notice`, said),
    )
    expect(done.status).toBe('answered')
    const { rows } = await answered(listNotices, await schools.get('/api/v1/notices'))
    expect(rows).toHaveLength(1)
  })

  it('and the measure is answered there; nobody of the former unit sees it any more', async () => {
    const passed = await seen(schools)
    expect(passed).toMatchObject({ unitName: '教育局', holderName: '教育局长', due: measure.due })
    expect(passed.heldBefore).toHaveLength(2)
    expect((await appraisalSeen()).answersNow).toMatchObject({
      name: '教育局长',
      unitName: '教育局',
    })
    expect((await roads.get(`/api/v1/consequences/${measure.id}`)).status).toBe(404)
    const head = await site.as('official', site.county.schools.unit)
    const step = { type: 'AnswerConsequence', way: 'oral', text: '已说明。', signer: '' }
    const to = `/api/v1/consequences/${measure.id}/steps`
    const answer = await head.send('POST', to, { version: passed.version, step })
    expect((await answered(getConsequence, answer)).status).toBe('answered')
  })

  it('and what is decided on the former unit afterwards goes to the one that stands', async () => {
    expect(await decide()).toMatchObject({ unitName: '教育局', holderName: '教育局长' })
  })

  it('and a rebuild from the log says the same', async () => {
    const { database, congress } = site.county
    const { different } = await rebuildViews(database.owner, congress, project, 'compare')
    expect(different).toEqual([])
  })
})
