import { hashOfBook } from '@luoshi/domain/rule-books/hash-of-book'
import { seedRuleBook } from '@luoshi/domain/rule-books/resolve-rule-book'
import type { RuleBook, SettingKey } from '@luoshi/domain/rule-books/rule-book'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval } from '../../testing/test-county.ts'
import { testSite, type Browser, type TestSite } from '../../testing/test-site.ts'
import { appraisalRow } from '../contract/appraisals.ts'
import { countyBookRow, listCountyBooks, type CountyBookRow } from '../contract/county-books.ts'
import { problem } from '../contract/problem.ts'
import { getFrozenBook, listRuleBooks } from '../contract/rule-books.ts'
import { bookKind } from './book-kind.ts'
import { completed } from './county-books.ts'

let site: TestSite
let clerk: Browser
beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
})
afterAll(() => site[Symbol.asyncDispose]())

type Parsing<Value> = Readonly<{ parse: (raw: unknown) => Value }>

const post = (by: Browser, path: string, body: unknown) => by.send('POST', `/api/v1/${path}`, body)

async function told<Value>(schema: Parsing<Value>, answer: Response): Promise<Value> {
  const raw: unknown = await answer.json()
  if (answer.status !== 200) throw new Error(JSON.stringify(raw))
  return schema.parse(raw)
}

const problemOf = async (answer: Response) => problem.parse(await answer.json())
const source = { text: '本县办法第九条', ref: '本县述职评议办法', verified: true }
const name = '测试县人大常委会述职评议办法'

const draft = (from: unknown, by = clerk) => post(by, 'county-books', { name, from })
const step = (row: CountyBookRow, one: unknown, by = clerk) =>
  post(by, `county-books/${row.id}/steps`, { version: row.version, told: one })
const change = async (row: CountyBookRow, key: SettingKey, value: unknown) =>
  told(countyBookRow, await step(row, { type: 'ChangeSetting', key, value, source }))
const rowsOf = async () =>
  (await told(listCountyBooks.answer, await clerk.get('/api/v1/county-books'))).rows
const adopting = { type: 'AdoptRuleBook', approval: { ...approval, body: 'standingCommittee' } }

async function openUnder(ruleBook: string) {
  const { roads } = site.county
  const opening = { title: '评议', ...roads, ruleBook, session: '第31次会议' }
  return post(clerk, 'appraisals', opening)
}

const frozenIn = async (appraisal: string) =>
  told(getFrozenBook.answer, await clerk.get(`/api/v1/appraisals/${appraisal}/rule-book`))

