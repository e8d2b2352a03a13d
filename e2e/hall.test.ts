/**
 * A secret ballot in the hall through the console: two people prepare it, tellers take their shares, people check in, phones
 * vote over HTTP, the ballots are sealed, tellers open them, the verifier agrees, and the chair announces it.
 * Source: ballot.md §3.3, §5, §6; serves S09.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemo, type DemoServer } from './support/demo-server.ts'
import { castAt, manifestOf, tokenBySlip } from './support/hall-voters.ts'
import { atRest, seriousFindings, sideways } from './support/page-checks.ts'
import { signedIn, type Person } from './support/person.ts'

let server: DemoServer
let clerk: Person
let team: Person
let ballot: string
/** How many may vote: the county’s roll without those on leave and those recused. */
let eligible = 0
const slips: string[] = []
/** What the tellers hold: two shares of three of each lock. */
const shares: string[][] = []

beforeAll(async () => {
  server = await startDemo()
  clerk = await signedIn(server, 'clerk')
  team = await signedIn(server, 'team')
}, 480_000)

afterAll(async () => {
  await team?.[Symbol.asyncDispose]()
  await clerk?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
})

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })

/** A step that asks once more. */
async function take(page: Page, name: string): Promise<void> {
  await button(page, name).click()
  await button(page.getByRole('dialog').last().page(), name).last().click()
}

async function sound(page: Page): Promise<void> {
  await atRest(page)
  expect(await seriousFindings(page)).toEqual([])
}

/** Each takes the own share, types back its last group, and hands on; answers the shares. */
async function ceremony(page: Page, open: () => Promise<void>, holders: number) {
  await open()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '人已到齐，生成钥匙' }).click()
  const seen: string[] = []
  for (let at = 0; at < holders; at += 1) {
    await dialog.getByRole('button', { name: '显示我的一份' }).click()
    const groups = await dialog.locator('.share-slip li').allInnerTexts()
    expect(groups).toHaveLength(14)
    seen.push(groups.join(' '))
    await dialog.getByRole('button', { name: '已抄好（已打印），隐藏' }).click()
    expect(await dialog.locator('.share-slip').count()).toBe(0)
    const last = dialog.getByLabel('请照纸条输入最后一组（4 位）')
    await last.fill('----')
    expect(await dialog.getByRole('button', { name: '无误，换下一位' }).isDisabled()).toBe(true)
    await last.fill((groups.at(-1) ?? '').toLowerCase())
    await dialog.getByRole('button', { name: '无误，换下一位' }).click()
  }
  if (holders === 3) expect(await dialog.locator('.hall-proofs li').count()).toBe(3)
  await dialog.getByRole('button', { name: '登记公钥' }).click()
  await dialog.waitFor({ state: 'hidden' })
  return seen
}

