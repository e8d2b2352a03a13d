/**
 * The voter's page in a browser, against a hall that speaks the product's HTTP and can lose answers: from the link to
 * “cast” and on to the published file. Other ways to vote: `vote-other-ways.test.ts`; a whole hall: `ballot-journey.test.ts`.
 * Source: ballot.md 2, 3.3, 5, 6, 11.2; issue 5, "Portal".
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { voterLooksSound } from './support/hall-looks.ts'
import {
  addressOf,
  keptIn,
  markAll,
  newPage,
  openVoting,
  phoneIn,
  press,
  soon,
  takeToken,
  type Voting,
} from './support/hall-voter.ts'
import { complaintsOf, seriousFindings, sideways } from './support/page-checks.ts'

let voting: Voting
beforeAll(async () => {
  voting = await openVoting()
}, 60_000)
afterAll(() => voting?.[Symbol.asyncDispose]())

/** Everything that decides how an option looks, one text for each. */
async function looksOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const shape = new Set(['width', 'inline-size', 'perspective-origin', 'transform-origin'])
    const look = (one: Element) =>
      [...getComputedStyle(one)]
        .filter((name) => !shape.has(name))
        .map((name) => `${name}:${getComputedStyle(one).getPropertyValue(name)}`)
        .join(';')
    return [...document.querySelectorAll('.option')].map((option) =>
      [option, ...option.querySelectorAll('*')].map(look).join('\n'),
    )
  })
}

/** Nothing leaves its place on a narrow phone whose owner has set all text twice as large. */
async function largeTextFits(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  expect.soft(await sideways(page)).toEqual([])
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((one) => {
        const [box, around] = [one, one.parentElement ?? one].map((at) =>
          at.getBoundingClientRect(),
        )
        return box && around && around.width > 0 && box.right > around.right + 1
      })
      .map((one) => one.outerHTML.slice(0, 80)),
  )
  expect.soft(outside).toEqual([])
  await page.evaluate(() => {
    document.documentElement.style.fontSize = ''
  })
  await page.setViewportSize({ width: 390, height: 844 })
}

