/**
 * A survey whole, in a real browser: designed, a sample drawn before a witness, answered on a phone by its poster and on
 * paper by two typists, closed, read; the same once more after rectification; what changed, on the page of the matter.
 * Each page is looked at as wide as a desk and as two phones. Source: issue 6.
 */
import { readFileSync } from 'node:fs'
import { bareSharesIn } from '@luoshi/domain/surveys/testing/bare-shares'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHousehold, type Household } from './support/browser.ts'
import { act, choose, press } from './support/dialogs.ts'
import { atRest, seriousFindings, sideways } from './support/page-checks.ts'
import { personAt, type Person } from './support/person.ts'
import {
  codes,
  design,
  draft,
  draw,
  lettersAgain,
  reach,
  tab,
  takeOver,
  typeBatch,
} from './support/survey-clerk.ts'
import { runSurveySite, type SurveySite } from './support/survey-site.ts'

let site: SurveySite
let household: Household
const people: Person[] = []

beforeAll(async () => {
  site = await runSurveySite()
  household = await openHousehold()
}, 120_000)

afterAll(async () => {
  for (const one of people) await one[Symbol.asyncDispose]()
  await household?.[Symbol.asyncDispose]()
  await site?.[Symbol.asyncDispose]()
}, 60_000)

async function signedIn(role: string): Promise<Person> {
  const link = site.url + (await site.test(`link/${role}`))
  const person = await personAt(site.url, await household.open(), (page) => page.goto(link))
  people.push(person)
  return person
}