describe('a secret ballot in the hall', { timeout: 120_000 }, () => {
  it('is opened to be cast here, by the roll', async () => {
    const { page } = clerk
    await clerk.open('/appraisals')
    await page
      .getByRole('link', { name: /何志远/ })
      .first()
      .click()
    await page.getByRole('tab', { name: '测评', exact: true }).click()
    await button(page, '登记述职测评').first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('方式', { exact: true }).click()
    await page.getByTitle('本系统投票', { exact: true }).click()
    await dialog.getByText(/^应到 \d+ 人，实到 \d+ 人/).waitFor()
    await button(page, '登记').click()
    await page.waitForURL(/\/ballots\/ballot_/)
    ballot = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await page.getByText('不能防止您自己向他人证明怎么投的').waitFor()
    const told = await page.getByText(/名册上可以投票的 \d+ 人/).innerText()
    eligible = Number(/可以投票的 (\d+) 人/.exec(told)?.[1])
  })

  it('is prepared: keys by the server, two locks by two people, and a fingerprint', async () => {
    const { page } = clerk
    await button(page, '开始准备').click()
    const make = button(page, '请三位监票人到场，生成')
    shares.push(await ceremony(page, () => make.first().click(), 3))
    await page.getByText('双人双锁：第二把锁请另一位监票人').waitFor()
    await team.open(`/ballots/${ballot}`)
    const others = button(team.page, '请三位监票人到场，生成')
    shares.push(await ceremony(team.page, () => others.click(), 3))
    const chief = button(page, '请总监票人到场，生成')
    await ceremony(page, () => chief.click(), 1)
    await expect.poll(() => button(page, '封定票样').isEnabled(), { timeout: 60_000 }).toBe(true)
    await sound(page)
    await take(page, '封定票样')
    await page.getByText('公布票样指纹').waitFor()
    expect(await page.locator('.hall-print.is-big').first().innerText()).toMatch(
      /^([0-9a-f]{4}\s+){3}[0-9a-f]{4}$/,
    )
  })

  it('hands out slips, whose codes are shown this once, and checks people in', async () => {
    const { page } = clerk
    await button(page, '生成领票条').click()
    await page.evaluate(() => {
      window.print = () => undefined
    })
    await button(page, `打印 ${eligible} 张领票条`).click()
    await page.locator('.slip-code').first().waitFor({ state: 'attached' })
    slips.push(...(await page.locator('.slip-code').allTextContents()))
    expect(new Set(slips).size).toBe(eligible)
    await page.reload()
    await page.getByText(`已生成 ${eligible} 张`).waitFor()
    expect(await page.locator('.slip-code').count()).toBe(0)
    await button(page, '开始发票').click()
    await page.getByText(`已发 0 · 应到 ${eligible}`).waitFor()
    await button(page, '领纸质票').nth(8).click()
    await button(page, '领纸质票').last().click()
    await page.getByText('只有 1 人用纸质票，不足 5 人').waitFor()
    expect(await button(page, '发票结束，开始投票').isDisabled()).toBe(true)
    await button(page, '交回纸质票').click()
    await page.getByText('不足 5 人').waitFor({ state: 'hidden' })
    await sound(page)
  })

  it('takes ballots in steps of five, and shows on the screen how many', async () => {
    const { page } = clerk
    const screen = team.page
    const vote = `${server.url}/vote/${ballot}`
    const frozen = await manifestOf(vote)
    const tokens = await Promise.all(
      slips.slice(0, 6).map((slip) => tokenBySlip(vote, frozen, slip)),
    )
    await page.getByText(`已发 6 · 应到 ${eligible}`).waitFor()
    await take(page, '发票结束，开始投票')
    await page.getByText('已发 6 · 已收 0').waitFor()
    await team.open(`/ballots/${ballot}/screen`)
    await screen.getByText('正在投票').waitFor()
    await screen.getByText(/距投票结束 9:/).waitFor()
    const said: number[] = []
    for (const token of tokens.slice(0, 5)) said.push(await castAt(vote, frozen, token, [0]))
    expect(said.slice(0, 4)).toEqual([202, 202, 202, 202])
    await screen.getByText('已发 6 · 已收 5').waitFor()
    for (const token of tokens.slice(5)) await castAt(vote, frozen, token, [0])
    await sound(screen)
    await take(page, '结束投票，封票')
    await page.getByText('已封票，共 6 张选票').waitFor()
  })

  it('opens only after the hash was read from the screen, with two shares of each lock', async () => {
    const { page } = clerk
    const hash = await team.page.locator('.hall-hash span').allInnerTexts()
    expect(hash).toHaveLength(16)
    expect(await page.getByLabel('一位监票人的口令').count()).toBe(0)
    await page.getByLabel('大屏幕上校验码的最后 4 位').fill(hash.at(-1) ?? '')
    const [first, second] = ['第一把计票锁', '第二把计票锁'].map((name) =>
      page.getByRole('region', { name, exact: true }),
    )
    const [one = [], two = []] = shares
    await first?.getByLabel('一位监票人的口令', { exact: true }).fill(two[0] ?? '')
    await first?.getByText('这一份抄错了，或者不是这把锁').waitFor()
    await first?.getByLabel('一位监票人的口令', { exact: true }).fill(one[2] ?? '')
    await first?.getByLabel('另一位监票人的口令').fill(one[2] ?? '')
    await first?.getByText('两次输的是同一份').waitFor()
    await first?.getByLabel('另一位监票人的口令').fill((one[0] ?? '').toLowerCase())
    await first?.getByRole('button', { name: '打开第一把计票锁' }).click()
    await first?.getByText('已打开').waitFor()
    await second?.getByLabel('一位监票人的口令', { exact: true }).fill(two[1] ?? '')
    await second?.getByLabel('另一位监票人的口令').fill(two[2] ?? '')
    await second?.getByRole('button', { name: '打开第二把计票锁' }).click()
    await page.getByText('复核通过。', { exact: true }).waitFor()
    expect(await page.locator('.hall-checks .is-holds').count()).toBeGreaterThan(10)
    await sound(page)
    const verifier = await page.request.get(`${server.url}/verifier.html`)
    expect(await verifier.text()).toContain('<!doctype html>')
  })

  it('tells the chair that all voted alike before anything is shown, and is announced', async () => {
    const { page } = clerk
    await take(page, '确认计票')
    await page.getByText('全票一致，每个人怎么投的都会被知道').waitFor()
    expect(await button(page, '宣布结果').count()).toBe(0)
    expect(await team.page.locator('.hall-screen-result').count()).toBe(0)
    await page.getByLabel('主持人已经知悉').check()
    await page.getByLabel('常委会的要求').fill('请在下次会议上再次报告。')
    await button(page, '宣布结果').click()
    await team.page.locator('.hall-screen-result').waitFor()
    await team.page.getByText('满意 6').first().waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    await atRest(page)
    expect(await sideways(page)).toEqual([])
  })
})
