/**
 * The voter's page in a browser, against a hall that speaks the product's HTTP and can lose answers: from the link to
 * “cast” and on to the published file. Pages of one contest are looked at by `ballot-journey.test.ts`. Source: ballot.md 2, 3.3, 5, 6, 11.2; issue 5, "Portal".
 */
import { checkSurrender } from '@luoshi/ballots/protocol/surrender'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtPortal } from '../portal/testing/built-portal.ts'
import { openHall } from '../portal/testing/hall.ts'
import type { Hall, HallShape } from '../portal/testing/hall-parts.ts'
import { openHousehold, type Browsing, type Household } from './support/browser.ts'
import { complaintsOf, seriousFindings, sideways } from './support/page-checks.ts'

let household: Household
let portal: Awaited<ReturnType<typeof builtPortal>>
beforeAll(async () => {
  portal = await builtPortal()
  household = await openHousehold()
}, 60_000)
afterAll(() => household?.[Symbol.asyncDispose]())

/** A hall and a phone in it, both gone at the end. */
async function phoneIn(asked: Partial<HallShape> = {}, who?: string) {
  const hall = await openHall(portal, asked)
  const browsing = await household.open({ width: 390, height: 844 })
  if (who !== undefined) {
    const cookie = { name: 'who', value: encodeURIComponent(who), url: hall.url }
    await browsing.context.addCookies([cookie])
  }
  const page = await newPage(browsing)
  return {
    hall,
    browsing,
    page,
    [Symbol.asyncDispose]: async () => {
      await browsing[Symbol.asyncDispose]()
      await hall[Symbol.asyncDispose]()
    },
  }
}

async function newPage(browsing: Browsing): Promise<Page> {
  const page = await browsing.context.newPage()
  page.setDefaultTimeout(30_000)
  // Random waits pass when the test says so; nothing here waits for them.
  await page.clock.install()
  return page
}

const addressOf = (hall: Hall, more = '') => `${hall.url}/vote/${hall.ballot}${more}`

/** Turns the clock on until the text is there: polls, retries and delays happen at once. */
async function soon(page: Page, text: string | RegExp): Promise<void> {
  const awaited = page.getByText(text).first()
  for (let turned = 0; turned < 600; turned += 1) {
    await page.clock.fastForward(30_000)
    const there = await awaited.waitFor({ timeout: 80 }).then(
      () => true,
      () => false,
    )
    if (there) return
  }
  throw new Error(`Not seen: ${String(text)} in\n${await page.locator('main').innerText()}`)
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

async function takeToken(page: Page): Promise<void> {
  await press(page, '领取票证')
  await page.getByRole('heading', { name: '已领票' }).waitFor()
}

/** Marks every question with one of its options and goes to the review. */
async function markAll(page: Page, option: string): Promise<void> {
  for (;;) {
    await page.getByRole('radio', { name: option, exact: true }).check()
    const next = page.getByRole('button', { name: /^(下一项|去检查)$/ })
    const last = (await next.innerText()) === '去检查'
    await next.click()
    if (last) return
  }
}

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

/** What the page keeps in the browser's database, as text. */
async function keptIn(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const asked = indexedDB.open('luoshi-ballots')
        asked.addEventListener('success', () => {
          const all = asked.result.transaction('records').objectStore('records').getAll()
          all.addEventListener('success', () => resolve(JSON.stringify(all.result)))
        })
      }),
  )
}

let looked = 0
/** Nothing sideways at three widths; axe at one of them in turn, at all with LUOSHI_EVERY_WIDTH. */
async function expectSoundEverywhere(page: Page): Promise<void> {
  looked += 1
  for (const [at, width] of [390, 360, 1440].entries()) {
    await page.setViewportSize({ width, height: 844 })
    expect.soft({ width, sideways: await sideways(page) }).toEqual({ width, sideways: [] })
    if (looked % 3 !== at && !process.env['LUOSHI_EVERY_WIDTH']) continue
    expect.soft({ width, axe: await seriousFindings(page) }).toEqual({ width, axe: [] })
  }
  await page.setViewportSize({ width: 390, height: 844 })
}

