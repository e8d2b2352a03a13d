/** Opinion letters on a real database: drafted, read through, approved, issued, handed over, signed for, re-issued. */
import { addDays } from '@luoshi/domain/kernel/day'
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { rebuildViews } from '@luoshi/ledger/projections/rebuild-views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answered,
  problemIn,
  stepPath,
  testSite,
  type Browser,
  type TestSite,
} from '../../testing/test-site.ts'
import { approval } from '../../testing/test-county.ts'
import { getAppraisalGuide } from '../contract/appraisals.ts'
import {
  getLetter,
  getLetterDraft,
  listLetters,
  type LetterContentRow,
  type LetterDetail,
} from '../contract/letters.ts'
import { getMatter } from '../contract/matters.ts'
import { listReports } from '../contract/reports.ts'
import { project } from '../execute/project.ts'

let site: TestSite
let clerk: Browser
let roads: Browser
let water: Browser
let lamps: MatterId
let bridge: MatterId
let canal: MatterId

beforeAll(async () => {
  site = await testSite()
  const { county } = site
  await comeIn()
  lamps = (await county.raise('城北路段路灯不亮', county.roads.unit)).matter
  bridge = (await county.raise('桥面破损', county.roads.unit)).matter
  canal = (await county.raise('水渠淤塞', county.water.unit)).matter
})
afterAll(() => site[Symbol.asyncDispose]())

async function comeIn() {
  clerk = await site.as('clerk')
  roads = await site.as('unitStaff', site.county.roads.unit)
  water = await site.as('unitStaff', site.county.water.unit)
}

const letters = () => `/api/v1/appraisals/${site.county.appraisal}/letters`
const at = (letter: LetterDetail, step = '') => `/api/v1/letters/${letter.id}${step}`

async function proposed(query = '') {
  const path = `/api/v1/appraisals/${site.county.appraisal}/letter-draft${query}`
  return answered(getLetterDraft, await clerk.get(path))
}

async function act(browser: Browser, letter: LetterDetail, step: string, body: object) {
  return browser.send('POST', at(letter, `/${step}`), { version: letter.version, ...body })
}

const done = async (browser: Browser, letter: LetterDetail, step: string, body: object) =>
  answered(getLetter, await act(browser, letter, step, body))

const draft = async (content: LetterContentRow, replaces: string | null = null) =>
  answered(getLetter, await clerk.send('POST', letters(), { replaces, content }))

const decision = { approval, minutes: '主任会议纪要〔2026〕4号', changes: '第二条改为两项。' }
const byMeeting = { how: 'meeting', place: '3月20日交办会' }

/** The letter that the tests below carry on with. */
let letter: LetterDetail

describe('a draft', () => {
  it('is proposed with every matter that waits, the seat that answers, and counted limits', async () => {
    const { content, limits } = await proposed()
    expect(content.items.map(({ matter }) => matter)).toEqual([lamps, bridge, canal])
    expect(content.items.map(({ unit }) => unit)).toEqual([
      site.county.roads.unit,
      site.county.roads.unit,
      site.county.water.unit,
    ])
    expect(content.to).toEqual(['公路局', '水利局'])
    expect(content.copies).toEqual(['中共测试县委员会', '测试县人民政府'])
    expect(limits.map(({ kind }) => kind)).toEqual(['plan', 'report', 'reassign'])
    expect(limits[1]?.words.zh).toContain('3个月内')
  })

  it('is read through for vague words, and says what is missing in each demand', async () => {
    const { content } = await proposed()
    const [first, ...others] = content.items
    if (!first) throw new Error('No item')
    const vague = { ...first, request: '要高度重视，进一步加大工作力度。' }
    const told = { ...content, overall: '履职情况总体较好。', items: [vague, ...others] }
    letter = await draft(told)
    const ofFirst = letter.findings.filter(({ place }) => place === lamps)
    expect(ofFirst.map(({ fault }) => fault)).toEqual([
      'vague',
      'vague',
      'what',
      'howMuch',
      'byWhen',
    ])
    expect(ofFirst[0]).toMatchObject({ part: 'request', suggestion: { zh: expect.any(String) } })
  })

  it('is not for units to read', async () => {
    expect((await roads.get(at(letter))).status).toBe(404)
  })

  it('may hold a matter that another letter holds as little as one twice', async () => {
    const { items, ...rest } = await answered(getLetter, await clerk.get(at(letter)))
    const [first] = items
    if (!first) throw new Error('No item')
    const { matter, unit, official, problem, request } = first
    const content = { ...rest.sections, to: rest.to, copies: rest.copies }
    const item = { matter, unit, official, problem, request }
    const other = await clerk.send('POST', letters(), {
      replaces: null,
      content: { ...content, items: [item] },
    })
    expect(await problemIn(other)).toMatchObject({ code: 'letter-item-elsewhere' })
    const twice = await act(clerk, letter, 'revise-letter', {
      content: { ...content, items: [item, item] },
    })
    expect(await problemIn(twice)).toMatchObject({ code: 'letter-item-twice' })
  })
})