describe('a county’s own rules', () => {
  it('are drafted, refused while they contradict themselves, mended, adopted, and frozen into an appraisal', async () => {
    let book = await told(countyBookRow, await draft({ kind: 'profile', profile: 'nanchang' }))
    expect(book).toMatchObject({ standing: 'draft', usedBy: 0, contradictions: [] })
    expect((await openUnder(book.id)).status).toBe(409)

    book = await change(book, 'planDue', { count: 6, unit: 'month', from: 'receipt' })
    expect(book.contradictions).toMatchObject([{ key: 'planDue' }])
    const refusedAdoption = await problemOf(await step(book, adopting))
    expect(refusedAdoption.code).toBe('book-contradicts-itself')
    expect(JSON.stringify(refusedAdoption)).toContain('“整改方案报送时限”：整改方案的时限晚于')

    book = await change(book, 'planDue', { count: 20, unit: 'day', from: 'receipt' })
    const byDeputy = { type: 'AdoptRuleBook', approval: { ...approval, body: 'deputyDirector' } }
    expect((await problemOf(await step(book, byDeputy))).code).toBe('adopted-by-whom')
    book = await told(countyBookRow, await step(book, adopting))
    expect(book).toMatchObject({ standing: 'current', book: { edition: 1, changed: ['planDue'] } })

    const { rows } = await told(listRuleBooks.answer, await clerk.get('/api/v1/rule-books'))
    expect(rows[0]).toMatchObject({ key: book.id, name, isOwn: true, edition: 1 })
    const opened = await told(appraisalRow, await openUnder(book.id))
    const frozen = await frozenIn(opened.id)
    expect(frozen.version).toEqual({ book: book.id, edition: 1, hash: hashOfBook(frozen.frozen) })
    expect(frozen.book.settings.planDue.value.count).toBe(20)

    // A new version changes nothing that was opened under the old one, and only the new one can be chosen.
    let next = await told(countyBookRow, await draft({ kind: 'version', book: book.id }))
    expect((await problemOf(await draft({ kind: 'version', book: book.id }))).code).toBe(
      'book-already-there',
    )
    next = await change(next, 'planDue', { count: 30, unit: 'day', from: 'receipt' })
    await told(countyBookRow, await step(next, adopting))
    const standings = (await rowsOf()).map(
      ({ book: { edition }, standing, usedBy }) => `第${edition}版 ${standing} ${usedBy}`,
    )
    expect(standings.toSorted()).toEqual(['第1版 superseded 1', '第2版 current 0'])
    expect(await frozenIn(opened.id)).toEqual(frozen)
    expect((await problemOf(await openUnder(book.id))).code).toBe('no-such-rule-book')
  })

  it('are never edited once adopted, nor is a draft adopted unseen', async () => {
    const draftBook = await told(countyBookRow, await draft({ kind: 'profile', profile: 'seed' }))
    const adopted = await told(countyBookRow, await step(draftBook, adopting))
    const editing = { type: 'ChangeSetting', key: 'silenceDays', value: 20, source }
    expect((await problemOf(await step(adopted, editing))).code).toBe('book-not-a-draft')
    expect((await problemOf(await step(draftBook, adopting))).code).toBe('version-conflict')

    const withdrawing = { type: 'WithdrawRuleBook', approval, reason: '省条例已有规定' }
    const withdrawn = await told(countyBookRow, await step(adopted, withdrawing))
    expect(withdrawn.standing).toBe('withdrawn')
    expect((await rowsOf()).some(({ id }) => id === adopted.id)).toBe(true)
    expect((await problemOf(await openUnder(adopted.id))).code).toBe('no-such-rule-book')
  })

  it('are written by two at once, each another setting; of one setting, one of them is told', async () => {
    const row = await told(countyBookRow, await draft({ kind: 'profile', profile: 'seed' }))
    const changing = (key: SettingKey, value: unknown) =>
      step(row, { type: 'ChangeSetting', key, value, source })
    const apart = await Promise.all([
      changing('silenceDays', 21),
      changing('warningRounds', 3),
      changing('remindDays', 9),
      step(row, { type: 'NameRuleBook', name: '两个人起草的办法' }),
    ])
    expect(apart.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const answer = await clerk.get(`/api/v1/county-books/${row.id}`)
    const now = await told(countyBookRow, answer)
    expect(now.version).toBe(row.version + 4)
    const { silenceDays, warningRounds, remindDays } = now.book.book.settings
    expect([silenceDays, warningRounds, remindDays].map(({ value }) => value)).toEqual([21, 3, 9])
    expect(now.book.book.name).toBe('两个人起草的办法')

    const same = await Promise.all(
      [30, 40].map((value) =>
        step(now, { type: 'ChangeSetting', key: 'silenceDays', value, source }),
      ),
    )
    expect(same.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const late = same.find(({ status }) => status === 409)
    expect(late && (await problemOf(late)).code).toBe('version-conflict')
  })

  it('take a setting only with its source, and only what its guard can read', async () => {
    const row = await told(countyBookRow, await draft({ kind: 'profile', profile: 'seed' }))
    const wrong = [
      { type: 'ChangeSetting', key: 'warningRounds', value: 0, source },
      { type: 'ChangeSetting', key: 'warningRounds', value: 2, source: { ...source, text: ' ' } },
    ]
    const codes = await Promise.all(
      wrong.map(async (one) => (await problemOf(await step(row, one))).code),
    )
    expect(codes).toEqual(['setting-refused', 'setting-refused'])
    expect((await step(row, { ...wrong[0], key: 'planduedate' })).status).toBe(400)
    const dropped = await told(countyBookRow, await step(row, { type: 'DropRuleBook' }))
    expect(dropped.standing).toBe('dropped')
  })

  it('are the clerk’s to write; a unit reads only what it is judged by', async () => {
    const from = { kind: 'profile', profile: 'seed' }
    const { appraisal, roads } = site.county
    const unit = await site.as('unitStaff', roads.unit)
    for (const by of [await site.as('member'), await site.as('admin'), unit])
      expect((await draft(from, by)).status).toBe(403)
    expect((await unit.get('/api/v1/county-books')).status).toBe(404)
    expect((await unit.get('/api/v1/rule-books')).status).toBe(200)
    expect((await clerk.get(`/api/v1/appraisals/${appraisal}/rule-book`)).status).toBe(200)
  })
})

describe('a version written before a setting was thought of', () => {
  it('is read with the neutral default for it, and stays choosable', async () => {
    const { congress, world } = site.county
    const row = await told(countyBookRow, await draft({ kind: 'profile', profile: 'seed' }))
    const loaded = await bookKind.load(world.db, congress, row.id)
    const { officialBallot, ...older } = seedRuleBook().settings
    const old: RuleBook = JSON.parse(JSON.stringify({ ...seedRuleBook(), settings: older }))
    expect(officialBallot).toBeDefined()
    if (loaded.state.status === 'none') throw new Error('no draft')
    const shown = completed({ ...loaded.state, book: old })
    expect(shown.book.settings.officialBallot.source.verified).toBe(false)
  })
})
