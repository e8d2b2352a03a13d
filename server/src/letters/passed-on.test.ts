/** When a unit merges or its official leaves, what is still owed under a letter is signed by who comes after them. */
import { rebuildViews } from '@luoshi/ledger/projections/rebuild-views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval, value } from '../../testing/test-county.ts'
import {
  answered,
  problemIn,
  testSite,
  type Browser,
  type TestSite,
} from '../../testing/test-site.ts'
import { getAppraisalGuide } from '../contract/appraisals.ts'
import {
  getLetter,
  getLetterDraft,
  listOwnLetters,
  type LetterDetail,
} from '../contract/letters.ts'
import { getReport, listReports, type ReportDetail } from '../contract/reports.ts'
import { project } from '../execute/project.ts'
import { putOfficialOnRecord } from '../people/register.ts'
import { mergeUnits, transferPost } from '../people/succession.ts'
import { signReport } from './report-steps.ts'

let site: TestSite
let clerk: Browser
let water: Browser
let schools: Browser
let head: Browser
let letter: LetterDetail

beforeAll(async () => {
  site = await testSite()
  const { county } = site
  clerk = await site.as('clerk')
  water = await site.as('unitStaff', county.water.unit)
  schools = await site.as('unitStaff', county.schools.unit)
  head = await site.as('official', county.schools.unit)
  await county.raise('城北路段路灯不亮', county.roads.unit)
  await county.raise('水渠淤塞', county.water.unit)
  await county.raise('校车超员', county.schools.unit)
  await deliver()
})
afterAll(() => site[Symbol.asyncDispose]())

async function deliver() {
  const base = `/api/v1/appraisals/${site.county.appraisal}`
  const { content } = await answered(getLetterDraft, await clerk.get(`${base}/letter-draft`))
  const draft = { replaces: null, content: { ...content, overall: '总体较好。' } }
  letter = await answered(getLetter, await clerk.send('POST', `${base}/letters`, draft))
  await onLetter(clerk, 'approve-letter', { approval, minutes: '', changes: '' })
  await onLetter(clerk, 'issue-letter', { prefix: '云常评意' })
  await onLetter(clerk, 'hand-over-letter', { how: 'paper', place: '机要' })
}

const path = () => `/api/v1/letters/${letter.id}`
const sent = (browser: Browser, step: string, body: object) =>
  browser.send('POST', `${path()}/${step}`, { version: letter.version, ...body })

async function onLetter(browser: Browser, step: string, body: object) {
  letter = await answered(getLetter, await sent(browser, step, body))
}

async function merge(from: { unit: TestSite['county']['roads']['unit'] }) {
  const { county } = site
  const { unit: into, official } = county.schools
  const asked = { by: county.as('clerk'), unit: from.unit, version: 1, into, official }
  value(await mergeUnits(county.world, asked))
  letter = await answered(getLetter, await clerk.get(path()))
}

async function waiting(name: string) {
  const to = `/api/v1/appraisals/${site.county.appraisal}/guide`
  const { guide, unitNames } = await answered(getAppraisalGuide, await clerk.get(to))
  const found = guide.steps.find(({ step }) => step === name)
  return { standing: found?.standing, units: found?.units.map((unit) => unitNames[unit]) }
}

async function reports(browser: Browser): Promise<readonly ReportDetail[]> {
  const { rows } = await answered(listReports, await browser.get('/api/v1/reports'))
  const ids = rows.map(({ id }) => id)
  return Promise.all(
    ids.map(async (id) => answered(getReport, await browser.get(`/api/v1/reports/${id}`))),
  )
}

async function onReport(browser: Browser, report: ReportDetail, step: string, body: object) {
  const to = `/api/v1/reports/${report.id}/${step}`
  return answered(getReport, await browser.send('POST', to, { version: report.version, ...body }))
}

describe('the guide', () => {
  it('names the units that have not signed for the letter', async () => {
    expect((await waiting('letterDelivered')).units).toEqual(['公路局', '水利局', '教育局'])
    await onLetter(water, 'sign-letter', { signer: '赵某' })
    const { standing, units } = await waiting('letterDelivered')
    expect(units).toEqual(['公路局', '教育局'])
    expect(standing).not.toBe('done')
    expect((await waiting('reportReceived')).units?.toSorted()).toEqual(
      ['公路局', '教育局', '水利局'].toSorted(),
    )
  })
})

