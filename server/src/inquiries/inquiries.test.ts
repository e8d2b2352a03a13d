/** The investigation over HTTP: who may, what becomes of a problem, what a protected source is, what a report needs. */
import { rebuildViews } from '@luoshi/ledger/projections/rebuild-views'
import { roles } from '@luoshi/domain/people/roles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answered,
  problemIn,
  testSite,
  type Browser,
  type TestSite,
} from '../../testing/test-site.ts'
import { approval } from '../../testing/test-county.ts'
import { getAppraisalGuide } from '../contract/appraisals.ts'
import { assembleReport, getInquiryReport, stepOnReport } from '../contract/inquiry-report.ts'
import {
  getBalance,
  getInquiry,
  kickOffInquiry,
  noteFinding,
  planInquiry,
  recordInquiry,
  type InquiryRow,
} from '../contract/inquiries.ts'
import { eraseSource, readSource } from '../contract/sealed.ts'
import { getMatter } from '../contract/matters.ts'
import { putEvidence } from '../contract/evidence.ts'
import { project } from '../execute/project.ts'
import { allEndpoints } from '../openapi.ts'

let site: TestSite
let clerk: Browser
let team: Browser
let record: InquiryRow
let base: string

const secret = '章敏之'
const talk = {
  method: 'interview',
  on: '2026-03-02',
  place: '县公路局三楼',
  tookPart: '秦岚、温若兰',
  whom: '',
  protectedName: null,
  found: '养护经费拨付慢。',
  ratings: null,
  evidence: [],
}

beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
  team = await site.as('team')
  base = `/api/v1/appraisals/${site.county.appraisal}`
})
afterAll(() => site[Symbol.asyncDispose]())

const ofRecord = (step: string) => `/api/v1/inquiries/${record.id}/${step}`
const finding = { heading: 'hotspots', title: '', unit: null }

async function note(kind: string, text: string, more = {}) {
  const body = { ...finding, version: record.version, kind, text, ...more }
  record = await answered(noteFinding, await team.send('POST', ofRecord('findings'), body))
  return record
}

describe('the plan', () => {
  it('has a team with one head; the kick-off step of the appraisal follows from it', async () => {
    const { accounts } = await answered(getInquiry, await clerk.get(`${base}/inquiry`))
    const [member] = accounts
    expect(member).toMatchObject({ name: 'team' })
    const people = [
      { name: '秦岚', account: member?.id ?? null, isHead: true },
      { name: '温若兰', account: null, isHead: false },
    ]
    const works = [{ method: 'visit', on: null, place: '石坝镇', who: '全组' }]
    const body = { version: 0, team: people, works }
    const send = (sent: unknown) => clerk.send('POST', `${base}/inquiry-plan`, sent)
    const headless = { ...body, team: people.map((one) => ({ ...one, isHead: false })) }
    expect(await problemIn(await send(headless))).toMatchObject({ code: 'team-one-head' })
    const planned = await answered(planInquiry, await send(body))
    const held = { version: planned.version, heldOn: '2026-03-02', note: '县会议中心' }
    const kicked = await clerk.send('POST', `${base}/kick-off-inquiry`, held)
    expect((await answered(kickOffInquiry, kicked)).plan).toMatchObject({ status: 'started' })
    const { guide } = await answered(getAppraisalGuide, await clerk.get(`${base}/guide`))
    expect(guide.steps.find(({ step }) => step === 'kickOff')).toMatchObject({ standing: 'done' })
  })
})