describe('a member with a phone', { timeout: 120_000 }, () => {
  it('compares, takes, marks, casts and finds the ballots in the file', async () => {
    await using at = await phoneIn({}, '吴敏')
    const { page, hall } = at
    const complaints = complaintsOf(page)
    await page.goto(addressOf(hall))
    await page.getByText('您是：吴敏').waitFor()
    const groups = await page.locator('.groups span').allInnerTexts()
    expect(groups.join('')).toBe(hall.frozen.hash.slice(0, 16))
    await takeToken(page)
    hall.open()
    await soon(page, '第 1 项，共 3 项')
    await page.getByRole('radio', { name: '不满意', exact: true }).check()
    await expectSoundEverywhere(page)
    await markAll(page, '不满意')
    await page.getByRole('heading', { name: '检查后投票' }).waitFor()
    await expectSoundEverywhere(page)
    // A mistake is taken back before anything has left.
    await press(page, '投票（3 张）')
    await press(page, '撤回，再改一改')
    expect(hall.heard.filter(({ who }) => who === 'box')).toEqual([])
    await markAll(page, '基本满意')
    await press(page, '投票（3 张）')
    await soon(page, '每一张都拿到了票箱的回执')
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
    await using at = await phoneIn({}, '吴敏')
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
    await using at = await phoneIn({ contests: ['赵志远　局长', '钱慧敏　局长'] }, '吴敏')
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
    await using at = await phoneIn({ contests: ['赵志远　局长'] }, '吴敏')
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
    await using at = await phoneIn({}, '吴敏')
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
    await using at = await phoneIn({ contests: ['赵志远　局长', '钱慧敏　局长'] }, '吴敏')
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
    await using at = await phoneIn({}, '吴敏')
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

describe('a person with a slip', { timeout: 120_000 }, () => {
  it('comes by its link, and the code is in no address, no log and no memory; a rehearsal says so everywhere', async () => {
    await using at = await phoneIn({ issuers: 2, rehearsal: true, contests: ['赵志远　局长'] })
    const { page, hall } = at
    const band = page.getByRole('note').getByText('演练')
    await page.goto(addressOf(hall, '#slip=slip-3&slip2=slip-3'))
    await page.getByRole('textbox', { name: '票证码', exact: true }).waitFor()
    expect(page.url()).toBe(addressOf(hall))
    expect(await page.title()).toContain('【演练】')
    expect(await band.isVisible()).toBe(true)
    await expectSoundEverywhere(page)
    await takeToken(page)
    expect(await band.isVisible()).toBe(true)
    for (const { line, headers, body } of hall.heard) {
      expect(line + headers).not.toContain('slip-3')
      if (!line.endsWith('/tokens')) expect(body).not.toContain('slip-3')
    }
    expect(await keptIn(page)).not.toContain('slip-3')
    hall.open()
    await soon(page, '第 1 项，共 1 项')
    expect(await band.isVisible()).toBe(true)
    await markAll(page, '满意')
    await press(page, '投票（1 张）')
    await soon(page, '每一张都拿到了票箱的回执')
    expect(await band.isVisible()).toBe(true)
    expect(hall.rows).toHaveLength(1)
  })

  it('is told at once what is missing, and by the server what is wrong', async () => {
    await using at = await phoneIn()
    const { page, hall } = at
    await page.goto(addressOf(hall))
    await press(page, '领取票证')
    await page.getByText('请输入票证码。').waitFor()
    await page.getByRole('textbox', { name: '票证码' }).fill('no-such-slip')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('您不在本项测评的名册上').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    hall.phase = 'voting'
    await soon(page, '这部设备上没有票证')
    expect(await seriousFindings(page)).toEqual([])
  })
})

describe('whoever would rather have paper', { timeout: 60_000 }, () => {
  it('gives the token back as text that the staff take, and the device forgets it', async () => {
    await using at = await phoneIn({ contests: ['赵志远　局长', '钱慧敏　局长'] }, '周正')
    const { page, hall } = at
    await page.goto(addressOf(hall))
    await takeToken(page)
    await press(page, '交回票证，改用纸质票')
    await page.getByRole('button', { name: '交回票证', exact: true }).click()
    await page.getByText('第 1 个码，共 1 个').waitFor()
    const given: unknown = JSON.parse((await page.locator('.tokentext').textContent()) ?? '')
    if (!Array.isArray(given)) throw new Error('no list')
    expect(given).toHaveLength(2)
    for (const one of given) expect((await checkSurrender(hall.frozen, one)).ok).toBe(true)
    await press(page, '工作人员已登记')
    await page.getByRole('heading', { name: '签到领票' }).waitFor()
    expect(await keptIn(page)).toBe('[]')
  })
})

describe('a tablet of the hall', { timeout: 120_000 }, () => {
  it('takes a token from its code, forgets each voter, and still brings the ballots home', async () => {
    await using at = await phoneIn({ contests: ['赵志远　局长', '钱慧敏　局长'] }, '周正')
    const { page, hall } = at
    await page.goto(addressOf(hall))
    await takeToken(page)
    await press(page, '保存票证二维码')
    await page.getByText('第 1 个码，共 1 个　内有 2 张票证').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    const text = (await page.locator('.tokentext').allTextContents()).join('\n')
    hall.open()

    await using tablet = await household.open({ width: 820, height: 1180 })
    const shared = await newPage(tablet)
    await shared.goto(addressOf(hall, '?tablet'))
    await press(shared, '用票证二维码投票')
    await shared.getByLabel('票证数字').fill(`${text} 00300${'1'.repeat(300)}`)
    expect(await seriousFindings(shared)).toEqual([])
    await press(shared, '读入票证')
    await shared.getByRole('radio', { name: '不满意', exact: true }).check()
    // Its holder is called away: the tablet warns, and a touch keeps the token.
    await shared.clock.fastForward(125_000)
    await shared.getByText(/还有 5\d 秒自动清空，没有投出的票证也一起清除/).waitFor()
    await shared.getByRole('heading', { level: 1 }).click()
    await shared.clock.fastForward(30_000)
    await shared.getByText(/秒自动清空/).waitFor({ state: 'hidden' })
    await markAll(shared, '不满意')
    await press(shared, '投票（2 张）')
    // Nobody says that he is done: the tablet returns to its start by itself, with the random minute of this one still on.
    await shared.clock.fastForward(65_000)
    await shared.getByRole('heading', { name: '会场平板' }).waitFor()
    const kept = await keptIn(shared)
    expect(kept).not.toMatch(/"(secret|marks)":/)
    await expect
      .poll(
        async () => {
          await shared.clock.fastForward(20_000)
          return hall.rows.length
        },
        { timeout: 30_000 },
      )
      .toBe(2)
    // The phone's copy of the token is of no use any more.
    await page.goto(addressOf(hall))
    await markAll(page, '满意')
    await press(page, '投票（2 张）')
    await soon(page, '这张票已经投过')
    expect(hall.rows).toHaveLength(2)
  })
})

describe('what is in the way', { timeout: 60_000 }, () => {
  it('a browser that keeps nothing is told where else to vote', async () => {
    await using at = await phoneIn({}, '吴敏')
    const { page, hall } = at
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', {
        value: {
          open: () => {
            throw new DOMException('denied', 'SecurityError')
          },
        },
      })
    })
    await page.goto(addressOf(hall))
    await page.getByRole('heading', { name: '这个浏览器不肯保存票证' }).waitFor()
    await page.getByText('会场平板').waitFor()
    await expectSoundEverywhere(page)
    expect(hall.heard.some(({ line }) => line.endsWith('/tokens'))).toBe(false)
  })

  it('an address without encryption leads to the one with it', async () => {
    await using at = await phoneIn({}, '吴敏')
    const { page, hall } = at
    await page.addInitScript(() => {
      Object.defineProperty(window, 'isSecureContext', { value: false })
    })
    await page.goto(addressOf(hall))
    await page.getByRole('heading', { name: '这个网址不能投票' }).waitFor()
    const secure = page.getByRole('link', { name: '改用加密网址打开' })
    expect(await secure.getAttribute('href')).toMatch(/^https:\/\//)
    await expectSoundEverywhere(page)
  })

  it('whoever cannot read Chinese reads English, and the plain page on trust needs no script', async () => {
    await using at = await phoneIn({}, '吴敏')
    const { page, hall } = at
    await page.goto(addressOf(hall))
    await press(page, 'English')
    await page.getByRole('button', { name: 'Take the token' }).waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    await page.goto(addressOf(hall, '/trust'))
    await page.getByRole('heading', { name: '要相信谁、不必相信谁' }).waitFor()
    await expectSoundEverywhere(page)
  })
})
