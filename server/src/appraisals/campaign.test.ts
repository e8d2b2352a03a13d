import { commitmentOf } from '@luoshi/domain/appraisals/draw-lots'
import { questionsOf } from '@luoshi/domain/appraisals/self-check-framework'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval } from '../../testing/test-county.ts'
import { testSite, type Browser, type TestSite } from '../../testing/test-site.ts'
import { appraisalRow, getAppraisalGuide } from '../contract/appraisals.ts'
import { drawingRow } from '../contract/drawings.ts'
import { listOpinions } from '../contract/opinions.ts'
import { problem } from '../contract/problem.ts'
import { getSelfCheck, selfCheckRow } from '../contract/self-checks.ts'
import { getRotation, listYearPlans, yearPlanRow } from '../contract/yearplans.ts'

let site: TestSite
let clerk: Browser
beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
})
afterAll(() => site[Symbol.asyncDispose]())

type Parsing<Value> = Readonly<{ parse: (raw: unknown) => Value }>

const post = (by: Browser, path: string, body: unknown) => by.send('POST', `/api/v1/${path}`, body)
const get = (by: Browser, path: string) => by.get(`/api/v1/${path}`)

async function told<Value>(schema: Parsing<Value>, answer: Response): Promise<Value> {
  const raw: unknown = await answer.json()
  if (answer.status !== 200) throw new Error(JSON.stringify(raw))
  return schema.parse(raw)
}

const codeOf = async (answer: Response) => problem.parse(await answer.json()).code

const salt = 'a1b2c3d4e5f6a7b8'
const today = '2026-03-02'

describe('the annual plan, from lot to appraisal', () => {
  it('draws by lot, is consented to, adopted, and opens the appraisal with the link on both sides', async () => {
    const { roads, water, schools } = site.county
    const candidates = [roads, water, schools].map((seat, n) => ({ ...seat, label: `对象${n}` }))
    const participants = ['主任', '监签']
    const opening = { title: '抽签', plan: null, candidates, count: 1, participants }
    let lot = await told(drawingRow, await post(clerk, 'drawings', opening))
    const chairs = await site.as('chairs')
    // Both at the same time, from the page as both saw it.
    const both = async (oneOf: (participant: number) => unknown) => {
      const path = `drawings/${lot.id}/steps`
      const sent = [clerk, chairs].map((browser, participant) =>
        post(browser, path, { version: lot.version, told: oneOf(participant) }),
      )
      const rows = (await Promise.all(sent)).map((answer) => told(drawingRow, answer))
      for (const row of await Promise.all(rows)) if (row.version > lot.version) lot = row
    }
    const secretOf = (participant: number) => ({ secret: `数${participant}`, salt })
    await both((participant) => {
      return { type: 'SealLot', participant, commitment: commitmentOf(secretOf(participant)) }
    })
    await both((participant) => ({ type: 'OpenLot', participant, ...secretOf(participant) }))
    if (lot.drawing.status !== 'drawn') throw new Error('Not drawn')
    const seat = candidates[lot.drawing.chosen[0] ?? 9]

    let plan = await told(yearPlanRow, await post(clerk, 'year-plans', { year: 2026, title: '' }))
    const again = await post(clerk, 'year-plans', { year: 2026, title: '' })
    expect(await codeOf(again)).toBe('plan-already-there')
    const send = (one: unknown) =>
      post(clerk, `year-plans/${plan.id}/steps`, { version: plan.version, told: one })
    const planStep = async (one: unknown) => {
      plan = await told(yearPlanRow, await send(one))
    }
    const subject = {
      kind: 'person',
      unit: seat?.unit,
      official: seat?.official,
      selection: 'lot',
      drawing: lot.id,
      reason: '抽签产生',
    }
    await planStep({ type: 'PlanSubjects', subjects: [subject], approval: null })
    const adopting = { type: 'AdoptYearPlan', approval }
    expect(await codeOf(await send(adopting))).toBe('party-consent-missing')
    const number = '县委〔2026〕30号'
    await planStep({ type: 'RecordPartyConsent', body: '县委', number, on: today })
    await planStep(adopting)
    const opened = await told(
      appraisalRow,
      await post(clerk, `year-plans/${plan.id}/open-appraisal`, {
        version: plan.version,
        subject: 's1',
        title: '计划内评议',
        ruleBook: 'seed',
        session: '第30次会议',
      }),
    )
    const { rows } = await told(listYearPlans.answer, await get(clerk, 'year-plans'))
    expect(rows[0]?.plan.subjects[0]?.appraisal).toBe(opened.id)
    const guide = await get(clerk, `appraisals/${opened.id}/guide`)
    expect(await told(getAppraisalGuide.answer, guide)).toMatchObject({
      plan: plan.id,
      guide: { next: 'noticeServed' },
    })
  })

  it('is not for units to read, nor for others to write', async () => {
    const unit = await site.as('unitStaff', site.county.roads.unit)
    expect((await get(unit, 'year-plans')).status).toBe(404)
    const member = await site.as('member')
    expect((await post(member, 'year-plans', { year: 2027, title: '' })).status).toBe(403)
    const rotation = await get(clerk, 'year-plans/rotation?since=2027-01-01')
    expect((await told(getRotation.answer, rotation)).rows).toHaveLength(3)
  })
})

