/** Rectification reports on a real database: owed at receipt, item by item, for comment first, then signed in person. */
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval } from '../../testing/test-county.ts'
import {
  answered,
  problemIn,
  testSite,
  type Browser,
  type TestSite,
} from '../../testing/test-site.ts'
import { getAppraisalGuide } from '../contract/appraisals.ts'
import { getLetter, getLetterDraft } from '../contract/letters.ts'
import { getReport, listReports, type ReportDetail } from '../contract/reports.ts'

let site: TestSite
let clerk: Browser
let staff: Browser
let official: Browser
let water: Browser
let lamps: MatterId

beforeAll(async () => {
  site = await testSite()
  const { county } = site
  clerk = await site.as('clerk')
  staff = await site.as('unitStaff', county.roads.unit)
  official = await site.as('official', county.roads.unit)
  water = await site.as('unitStaff', county.water.unit)
  lamps = (await county.raise('城北路段路灯不亮', county.roads.unit)).matter
  await county.raise('桥面破损', county.roads.unit)
  await county.raise('水渠淤塞', county.water.unit)
  await deliver()
})
afterAll(() => site[Symbol.asyncDispose]())

async function deliver() {
  const base = `/api/v1/appraisals/${site.county.appraisal}`
  const { content } = await answered(getLetterDraft, await clerk.get(`${base}/letter-draft`))
  const draft = { replaces: null, content: { ...content, overall: '总体较好。' } }
  let letter = await answered(getLetter, await clerk.send('POST', `${base}/letters`, draft))
  const steps: readonly (readonly [Browser, string, object])[] = [
    [clerk, 'approve-letter', { approval, minutes: '', changes: '' }],
    [clerk, 'issue-letter', { prefix: '云常评意' }],
    [clerk, 'hand-over-letter', { how: 'paper', place: '机要' }],
  ]
  for (const [browser, step, body] of steps) {
    const { id, version } = letter
    const sent = { version, ...body }
    const path = `/api/v1/letters/${id}/${step}`
    letter = await answered(getLetter, await browser.send('POST', path, sent))
  }
  // At the hand-over meeting both units sign at the same time, from the page as both opened it.
  const { id, version } = letter
  const sign = (browser: Browser, signer: string) =>
    browser.send('POST', `/api/v1/letters/${id}/sign-letter`, { version, signer })
  const receipts = await Promise.all([sign(staff, '王某'), sign(water, '赵某')])
  for (const receipt of receipts) await answered(getLetter, receipt)
}

const ownReport = async (browser: Browser) => {
  const { rows } = await answered(listReports, await browser.get('/api/v1/reports'))
  return answered(getReport, await browser.get(`/api/v1/reports/${rows[0]?.id}`))
}

const act = (browser: Browser, { id, version }: ReportDetail, step: string, body: object = {}) =>
  browser.send('POST', `/api/v1/reports/${id}/${step}`, { version, ...body })

const done = async (browser: Browser, report: ReportDetail, step: string, body: object = {}) =>
  answered(getReport, await act(browser, report, step, body))

const written = (report: ReportDetail) =>
  report.items.map(({ matter, title }) => ({
    matter,
    achieved: 'done',
    resultClass: 'A',
    account: `${title}：已经整改，群众回访满意。`,
    whyNot: '',
    files: [],
  }))

async function guideStep(name: string) {
  const path = `/api/v1/appraisals/${site.county.appraisal}/guide`
  const { guide } = await answered(getAppraisalGuide, await clerk.get(path))
  return guide.steps.find(({ step }) => step === name)?.standing
}

describe('a rectification report', () => {
  it('is owed by each unit that signed, with every matter of its own in it', async () => {
    const report = await ownReport(staff)
    expect(report).toMatchObject({ status: 'owed', reference: '云常评意〔2026〕1号' })
    expect(report.items.map(({ title }) => title)).toEqual(['城北路段路灯不亮', '桥面破损'])
    const { rows } = await answered(listReports, await clerk.get('/api/v1/reports'))
    expect(rows.map(({ unitName }) => unitName).toSorted()).toEqual(['公路局', '水利局'])
    expect((await water.get(`/api/v1/reports/${report.id}`)).status).toBe(404)
  })

  it('cannot be sent with a matter skipped', async () => {
    const report = await ownReport(staff)
    const first = written(report).filter(({ matter }) => matter === lamps)
    const saved = await done(staff, report, 'save-report', { items: first })
    const refused = await act(staff, saved, 'send-report')
    expect(await problemIn(refused)).toMatchObject({ code: 'report-skips-items' })
  })

  it('is commented on by the committee, then signed by the official and nobody else', async () => {
    let report = await ownReport(staff)
    report = await done(staff, report, 'save-report', { items: written(report) })
    const early = await act(official, report, 'sign-report', { signer: '陈立' })
    expect(await problemIn(early)).toMatchObject({ code: 'report-wrong-status' })
    report = await done(staff, report, 'send-report')
    report = await done(clerk, report, 'comment-on-report', { text: '第1号请补充回访情况。' })
    expect((await act(staff, report, 'sign-report', { signer: '王某' })).status).toBe(403)
    report = await done(official, report, 'sign-report', { signer: '陈立' })
    expect(report).toMatchObject({ status: 'signed', signature: { signer: '陈立' } })
  })

  it('is in the guide only when every unit has reported', async () => {
    expect(await guideStep('reportReceived')).not.toBe('done')
    let report = await ownReport(water)
    report = await done(water, report, 'save-report', { items: written(report) })
    report = await done(water, report, 'send-report')
    report = await done(clerk, report, 'comment-on-report', { text: '同意。' })
    const head = await site.as('official', site.county.water.unit)
    await done(head, report, 'sign-report', { signer: '赵水' })
    expect(await guideStep('reportReceived')).toBe('done')
  })
})