describe('the chairs', () => {
  it('approve letter and matters in one act; what the wording still lacks is recorded', async () => {
    const { findings } = letter
    letter = await done(clerk, letter, 'approve-letter', decision)
    expect(letter).toMatchObject({ status: 'approved', minutes: decision.minutes })
    expect(letter.findingsLeft).toBe(findings.length)
    expect(letter.items.map(({ status }) => status)).toEqual(['approved', 'approved', 'approved'])
    const path = `/api/v1/appraisals/${site.county.appraisal}/guide`
    const { guide } = await answered(getAppraisalGuide, await clerk.get(path))
    expect(guide.steps.find(({ step }) => step === 'opinionsApproved')).toMatchObject({
      standing: 'done',
      fromRecord: true,
    })
  })

  it('are not replaced by a working committee', async () => {
    const returned = await done(clerk, letter, 'return-letter', { reason: '补一句总体评价' })
    const wrong = { ...decision, approval: { ...approval, body: 'workingCommittee' } }
    const refused = await act(clerk, returned, 'approve-letter', wrong)
    expect(await problemIn(refused)).toMatchObject({ code: 'letter-body-may-not' })
    letter = await done(clerk, returned, 'approve-letter', decision)
  })
})

describe('the number', () => {
  it('is not given while an approved matter is in no letter', async () => {
    const { county } = site
    const { matter } = await county.raise('站台积水', county.roads.unit)
    await county.step(county.as('clerk'), matter, { type: 'ApproveMatter', approval })
    const refused = await act(clerk, letter, 'issue-letter', { prefix: '云常评意' })
    expect(await problemIn(refused)).toMatchObject({ code: 'letter-leaves-out' })
    const { leftOut } = await answered(listLetters, await clerk.get(letters()))
    expect(leftOut.map(({ title }) => title)).toEqual(['站台积水'])
    await county.step(county.as('clerk'), matter, {
      type: 'ExitMatter',
      exit: 'diverted',
      reason: '转交通部门',
      approval,
    })
    letter = await done(clerk, letter, 'issue-letter', { prefix: '云常评意' })
    expect(letter.reference).toBe('云常评意〔2026〕1号')
  })
})