/** Nothing wider than any of the screens; nothing serious for whoever cannot see, at a desk and on the narrowest phone. */
async function looked({ page }: Pick<Person, 'page'>, name: string): Promise<void> {
  for (const width of [390, 360, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await atRest(page)
    expect.soft({ name, width, wide: await sideways(page) }).toEqual({ name, width, wide: [] })
    expect.soft({ name, width, bare: await bareOn(page) }).toEqual({ name, width, bare: [] })
    if (width === 390) continue
    const axe = await seriousFindings(page)
    expect.soft({ name, width, axe }).toEqual({ name, width, axe: [] })
  }
}

/** Percentages on a page that are told without their n and interval, in words, in what is read out, or cut off by the screen. */
async function bareOn(page: Page): Promise<readonly string[]> {
  const { text, cut } = await page.evaluate(() => {
    const said = [...document.querySelectorAll('img[alt]')].map((one) => one.getAttribute('alt'))
    const cells = [...document.querySelectorAll('.sheet-scroll td')].filter((cell) => {
      const box = cell.closest('.sheet-scroll')?.getBoundingClientRect()
      const isShare = (cell.textContent ?? '').includes('%')
      return isShare && box && cell.getBoundingClientRect().right > box.right + 1
    })
    const main = document.querySelector('main')
    return {
      text: [main?.innerText ?? '', ...said].join('\n'),
      cut: cells.map((cell) => cell.textContent ?? ''),
    }
  })
  return [...bareSharesIn(text), ...cut]
}

async function answerOnAPhone(address: string, said: string): Promise<void> {
  await using browsing = await household.open({ width: 360, height: 740 })
  const page = await browsing.context.newPage()
  await page.goto(address)
  await page.getByRole('button', { name: '开始' }).click()
  await page.getByRole('group', { name: '总体评价' }).getByText('不满意', { exact: true }).click()
  await page.getByRole('group', { name: '哪些方面要先改' }).getByText('坑洼').click()
  await page.getByLabel('您的意见建议').fill(said)
  expect(await seriousFindings(page)).toEqual([])
  expect(await sideways(page)).toEqual([])
  await page.getByRole('button', { name: '下一题' }).click()
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('heading', { name: '已收到，谢谢您' }).waitFor()
}

async function closed(clerk: Person): Promise<void> {
  await act(clerk, '截止调查', { 理由: '答卷已经收齐' })
  await tab(clerk, '结果')
}

it('a survey before and after rectification, from its design to the page of the matter', async () => {
  const clerk = await signedIn('clerk')
  const { page } = clerk
  await clerk.open('/surveys')
  await draft(clerk, '城区道路养护群众评议', /坑槽修补慢/)
  await design(clerk)
  await looked(clerk, 'questions')
  await tab(clerk, '对象与渠道')
  await reach(clerk)
  await looked(clerk, 'reach')

  const [address = ''] = new URL(page.url()).pathname.match(/\/surveys\/\w+/) ?? []
  const survey = address.split('/').at(-1) ?? ''
  await tab(clerk, '抽样')
  await draw(clerk, await signedIn('chairs'), `${address}?tab=sample`)
  const sheet = await codes(clerk)
  expect(sheet.trim().split('\r\n')).toHaveLength(31)
  await looked(clerk, 'sample')
  await lettersAgain(clerk, sheet)
  await act(clerk, '开始调查')

  await clerk.open(`${address}/posters`)
  await looked(clerk, 'posters')
  const poster = page.getByRole('article', { name: '政务大厅' })
  expect(
    await poster.getByRole('img').evaluate((img) => 'naturalWidth' in img && img.naturalWidth),
  ).toBeTruthy()
  const link = (await poster.locator('.poster-link').textContent()) ?? ''
  await answerOnAPhone(link, '大柳树路口的坑雨天看不见。')

  await clerk.open(`${address}?tab=reach`)
  await act(clerk, '添加渠道', { 地点: '汽车站' })
  await act(clerk, '停用 二维码海报 汽车站', { 理由: '海报贴错了地方' }, '停用')
  await page.getByText('停用：海报贴错了地方').waitFor()

  await tab(clerk, '代录')
  await act(
    clerk,
    '新建一批',
    async (form) => {
      await choose(clerk, form, '渠道', '城区街道')
      await form.getByLabel('份数', { exact: true }).fill('2')
    },
    '建立',
  )
  await page.waitForURL(/survey-papers/)
  const batch = new URL(page.url()).pathname
  await looked(clerk, 'typing')
  await typeBatch(clerk, [
    ['1', '1'],
    ['2', '2'],
  ])
  const second = await signedIn('team')
  await second.open(batch)
  await typeBatch(second, [
    ['1', '1'],
    ['3', '2'],
  ])
  await clerk.open(batch)
  await page.getByRole('radio', { name: '基本满意' }).check()
  await looked(clerk, 'settling')
  await press(clerk, '入库')
  await page.getByText('2 份已入库').waitFor()

  const heard = `heard/${survey}?population=p2&stratum=s1&channel=c4`
  expect(await site.test(`${heard}&satisfied=9&dissatisfied=21`)).toBe('taken')
  await site.test(`answered/${survey}`)
  await clerk.open(`${address}?tab=coverage`)
  await page
    .getByRole('region', { name: '公路沿线商户' })
    .getByText('入户访问（调查组）：答 30')
    .waitFor()
  await looked(clerk, 'coverage')

  await closed(clerk)
  await page.getByText('30.0%').first().waitFor()
  await looked(clerk, 'results')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('tab', { name: 'Results', exact: true }).waitFor()
  await page.setViewportSize({ width: 360, height: 900 })
  await atRest(page)
  expect(await bareOn(page)).toEqual([])
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByRole('tab', { name: '结果', exact: true }).waitFor()
  await tab(clerk, '留言')
  await takeOver(clerk, '大柳树路口的坑', '大柳树路口积水坑')
  await page.getByRole('link', { name: /^已列为第\d+号事项/ }).waitFor()
  await looked(clerk, 'texts')

  await site.test('day/2026-09-01')
  const later = await signedIn('clerk')
  await later.open(address)
  await act(later, '再问一次', {}, '建立')
  await later.page.getByText('第2次').first().waitFor()
  await act(later, '开始调查')
  const again = new URL(later.page.url()).pathname.split('/').at(-1) ?? ''
  expect(again).not.toBe(survey)
  const told = `heard/${again}?population=p2&stratum=s1&channel=c4`
  expect(await site.test(`${told}&satisfied=25&dissatisfied=5`)).toBe('taken')
  await closed(later)
  await later.open(`/matters/${site.matter}`)
  const effect = later.page.getByRole('region', { name: /^公路沿线商户 .*总体评价/ })
  await effect.getByText('好转', { exact: true }).waitFor()
  await looked(later, 'matter')
}, 240_000)

it('codes that did not go out by message, made for letters', async () => {
  const survey = await site.test('unsent')
  const clerk = await signedIn('clerk')
  const { page } = clerk
  await clerk.open(`/surveys/${survey}?tab=sample`)
  await page.getByRole('region', { name: '有 20 人的邀请短信没有发出' }).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  const saving = page.waitForEvent('download')
  await act(clerk, '改用信函')
  expect(
    readFileSync(await (await saving).path(), 'utf8')
      .trim()
      .split('\r\n'),
  ).toHaveLength(21)
  await page.getByRole('region', { name: '已制作 20 个邀请码' }).waitFor()
  await page.getByText('补做 20 个').waitFor()
  expect(await page.getByText('没有发出').count()).toBe(0)
}, 60_000)