describe('a unit that merges with the receipt still out', () => {
  it('leaves its part of the letter to the other, who reads it and signs for both in one act', async () => {
    expect((await answered(getLetter, await schools.get(path()))).items).toHaveLength(1)
    await merge(site.county.roads)
    const { rows } = await answered(listOwnLetters, await schools.get('/api/v1/letters'))
    expect(rows[0]?.units).toMatchObject([
      { name: '公路局', heldBy: '教育局', signedOn: null },
      { name: '教育局', heldBy: null, signedOn: null },
    ])
    letter = await answered(getLetter, await schools.get(path()))
    expect(letter.items).toMatchObject([
      {
        title: '城北路段路灯不亮',
        unitName: '公路局',
        heldBy: '教育局',
        successorName: '教育局长',
      },
      { title: '校车超员', unitName: '教育局', heldBy: null, successorName: null },
    ])
    expect(letter.may.sign).toBe(true)
    await onLetter(schools, 'sign-letter', { signer: '李某' })
    expect(letter.receipts.map(({ unitName }) => unitName)).toEqual(['公路局', '教育局'])
    expect(letter.items.map(({ status }) => status)).toEqual(['received', 'received'])
    expect(await problemIn(await sent(schools, 'sign-letter', { signer: '李某' }))).toMatchObject({
      code: 'letter-wrong-status',
    })
    expect((await waiting('letterDelivered')).standing).toBe('done')
  })

  it('leaves its report too: one for each unit the letter names, both signed by the successor', async () => {
    const own = await reports(schools)
    expect(
      own.map(({ formerUnit, items }) => [formerUnit, items.map(({ title }) => title)]),
    ).toEqual(
      expect.arrayContaining([
        ['公路局', ['城北路段路灯不亮']],
        [null, ['校车超员']],
      ]),
    )
    for (const report of own) await bringIn(report)
    expect((await waiting('reportReceived')).units).toEqual(['水利局'])
  })
})

async function bringIn(report: ReportDetail) {
  const items = report.items.map(({ matter, title }) => {
    const account = `${title}：已经整改，群众回访满意。`
    return { matter, achieved: 'done', resultClass: 'A', account, whyNot: '', files: [] }
  })
  const saved = await onReport(schools, report, 'save-report', { items })
  const forComment = await onReport(schools, saved, 'send-report', {})
  const commented = await onReport(clerk, forComment, 'comment-on-report', { text: '同意。' })
  const signed = await onReport(head, commented, 'sign-report', { signer: '李长' })
  expect(signed.status).toBe('signed')
}

describe('a unit that merges with its report half written', () => {
  it('leaves what it wrote to the successor, whose new official signs it', async () => {
    const { county } = site
    const [mine] = await reports(water)
    if (!mine) throw new Error('No report is owed')
    const [item] = mine.items
    const draft = { achieved: 'partly', resultClass: 'B', account: '已清淤一半。', files: [] }
    const items = [{ ...draft, matter: item?.matter, whyNot: '汛期停工，十月完成。' }]
    await onReport(water, mine, 'save-report', { items })
    await merge(county.water)
    const registration = {
      name: '新局长',
      unit: county.schools.unit,
      post: '局长',
      appointedBy: 'committeeAppointed',
    } as const
    const by = county.as('clerk')
    const { official } = value(await putOfficialOnRecord(county.world, { by, registration }))
    const moved = { by, official: county.schools.official, version: 1, successor: official }
    value(await transferPost(county.world, moved))

    const passed = (await reports(schools)).find(({ formerUnit }) => formerUnit === '水利局')
    if (!passed) throw new Error('The report was lost')
    expect(passed.items).toMatchObject([{ account: '已清淤一半。' }])
    const forComment = await onReport(schools, passed, 'send-report', {})
    const commented = await onReport(clerk, forComment, 'comment-on-report', { text: '同意。' })
    // The account of the one who left signs nothing any more.
    const { id: report, version } = commented
    const refused = { version, signer: '李长' }
    expect((await head.send('POST', `/api/v1/reports/${report}/sign-report`, refused)).status).toBe(
      403,
    )
    const successor = { ...county.as('official', county.schools.unit), official }
    value(await signReport(county.world, { by: successor, report, version, signer: '新局长' }))
    expect(await waiting('reportReceived')).toEqual({ standing: 'done', units: [] })
    letter = await answered(getLetter, await schools.get(path()))
    expect(letter.items.map(({ successorName }) => successorName)).toEqual([
      '新局长',
      '新局长',
      '新局长',
    ])
  })

  it('is rebuilt from the log as it stands', async () => {
    const { database, congress } = site.county
    const { different } = await rebuildViews(database.owner, congress, project, 'compare')
    expect(different).toEqual([])
  })
})