describe('the hand-over', () => {
  it('takes no matter out of its letter', async () => {
    const { official, unit } = site.county.roads
    const { version } = await answered(getMatter, await clerk.get(`/api/v1/matters/${lamps}`))
    const alone = { version, unit, official, letter: '单独一号' }
    const refused = await clerk.send('POST', stepPath(lamps, 'hand-over-matter'), alone)
    expect(await problemIn(refused)).toMatchObject({ code: 'matter-in-letter' })
  })

  it('hands over all of its matters in one act, under its number', async () => {
    letter = await done(clerk, letter, 'hand-over-letter', byMeeting)
    expect(letter.items.map(({ status }) => status)).toEqual(['issued', 'issued', 'issued'])
    expect(letter.delivery).toMatchObject({ how: 'meeting', by: '3月20日交办会' })
    const { matter } = await answered(getMatter, await clerk.get(`/api/v1/matters/${canal}`))
    expect(matter.handOver?.letter).toBe('云常评意〔2026〕1号')
    expect(letter.items[0]?.due).toBe(letter.limits.find(({ kind }) => kind === 'report')?.due)
  })

  it('is signed for by each unit for its own, and by nobody else', async () => {
    const sign = { signer: '办公室 王某' }
    expect((await act(clerk, letter, 'sign-letter', sign)).status).toBe(403)
    const schools = await site.as('unitStaff', site.county.schools.unit)
    expect((await schools.get(at(letter))).status).toBe(404)
    const signed = await done(roads, letter, 'sign-letter', sign)
    expect(signed.items.map(({ title, status }) => [title, status])).toEqual([
      ['城北路段路灯不亮', 'received'],
      ['桥面破损', 'received'],
    ])
    expect(signed.status).toBe('delivered')
    const again = await act(roads, signed, 'sign-letter', sign)
    expect(await problemIn(again)).toMatchObject({ code: 'letter-signed-already' })
    letter = await answered(getLetter, await clerk.get(at(letter)))
  })
})

describe('an item that went to the wrong unit', () => {
  it('is re-issued to the right one under a number of its own; the days begin anew', async () => {
    const { county } = site
    await county.step(county.as('unitStaff', county.water.unit), canal, {
      type: 'AskReassignment',
      reason: '渠道归教育局校园管理',
    })
    county.clock.goTo(addDays(county.clock.today(), 3))
    await comeIn()
    const { version, matter } = await answered(
      getMatter,
      await clerk.get(`/api/v1/matters/${canal}`),
    )
    const grant = { version, ...county.schools, reason: '在校园围墙内，由教育局承办' }
    await clerk.send('POST', stepPath(canal, 'grant-reassignment'), grant)

    letter = await answered(getLetter, await clerk.get(at(letter)))
    const [, , item] = letter.items
    expect(item?.voided).toMatchObject({ reference: '云常评意〔2026〕1号改1' })
    expect(letter.status).toBe('received')
    const [link] = letter.after
    const reissue = await answered(getLetter, await clerk.get(`/api/v1/letters/${link?.id}`))
    expect(reissue).toMatchObject({ form: 'reissue', status: 'delivered', items: [{ number: 3 }] })
    const moved = await answered(getMatter, await clerk.get(`/api/v1/matters/${canal}`))
    expect(moved.matter.handOver?.letter).toBe('云常评意〔2026〕1号改1')
    const due = (one: typeof moved.matter) => one.rounds.at(-1)?.due ?? ''
    expect(due(moved.matter) > due(matter)).toBe(true)

    expect((await water.get(at(letter))).status).toBe(200)
    const schools = await site.as('unitStaff', county.schools.unit)
    const signed = await done(schools, reissue, 'sign-letter', { signer: '教育局 李某' })
    expect(signed.status).toBe('received')
  })
})

describe('a letter that went wrong as a whole', () => {
  it('is withdrawn before receipt with the reason, and drafted again with the same matters', async () => {
    const { county } = site
    const { matter } = await county.raise('水费收取不公开', county.roads.unit)
    const { content } = await proposed()
    let second = await draft({ ...content, overall: '补充意见。' })
    second = await done(clerk, second, 'approve-letter', decision)
    second = await done(clerk, second, 'issue-letter', { prefix: '云常评意' })
    second = await done(clerk, second, 'hand-over-letter', { how: 'paper', place: '机要交换' })
    second = await done(clerk, second, 'withdraw-letter', { reason: '送错单位，应送水利局' })
    expect(second).toMatchObject({ status: 'withdrawn', reference: '云常评意〔2026〕2号' })
    const free = await answered(getMatter, await clerk.get(`/api/v1/matters/${matter}`))
    expect(free.matter).toMatchObject({ status: 'approved', handOver: null, rounds: [] })

    const again = await proposed(`?replaces=${second.id}`)
    const items = again.content.items.map((item) => ({ ...item, ...county.water }))
    let third = await draft({ ...again.content, items }, second.id)
    third = await done(clerk, third, 'approve-letter', decision)
    third = await done(clerk, third, 'issue-letter', { prefix: '云常评意' })
    third = await done(clerk, third, 'hand-over-letter', { how: 'paper', place: '机要交换' })
    expect(third).toMatchObject({ before: { reference: '云常评意〔2026〕2号' } })
    third = await done(water, third, 'sign-letter', { signer: '水利局 赵某' })
    expect(third.status).toBe('received')
    const late = await act(clerk, third, 'withdraw-letter', { reason: '再撤' })
    expect((await problemIn(late)).code).toMatch(/letter-/)
  })
})