describe('a record', () => {
  it('of a protected source names nobody; reading the name is itself on record', async () => {
    const body = { ...talk, protectedName: secret }
    const send = (sent: unknown) => team.send('POST', `${base}/inquiries`, sent)
    const named = await send({ ...body, found: `${secret}说经费拨付慢。` })
    expect(await problemIn(named)).toMatchObject({ code: 'source-named' })
    record = await answered(recordInquiry, await send(body))
    expect(record).toMatchObject({ number: 1, inquiry: { isProtected: true, whom: '' } })
    expect(JSON.stringify(record)).not.toContain(secret)
    const read = async (browser: Browser) =>
      answered(readSource, await browser.send('POST', ofRecord('read-source'), {}))
    expect(await read(team)).toMatchObject({ name: secret, readings: [{ name: 'team' }] })
    expect((await read(clerk)).readings.map(({ name }) => name)).toEqual(['team', 'clerk'])
  })

  it('makes an opinion and a matter of a problem on the spot, in the words as said', async () => {
    const words = '养护经费每年六月才到位，雨季前来不及补坑槽。'
    const { unit } = site.county.roads
    await note('problem', words, { title: '养护经费拨付慢', unit })
    const id = record.matters[0]?.id
    const found = await answered(getMatter, await clerk.get(`/api/v1/matters/${id}`))
    expect(found.matter).toMatchObject({ text: words, status: 'drafted', phase: 'before' })
    expect(found.opinions[0]).toMatchObject({ channel: 'interview', raiser: '身份保密' })
    const named = { ...finding, version: record.version, kind: 'fact', text: `${secret}在场` }
    const refused = await team.send('POST', ofRecord('findings'), named)
    expect(await problemIn(refused)).toMatchObject({ code: 'source-named' })
  })

  it('is amended without laying the source open', async () => {
    const path = ofRecord('amend-inquiry')
    const amended = { ...talk, version: record.version, keepsProtection: false }
    expect(await problemIn(await team.send('POST', path, amended))).toMatchObject({
      code: 'source-stays-protected',
    })
    const kept = { ...amended, keepsProtection: true, found: '养护经费拨付偏慢。' }
    record = await answered(recordInquiry, await team.send('POST', path, kept))
    expect(record.inquiry).toMatchObject({ isProtected: true, found: '养护经费拨付偏慢。' })
  })

  it('keeps a rating as it was counted and says what does not add up', async () => {
    const grades = ['优秀', '称职', '基本称职', '不称职']
    const ratings = {
      enrolled: 30,
      took: 28,
      grades,
      rows: [{ item: '总体', counts: [20, 6, 1, 0] }],
    }
    const body = { ...talk, method: 'survey', ratings }
    const row = await answered(recordInquiry, await team.send('POST', `${base}/inquiries`, body))
    expect(row.faults).toEqual([{ code: 'row-does-not-add-up', item: '总体', given: 27, took: 28 }])
  })

  it('is the team’s and the clerk’s own; the protected name is in no other answer at all', async () => {
    const { county } = site
    const ids: Readonly<Record<string, string>> = {
      appraisal: county.appraisal,
      inquiry: record.id,
      matter: record.matters[0]?.id ?? '',
      opinion: record.inquiry.findings[0]?.carried?.opinion ?? '',
      unit: county.roads.unit,
      official: county.roads.official,
    }
    const paths = allEndpoints()
      .filter(({ spec }) => spec.method === 'GET')
      .map(({ spec }) => spec.path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? 'x'))
    for (const role of roles) {
      const browser = await site.as(role, county.roads.unit)
      const inquiry = await browser.get(`${base}/inquiry`)
      expect(inquiry.status, `to ${role}`).toBe(role === 'clerk' || role === 'team' ? 200 : 403)
      const source = await browser.send('POST', ofRecord('read-source'), {})
      expect(source.status, `to ${role}`).toBe(role === 'clerk' || role === 'team' ? 200 : 403)
      for (const path of paths) {
        const said = await (await browser.get(path)).text()
        expect(said.includes(secret), `${role} ${path}`).toBe(false)
      }
    }
  }, 120_000)
})

