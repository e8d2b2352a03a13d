import { addDays } from '@luoshi/domain/kernel/day'
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { rebuildViews } from '@luoshi/ledger/projections/rebuild-views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answered,
  problemIn,
  testSite,
  type Browser,
  type TestSite,
} from '../../testing/test-site.ts'
import { approval } from '../../testing/test-county.ts'
import { getSupervision, getNotice, listNotices } from '../contract/supervision.ts'
import { getMatter } from '../contract/matters.ts'
import { project } from '../execute/project.ts'

let site: TestSite
let clerk: Browser
let roads: Browser
let water: Browser
let matters: MatterId[]

beforeAll(async () => {
  site = await testSite()
  const { county } = site
  await comeIn()
  matters = [
    await county.handOver('城北路段路灯不亮', county.roads),
    await county.handOver('桥面破损', county.roads),
  ]
  await county.handOver('水渠淤塞', county.water)
})
afterAll(() => site[Symbol.asyncDispose]())

/** Sessions end while days go by. */
async function comeIn() {
  const { roads: ours, water: theirs } = site.county
  clerk = await site.as('clerk')
  roads = await site.as('unitStaff', ours.unit)
  water = await site.as('unitStaff', theirs.unit)
}

const look = async (browser: Browser, query = '') =>
  answered(getSupervision, await browser.get(`/api/v1/supervision${query}`))

const paper = (more: object = {}) => ({
  level: 'reminder',
  unit: site.county.roads.unit,
  matters,
  problem: 'late',
  demand: '请于限期内报送整改方案。',
  reportBy: addDays(site.county.clock.today(), 10),
  approval: null,
  ...more,
})

const issue = (more: object = {}, browser = clerk) =>
  browser.send('POST', '/api/v1/notices', paper(more))

describe('the four checks', () => {
  it('ask of everything handed over and not planned why it has not begun', async () => {
    const { counts, rows } = await look(clerk)
    expect(counts.find(({ check }) => check === 'cause')).toMatchObject({ all: 3, late: 0 })
    expect(rows.map(({ light }) => light)).toEqual(['green', 'green', 'green'])
  })

  it('show a unit its own', async () => {
    expect((await look(water)).rows.map(({ title }) => title)).toEqual(['水渠淤塞'])
  })

  it('show an observer nothing', async () => {
    expect((await look(await site.as('observer'))).rows).toEqual([])
  })
})

describe('a paper that chases', () => {
  it('is issued with a number, and each matter’s trail shows it in the same act', async () => {
    site.county.clock.goTo(addDays(site.county.clock.today(), 20))
    await comeIn()
    expect((await look(clerk, '?alarm=late')).rows).toHaveLength(3)
    const notice = await answered(getNotice, await issue())
    expect(notice).toMatchObject({
      reference: '催办〔2026〕1号',
      status: 'issued',
      unitName: '公路局',
      congressName: '测试县人大常委会',
      matters: [{ title: '城北路段路灯不亮' }, { title: '桥面破损' }],
    })
    // What is late is the plan: the day that has passed stands there, not that of the report.
    const today = site.county.clock.today()
    expect(notice.matters.map(({ due }) => due !== null && due < today)).toEqual([true, true])
    const [first] = matters
    const { matter } = await answered(getMatter, await clerk.get(`/api/v1/matters/${first}`))
    expect(matter.chases).toMatchObject([{ level: 'reminder', text: '请于限期内报送整改方案。' }])
  })

  it('makes what stays undone a question of responsibility', async () => {
    const { counts } = await look(clerk)
    expect(counts.find(({ check }) => check === 'responsibility')).toMatchObject({ all: 2 })
  })

  it('is signed for by its unit and nobody else, then answered', async () => {
    const notice = await answered(getNotice, await issue())
    const path = `/api/v1/notices/${notice.id}`
    expect((await water.get(path)).status).toBe(404)
    const sign = { version: notice.version }
    expect((await water.send('POST', `${path}/sign-notice`, sign)).status).toBe(403)
    expect((await clerk.send('POST', `${path}/sign-notice`, sign)).status).toBe(403)
    const signed = await answered(getNotice, await roads.send('POST', `${path}/sign-notice`, sign))
    expect(signed).toMatchObject({ status: 'received', may: { sign: false, answer: true } })
    const said = { version: signed.version, text: '已排出工期，本月内完成。' }
    const done = await answered(getNotice, await roads.send('POST', `${path}/answer-notice`, said))
    expect(done).toMatchObject({ status: 'answered', answer: { text: said.text } })
  })

  it('graver than a reminder needs the decision of the body the rule book names', async () => {
    const refused = await issue({ level: 'notice' })
    expect(refused.status).toBe(409)
    expect(await problemIn(refused)).toMatchObject({ code: 'notice-needs-decision' })
    const decided = await answered(getNotice, await issue({ level: 'notice', approval }))
    expect(decided.reference).toBe('督办通知〔2026〕1号')
  })

  it('goes to one unit: a matter of another one is refused and nothing is written', async () => {
    const before = await answered(listNotices, await clerk.get('/api/v1/notices'))
    const refused = await issue({ unit: site.county.water.unit })
    expect(await problemIn(refused)).toMatchObject({ code: 'matter-of-other-unit' })
    const after = await answered(listNotices, await clerk.get('/api/v1/notices'))
    expect(after.rows).toHaveLength(before.rows.length)
  })

  it('is refused to whoever may not issue it', async () => {
    expect((await issue({}, roads)).status).toBe(403)
    expect((await issue({}, await site.as('member'))).status).toBe(403)
  })

  it('can be taken back with a reason, once', async () => {
    const notice = await answered(getNotice, await issue())
    const path = `/api/v1/notices/${notice.id}/withdraw-notice`
    const back = { version: notice.version, reason: '单位已当面说明' }
    const gone = await answered(getNotice, await clerk.send('POST', path, back))
    expect(gone).toMatchObject({ status: 'withdrawn', withdrawal: { reason: back.reason } })
    const again = await clerk.send('POST', path, { ...back, version: gone.version })
    expect(await problemIn(again)).toMatchObject({ code: 'notice-not-open' })
  })

  it('is rebuilt from the log to the byte', async () => {
    const { database, congress } = site.county
    const { different } = await rebuildViews(database.owner, congress, project, 'compare')
    expect(different).toEqual([])
  })
})