describe('an item that was moved to another unit before anybody signed', () => {
  it('is not signed for by the unit the letter named, but by the one that answers now', async () => {
    const { county } = site
    const kept = await county.raise('沟渠盖板缺失', county.roads.unit)
    const { matter } = await county.raise('涵洞积水', county.roads.unit)
    const { content } = await proposed()
    let third = await draft({ ...content, overall: '再次补充意见。' })
    third = await done(clerk, third, 'approve-letter', decision)
    third = await done(clerk, third, 'issue-letter', { prefix: '云常评意' })
    third = await done(clerk, third, 'hand-over-letter', byMeeting)
    const moving = { ...county.water, cause: 'postTransferred', reason: '职责划转' } as const
    await county.step(county.as('clerk'), matter, { type: 'MoveResponsibility', ...moving })

    const signed = await done(roads, third, 'sign-letter', { signer: '公路局 王某' })
    const statusOf = (id: MatterId) => signed.items.find((item) => item.matter === id)?.status
    expect([statusOf(kept.matter), statusOf(matter)]).toEqual(['received', 'issued'])
    const theirs = county.as('unitStaff', county.water.unit)
    await county.step(theirs, matter, { type: 'SignReceipt', signer: '水利局 赵某' })
    const now = await answered(getMatter, await clerk.get(`/api/v1/matters/${matter}`))
    expect(now.matter).toMatchObject({ status: 'received', unit: county.water.unit })
  })
})

describe('a unit that finds out only after its receipt that nothing of the letter is its business', () => {
  it('asks within the window, owes no report any more once another unit has it, and the letter is not taken back', async () => {
    const { county } = site
    const { matter } = await county.raise('校门口护栏缺损', county.water.unit)
    const { content } = await proposed()
    let other = await draft({ ...content, overall: '补充意见。' })
    other = await done(clerk, other, 'approve-letter', decision)
    other = await done(clerk, other, 'issue-letter', { prefix: '云常评意' })
    other = await done(clerk, other, 'hand-over-letter', { how: 'paper', place: '机要交换' })
    const theirs = county.as('unitStaff', county.water.unit)
    await county.step(theirs, matter, { type: 'SignReceipt', signer: '水利局 赵某' })
    await county.step(theirs, matter, { type: 'AskReassignment', reason: '校园周边归教育局' })
    const taken = await act(clerk, other, 'withdraw-letter', { reason: '送错单位' })
    expect((await problemIn(taken)).code).toBe('letter-already-signed-for')

    other = await done(water, other, 'sign-letter', { signer: '水利局 赵某' })
    const reports = async () => {
      const list = await water.get(`/api/v1/reports?letter=${other.id}`)
      return (await answered(listReports, list)).rows
    }
    const [owed] = await reports()
    expect(owed).toMatchObject({ status: 'owed', unit: county.water.unit })
    const grant = { ...county.schools, reason: '由教育局承办' }
    await county.step(county.as('clerk'), matter, { type: 'GrantReassignment', ...grant })
    expect(await reports()).toEqual([])
    expect((await water.get(`/api/v1/reports/${owed?.id}`)).status).toBe(404)
    other = await answered(getLetter, await clerk.get(at(other)))
    expect(other.items[0]?.voided).toMatchObject({ reference: `${other.reference}改1` })
  })
})

describe('the record of letters', () => {
  it('is rebuilt from the log as it stands', async () => {
    const { database, congress } = site.county
    const { different } = await rebuildViews(database.owner, congress, project, 'compare')
    expect(different).toEqual([])
  })
})