describe('the report', () => {
  const path = () => `${base}/inquiry-report`
  const step = (browser: Browser, version: number, told: unknown) =>
    browser.send('POST', `${path()}/steps`, { version, told })

  it('is assembled from the records, signed by each, and void when it is changed', async () => {
    await note('achievement', '国道大修提前一个月完成')
    const { headings } = await answered(getInquiryReport, await team.get(path()))
    const body = { version: 0, title: '关于县公路局的调查报告', headings }
    let row = await answered(assembleReport, await team.send('POST', path(), body))
    const { sections } = row.report
    const hot = sections.find(({ key }) => key === 'hotspots')?.text ?? ''
    expect(hot).toContain('国道大修提前一个月完成')
    expect(hot).toContain('〔记录1，个别谈话，3月2日，身份保密〕')
    const sign = { type: 'SignReport', dissent: '' }
    row = await answered(stepOnReport, await step(team, row.version, sign))
    const named = [{ key: 'law', title: '法律', text: `${secret}反映养护经费慢。` }]
    const naming = { type: 'AmendReport', title: '调查报告', sections: named }
    expect(await problemIn(await step(team, row.version, naming))).toMatchObject({
      code: 'source-named',
    })
    const amend = { type: 'AmendReport', title: '调查报告', sections }
    row = await answered(stepOnReport, await step(team, row.version, amend))
    expect(row.report).toMatchObject({ status: 'draft', signatures: [], voided: 1 })
    row = await answered(stepOnReport, await step(team, row.version, sign))
    const submit = { type: 'SubmitReport', reference: '第15次主任会议' }
    expect(await problemIn(await step(clerk, row.version, submit))).toMatchObject({
      code: 'signatures-missing',
    })

    const image = new Uint8Array(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
    const upload = await clerk.send('PUT', putEvidence.path, image, { 'x-file-name': 'a.png' })
    const scan = [await answered(putEvidence, upload)]
    const paper = { type: 'RecordPaperSignature', place: 1, scan, on: '2026-03-02' }
    const dissent = '对热点问题部分保留意见'
    expect((await step(team, row.version, { ...paper, dissent })).status).toBe(403)
    // Whoever has not seen the text as it stands signs nothing, beside no matter what.
    expect(
      await problemIn(await step(clerk, row.version - 2, { ...paper, dissent })),
    ).toMatchObject({ code: 'version-conflict' })
    row = await answered(stepOnReport, await step(team, row.version, amend))
    const both = await Promise.all([
      step(team, row.version, sign),
      step(clerk, row.version, { ...paper, dissent }),
    ])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect((await answered(getInquiryReport, await team.get(path()))).row).toMatchObject({
      version: row.version + 2,
      report: { status: 'signed' },
    })
  })

  it('is read by the chairs when signed, by members when submitted, by the unit never', async () => {
    const [chairs, member] = [await site.as('chairs'), await site.as('member')]
    const official = await site.as('official', site.county.roads.unit)
    const read = async (browser: Browser) => answered(getInquiryReport, await browser.get(path()))
    const { row } = await read(chairs)
    expect(row?.report.status).toBe('signed')
    expect((await read(member)).row).toBeNull()
    const submit = { type: 'SubmitReport', reference: '第15次主任会议' }
    await answered(stepOnReport, await step(clerk, row?.version ?? 0, submit))
    expect((await read(member)).row?.report.status).toBe('submitted')
    for (const browser of [official, await site.as('deputy'), await site.as('observer')])
      expect((await browser.get(path())).status).toBe(403)
    const { guide } = await answered(getAppraisalGuide, await clerk.get(`${base}/guide`))
    const done = guide.steps.find((one) => one.step === 'investigationDone')
    expect(done).toMatchObject({ standing: 'done', fromRecord: true })
  })

  it('shows the official her achievements beside the problems handed to her', async () => {
    await clerk.send('POST', `${base}/enter-phase`, { version: 1, phase: 'selfCheck' })
    const { county } = site
    const ours = await county.handOver('坑槽修补慢', county.roads)
    const official = await site.as('official', county.roads.unit)
    const balance = await answered(getBalance, await official.get(`${base}/balance`))
    expect(balance.achievements).toEqual([{ from: 'inquiry', text: '国道大修提前一个月完成' }])
    expect(balance.problems.map(({ id }) => id)).toEqual([ours])
    const clerks = await answered(getBalance, await clerk.get(`${base}/balance`))
    expect(clerks.problems.length).toBeGreaterThan(1)
  })

  it('and all of it is rebuilt from the log to the byte', async () => {
    const { database, congress } = site.county
    expect((await rebuildViews(database.owner, congress, project, 'compare')).different).toEqual([])
  })
})

describe('the name of a source that the law wants gone', () => {
  it('is erased on the word of the chairs; who read it stays, and the record with it', async () => {
    const name = '陆听风'
    const created = await team.send('POST', `${base}/inquiries`, { ...talk, protectedName: name })
    record = await answered(recordInquiry, created)
    await answered(readSource, await clerk.send('POST', ofRecord('read-source'), {}))
    const erase = (browser: Browser) =>
      browser.send('POST', ofRecord('erase-source'), { ground: 'consentWithdrawn', approval })
    expect((await erase(team)).status).toBe(403)
    await answered(eraseSource, await erase(clerk))
    expect(await problemIn(await erase(clerk))).toMatchObject({ code: 'erased-already' })
    const read = await clerk.send('POST', ofRecord('read-source'), {})
    expect(await problemIn(read)).toMatchObject({ code: 'nothing-to-read' })
    const { rows } = await site.county.database.owner.query<{ bodies: string }>(
      `select string_agg(body, ' ') as bodies from luoshi.sealed_entry`,
    )
    expect(rows[0]?.bodies).not.toContain(name)
    expect(rows[0]?.bodies).toContain('EnvelopeRead')
    const other = {
      ...talk,
      version: record.version,
      keepsProtection: false,
      protectedName: '石一鸣',
    }
    const amended = await team.send('POST', ofRecord('amend-inquiry'), other)
    expect((await answered(recordInquiry, amended)).inquiry.isProtected).toBe(true)
    const again = await clerk.send('POST', ofRecord('read-source'), {})
    expect(await answered(readSource, again)).toMatchObject({ name: '石一鸣' })
  })
})
