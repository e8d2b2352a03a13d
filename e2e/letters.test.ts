/**
 * The opinion letter in real browsers on a real database: drafted, read for vague words, approved, issued, handed over,
 * signed by two units; the report answers every item; a spot check is drawn by lot.
 * Serves S02, S05, S07.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemo, type DemoServer } from './support/demo-server.ts'
import { signedIn, type Person } from './support/person.ts'

let server: DemoServer
let clerk: Person
let water: Person
let education: Person

beforeAll(async () => {
  server = await startDemo()
  clerk = await signedIn(server, 'clerk')
  water = await signedIn(server, 'water')
  education = await signedIn(server, 'education', 390)
}, 480_000)

afterAll(async () => {
  for (const person of [clerk, water, education]) await person?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
})

async function submit({ page }: Person, verb: string): Promise<void> {
  const dialog = page.getByRole('dialog').last()
  await dialog.getByRole('button', { name: verb, exact: true }).click({ timeout: 5_000 })
  await dialog.waitFor({ state: 'hidden', timeout: 15_000 })
}

async function press({ page }: Person, verb: string): Promise<void> {
  await page.getByRole('button', { name: verb, exact: true }).first().click()
}

const path = ({ page }: Person) => new URL(page.url()).pathname

describe('an opinion letter', () => {
  let letter: string

  it('is drafted from what is on record, and its vague words are shown with what to write instead', async () => {
    await clerk.open('/appraisals')
    const { page } = clerk
    await page
      .getByRole('link', { name: /陶静宜同志述职评议/ })
      .first()
      .click()
    await page.getByRole('tab', { name: '评议意见书', exact: true }).click()
    await press(clerk, '拟写意见书')
    await page.getByLabel('总体评价').fill('履职情况总体较好，仍须进一步提高思想认识。')
    const reading = page.getByRole('complementary', { name: '用语检查' })
    await reading.getByText('进一步提高思想认识').waitFor()
    const units = page.getByRole('combobox', { name: '承办单位' })
    const seats = [
      [0, '县水利局'],
      [1, '县教育局'],
    ] as const
    for (const [at, unit] of seats) {
      await units.nth(at).click()
      await units.nth(at).fill(unit)
      await units.nth(at).press('Enter')
    }
    await press(clerk, '保存草稿')
    await page.getByRole('button', { name: '登记审定', exact: true }).waitFor()
    letter = path(clerk)
    expect(letter).toMatch(/^\/letters\/letter_/)
  }, 120_000)

  it('is approved by the chairs, numbered, and handed over at a meeting', async () => {
    const { page } = clerk
    await press(clerk, '登记审定')
    await page.getByRole('dialog').getByLabel('会议或文号').fill('第15次主任会议')
    await submit(clerk, '登记审定')
    await press(clerk, '编号印发')
    await submit(clerk, '编号印发')
    await page.getByRole('heading', { level: 1, name: /〔\d{4}〕\d+号/ }).waitFor()
    await press(clerk, '交办')
    await page.getByRole('dialog').getByLabel('哪一次交办会').fill('11月28日交办会')
    await submit(clerk, '交办')
    await page.getByText(/待签收：/).waitFor()
  }, 120_000)

  it('is signed for by two units, each for its own', async () => {
    for (const person of [water, education]) {
      await person.open(letter)
      await press(person, '签收')
      await submit(person, '签收')
      await person.page
        .getByRole('button', { name: '签收', exact: true })
        .waitFor({ state: 'hidden' })
    }
    expect(await education.page.getByText(/承办：\S*教育局/).count()).toBeGreaterThan(0)
    expect(await education.page.getByText(/承办：\S*水利局/).count()).toBe(0)
  }, 120_000)

  it('owes a report in which no item can be skipped', async () => {
    await education.open('/supervision')
    const { page } = education
    const reports = page.getByRole('region', { name: '整改情况报告' })
    await reports.getByRole('link', { name: '县教育局' }).click()
    const accounts = page.getByLabel('做了什么、结果如何')
    const reasons = page.getByLabel('没有完成的原因和下一步安排')
    await accounts.first().waitFor()
    await press(education, '送人大征求意见')
    await page.getByRole('dialog').getByRole('button', { name: '送人大征求意见' }).click()
    await page.getByText(/报告漏了第\d+号/).waitFor()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /取\s*消/ })
      .click()
    for (let at = 0; at < (await accounts.count()); at += 1) {
      await accounts.nth(at).fill(`第${at + 1}项已经整改一半，家长回访满意。`)
      await reasons.nth(at).fill('其余两处等待暑期施工，8月底前完成。')
    }
    await press(education, '保存')
    await page
      .getByText(/已从事项的办理记录汇集/)
      .first()
      .waitFor({ state: 'hidden' })
    await press(education, '送人大征求意见')
    await submit(education, '送人大征求意见')
    await page.getByText('征求意见中').waitFor()

    await clerk.open(path(education))
    await press(clerk, '提出意见')
    await clerk.page.getByRole('dialog').getByLabel('对报告稿的意见').fill('请附施工合同。')
    await submit(clerk, '提出意见')
    await education.page.reload()
    await press(education, '签名正式报送')
    await submit(education, '签名正式报送')
    await page.getByText(/述职人员：陶静宜/).waitFor()
  }, 120_000)
})

describe('a spot check', () => {
  it('is sealed by the clerk, called by the chairs, and drawn so that anyone can compute it again', async () => {
    await clerk.open('/supervision/samples')
    const card = clerk.page.getByRole('region', { name: '可抽查的整改事项' })
    await card.getByRole('button', { name: '封存抽取', exact: true }).click()
    await clerk.page.getByRole('dialog').getByLabel('口令').fill('秋收冬藏')
    await submit(clerk, '封存抽取')
    await using chairs = await signedIn(server, 'chairs')
    await chairs.open('/supervision/samples')
    await press(chairs, '报数')
    await chairs.page.getByRole('dialog').getByLabel('报的数或者词').fill('4721')
    await submit(chairs, '报数')
    await clerk.page.reload()
    await press(clerk, '开封抽取')
    await submit(clerk, '开封抽取')
    await clerk.page
      .getByText(/已抽取 · 从 \d+ 件中抽取 \d+ 件/)
      .first()
      .waitFor()
  }, 120_000)
})