describe('the self-check', () => {
  it('is filled by the unit, hidden until submitted in person, and what it found becomes matters', async () => {
    const { appraisal, roads, water } = site.county
    const staff = await site.as('unitStaff', roads.unit)
    const official = await site.as('official', roads.unit)
    const stranger = await site.as('unitStaff', water.unit)
    const path = `appraisals/${appraisal}/self-check`
    const seen = async (by: Browser) => told(getSelfCheck.answer, await get(by, path))
    const { row: none, framework } = await seen(clerk)
    expect(none).toBeNull()
    const asked = await post(clerk, path, { framework, due: '2026-04-01' })
    let row = await told(selfCheckRow, asked)
    const send = (by: Browser, one: unknown) =>
      post(by, `self-checks/${row.id}/steps`, { version: row.version, told: one })
    const step = async (by: Browser, one: unknown) => {
      row = await told(selfCheckRow, await send(by, one))
    }
    const [first, ...rest] = questionsOf(framework).map(({ key }) => key)
    const gap = { finding: '告知送达不规范', cause: '培训不足', remedy: '已修订流程', evidence: [] }
    const naming = { type: 'NameGap', question: first, ...gap, fixedOn: today }
    const stated = rest.map((question, at) => ({ question, basis: `已查阅第${at + 1}类台账。` }))
    const lump = stated.map((one) => ({ ...one, basis: '无' }))
    const refused = await send(staff, { type: 'StateNothingFound', stated: lump })
    expect(await codeOf(refused)).toBe('basis-repeated')
    // Two people of the unit, each at questions of their own; then at the same one.
    const cleared = { type: 'StateNothingFound', stated }
    const filled = await Promise.all([send(staff, naming), send(official, cleared)])
    expect(filled.map(({ status }) => status)).toEqual([200, 200])
    expect(await codeOf(await send(staff, naming))).toBe('version-conflict')
    row = (await seen(staff)).row ?? row

    expect((await seen(clerk)).row).toMatchObject({ isHidden: true, check: { gaps: [] } })
    expect((await get(staff, `appraisals/${appraisal}`)).status).toBe(200)
    expect((await seen(stranger)).row).toBeNull()
    const submitting = { type: 'SubmitSelfCheck', signedBy: '公路局长' }
    expect((await send(staff, submitting)).status).toBe(403)
    await step(official, submitting)
    expect(row.figures).toMatchObject({ found: 1, fixed: 1 })

    const team = await site.as('team')
    const checking = { type: 'VerifySelfFix', gap: 'g1', outcome: 'confirmed', findings: '属实' }
    expect((await send(clerk, checking)).status).toBe(403)
    await step(team, checking)
    expect(row.figures.confirmed).toBe(1)
    const taking = { version: row.version, gap: 'g1', title: '规范告知送达' }
    row = await told(selfCheckRow, await post(clerk, `self-checks/${row.id}/take-over-gap`, taking))
    const opinions = await get(clerk, `opinions?appraisal=${appraisal}`)
    const [opinion] = (await told(listOpinions.answer, opinions)).rows
    expect(opinion).toMatchObject({ channel: 'selfCheck', phase: 'before' })
    expect(row.check.gaps[0]?.takenOver?.matter).toBe(opinion?.matter?.id)
    const guide = await get(clerk, `appraisals/${appraisal}/guide`)
    const now = await told(getAppraisalGuide.answer, guide)
    expect(now.origins.before).toBe(1)
    expect(now.guide.steps[4]).toMatchObject({ step: 'selfCheckDone', fromRecord: true })
  })
})

describe('an appraisal on its way', () => {
  it('records steps, is suspended and resumed, and is archived only with every paper or its reason', async () => {
    const { appraisal, roads } = site.county
    const path = `appraisals/${appraisal}`
    const step = async (one: unknown) => {
      const { version } = await told(appraisalRow, await get(clerk, path))
      return post(clerk, `${path}/steps`, { version, told: one })
    }
    const note = ''
    const served = {
      type: 'RecordCampaignStep',
      step: 'noticeServed',
      on: today,
      until: null,
      note,
    }
    expect(await codeOf(await step({ ...served, number: '' }))).toBe('number-missing')
    expect((await step({ ...served, number: '通〔2026〕3号' })).status).toBe(200)
    await step({ type: 'FixMeetingDay', meetingOn: '2026-04-02' })
    const suspending = { type: 'SuspendAppraisal', ground: 'transferred', reason: '调任', approval }
    const suspended = await told(appraisalRow, await step(suspending))
    expect(suspended.isSuspended).toBe(true)
    const entering = { version: suspended.version, phase: 'meeting' }
    const refused = await post(clerk, `${path}/enter-phase`, entering)
    expect(await codeOf(refused)).toBe('appraisal-suspended')
    const resuming = { type: 'ResumeAppraisal', official: roads.official, approval }
    const { isSuspended, version } = await told(appraisalRow, await step(resuming))
    expect(isSuspended).toBe(false)
    const archived = await post(clerk, `${path}/archive-appraisal`, { version })
    expect(await codeOf(archived)).toBe('matters-still-open')
    const { guide } = await told(getAppraisalGuide.answer, await get(clerk, `${path}/guide`))
    const notice = guide.steps.find((one) => one.step === 'noticeServed')
    expect(notice).toMatchObject({ standing: 'done', number: '通〔2026〕3号', isLate: true })
    expect(guide.missing).toContain('meetingHeld')
  })

  it('says when nobody of the unit can sign in, until somebody can', async () => {
    const { schools } = site.county
    const body = { title: '教育局长述职评议', ruleBook: 'seed', session: '第30次会议', ...schools }
    const { id } = await told(appraisalRow, await post(clerk, 'appraisals', body))
    const nobody = async () =>
      (await told(getAppraisalGuide.answer, await get(clerk, `appraisals/${id}/guide`))).nobody
    expect((await nobody())?.zh).toContain('教育局还没有人能登录')
    await site.as('unitStaff', schools.unit)
    expect(await nobody()).toBeNull()
  })
})