describe('a member with a phone', { timeout: 120_000 }, () => {
  it('compares, takes, marks, casts and finds the ballots in the file', async () => {
    await using at = await phoneIn(voting, {}, '吴敏')
    const { page, hall } = at
    const complaints = complaintsOf(page)
    await page.goto(addressOf(hall))
    await page.getByText('您是：吴敏').waitFor()
    const groups = await page.locator('.groups span').allInnerTexts()
    expect(groups.join('')).toBe(hall.frozen.hash.slice(0, 16))
    await largeTextFits(page)
    await takeToken(page)
    hall.open()
    await soon(page, '第 1 项，共 3 项')
    await page.getByRole('radio', { name: '不满意', exact: true }).check()
    await voterLooksSound(page)
    await largeTextFits(page)
    await markAll(page, '不满意')
    await page.getByRole('heading', { name: '检查后投票' }).waitFor()
    await voterLooksSound(page)
    await largeTextFits(page)
    // A thumb that is quicker than the phone writes: the review knows the mark all the same.
    await page
      .getByRole('button', { name: /^修改：/ })
      .last()
      .click()
    await press(page, '不选了，留空')
    await page.getByText('还没有选。').waitFor()
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('.option input')?.click()
      document.querySelector<HTMLElement>('.pair button:last-child')?.click()
    })
    await page.getByRole('heading', { name: '检查后投票' }).waitFor()
    expect(await page.locator('.choice').allInnerTexts()).toEqual(['已选', '已选', '已选'])
    // A mistake is taken back before anything has left.
    await press(page, '投票（3 张）')
    await press(page, '撤回，再改一改')
    expect(hall.heard.filter(({ who }) => who === 'box')).toEqual([])
    await markAll(page, '基本满意')
    await press(page, '投票（3 张）')
    await soon(page, '每一张都拿到了票箱的回执')
    await largeTextFits(page)
    expect(hall.rows).toHaveLength(3)
    await hall.close()
    await soon(page, '您的票都在封存文件里')
    expect(complaints.take()).toEqual([])
    // The box learned nothing but the ballots, one by one, all of one length.
    const box = hall.heard.filter(({ who }) => who === 'box')
    expect(box.some(({ headers }) => /cookie|referer|吴敏/i.test(headers))).toBe(false)
    expect(new Set(box.map(({ body }) => body.length)).size).toBe(1)
    const kept = await keptIn(page)
    expect(kept).not.toMatch(/"(secret|marks|inv|pending)":/)
  })

  it('a neighbour reads nothing: eight seconds later all marks look alike', async () => {
    await using at = await phoneIn(voting, {}, '吴敏')
    const { page, hall } = at
    await page.goto(addressOf(hall))
    await takeToken(page)
    hall.open()
    await soon(page, '第 1 项，共 3 项')
    for (const option of ['满意', '不满意', '弃权']) {
      await page.getByRole('radio', { name: option, exact: true }).check()
      await page.mouse.move(0, 0)
      await page.getByText('几秒钟后自动遮住。').waitFor()
      expect(new Set(await looksOf(page)).size).toBe(2)
      await page.clock.fastForward(8_000)
      await page.getByText('已选好，已遮住。').waitFor()
      expect(new Set(await looksOf(page)).size).toBe(1)
    }
    await press(page, '再看一次')
    expect(await page.locator('.options.covered').count()).toBe(0)
    expect(await page.getByRole('radio', { name: '弃权', exact: true }).isChecked()).toBe(true)
  })

  it('loses answers, reloads at the worst moments, uses the keyboard only, and casts once', async () => {
    await using at = await phoneIn(voting, { contests: ['赵志远　局长', '钱慧敏　局长'] }, '吴敏')
    const { page, hall } = at
    hall.faults.loseTokens = 1
    await page.goto(addressOf(hall))
    await page.getByRole('button', { name: '领取票证' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('连不上服务器').waitFor()
    await page.reload()
    await page.getByRole('button', { name: '领取票证' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '已领票' }).waitFor()
    const asked = hall.heard.filter(({ line }) => line.endsWith('/tokens'))
    expect(asked).toHaveLength(2)
    expect(asked[0]?.body).toBe(asked[1]?.body)
    hall.open()
    await soon(page, '第 1 项，共 2 项')
    for (const next of ['下一项', '去检查']) {
      await page.getByRole('radio').first().focus()
      await page.keyboard.press('Space')
      await page.getByText('几秒钟后自动遮住。').waitFor()
      await page.getByRole('button', { name: next }).focus()
      await page.keyboard.press('Enter')
    }
    await page.reload()
    await soon(page, '第 1 项，共 2 项')
    expect(await keptIn(page)).toContain('"marks":[0]')
    for (const next of ['下一项', '去检查']) await press(page, next)
    hall.faults.loseCasts = 3
    await press(page, '投票（2 张）')
    await soon(page, '连不上票箱，自动重试中')
    await page.reload()
    await soon(page, '每一张都拿到了票箱的回执')
    const sent = hall.heard.filter(({ who }) => who === 'box').map(({ body }) => body)
    expect(sent.length).toBeGreaterThan(3)
    expect(new Set(sent).size).toBe(2)
    expect(hall.rows).toHaveLength(2)
  })

  it('keeps to the hall’s clock when its own is wrong, and sends at once before the close', async () => {
    await using at = await phoneIn(voting, { contests: ['赵志远　局长'] }, '吴敏')
    const { page, hall } = at
    hall.faults.ahead = 600_000
    await page.goto(addressOf(hall))
    await takeToken(page)
    hall.closesAt = Date.now() + 3_600_000
    hall.open()
    await soon(page, /距投票结束 (5\d|60):\d\d/)
    await markAll(page, '满意')
    hall.closesAt = Date.now() + 25_000
    await soon(page, /距投票结束 0:\d\d/)
    await press(page, '投票（1 张）')
    const sent = () => hall.heard.filter(({ who }) => who === 'box').length
    await expect.poll(sent, { timeout: 30_000 }).toBeGreaterThan(0)
  })

  it('in a second window says where the first is, and one of the two wins', async () => {
    await using at = await phoneIn(voting, {}, '吴敏')
    const { page, hall, browsing } = at
    await page.goto(addressOf(hall))
    await takeToken(page)
    const second = await newPage(browsing)
    await second.goto(addressOf(hall))
    await second.getByRole('heading', { name: '本页已在另一个窗口打开' }).waitFor()
    expect(await seriousFindings(second)).toEqual([])
    await press(second, '在这里继续')
    await second.getByRole('heading', { name: '已领票' }).waitFor()
    await page.clock.fastForward(2_000)
    await page.getByRole('heading', { name: '本页已在另一个窗口打开' }).waitFor()
  })

  it('is told when a ballot with a receipt is not published, and objects', async () => {
    await using at = await phoneIn(voting, { contests: ['赵志远　局长', '钱慧敏　局长'] }, '吴敏')
    const { page, hall } = at
    await page.goto(addressOf(hall))
    await takeToken(page)
    hall.open()
    await soon(page, '第 1 项，共 2 项')
    await markAll(page, '满意')
    await press(page, '投票（2 张）')
    await soon(page, '每一张都拿到了票箱的回执')
    const dropped = hall.rows[0]?.id ?? ''
    hall.faults.drop.add(dropped)
    await hall.close()
    await soon(page, '不在封存文件里。请提出异议')
    expect(await seriousFindings(page)).toEqual([])
    await press(page, '提出异议')
    await page.getByText('异议已提出').waitFor()
    expect(hall.objections).toHaveLength(1)
    expect(hall.objections[0]).toContain(dropped)
  })

  it('is warned when the ballot it took tokens for is another one now', async () => {
    await using at = await phoneIn(voting, {}, '吴敏')
    const { page, hall } = at
    await page.goto(addressOf(hall))
    await takeToken(page)
    await hall.newRound()
    await soon(page, '票样变了，先不要投票')
    expect(await seriousFindings(page)).toEqual([])
    await press(page, '指纹一致，按新的票样继续')
    await takeToken(page)
  })
})
