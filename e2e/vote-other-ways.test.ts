/**
 * Ways to vote beside one's own phone and account: a slip, paper, a tablet of the hall; and what is in the way.
 * Source: ballot.md 2, 3.3, 5, 6, 11.2; issue 5, "Portal".
 */
import { checkSurrender } from '@luoshi/ballots/protocol/surrender'
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
import { complaintsOf, seriousFindings } from './support/page-checks.ts'

let voting: Voting
beforeAll(async () => {
  voting = await openVoting()
}, 60_000)
afterAll(() => voting?.[Symbol.asyncDispose]())

describe('a person with a slip', { timeout: 120_000 }, () => {
  it('comes by its link, and the code is in no address, no log and no memory; a rehearsal says so everywhere', async () => {
    await using at = await phoneIn(voting, {
      issuers: 2,
      rehearsal: true,
      contests: ['赵志远　局长'],
    })
    const { page, hall } = at
    const band = page.getByRole('note').getByText('演练')
    await page.goto(addressOf(hall, '#slip=slip-3&slip2=slip-3'))
    await page.getByRole('textbox', { name: '票证码', exact: true }).waitFor()
    expect(page.url()).toBe(addressOf(hall))
    expect(await page.title()).toContain('【演练】')
    expect(await band.isVisible()).toBe(true)
    await voterLooksSound(page)
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
    await using at = await phoneIn(voting)
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
    await using at = await phoneIn(voting, { contests: ['赵志远　局长', '钱慧敏　局长'] }, '周正')
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
    await using at = await phoneIn(voting, { contests: ['赵志远　局长', '钱慧敏　局长'] }, '周正')
    const { page, hall } = at
    await page.goto(addressOf(hall))
    await takeToken(page)
    await press(page, '保存票证二维码')
    await page.getByText('第 1 个码，共 1 个　内有 2 张票证').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    const text = (await page.locator('.tokentext').allTextContents()).join('\n')
    hall.open()

    await using tablet = await voting.household.open({ width: 820, height: 1180 })
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

/** Runs in the page: built-ins that came after Chromium 86, on which old WeChat web views stand, are taken away. */
function asInChromium86(): void {
  const taken: readonly (readonly [unknown, readonly string[]])[] = [
    [Array, ['fromAsync']],
    [
      Array.prototype,
      ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'],
    ],
    [
      Object.getPrototypeOf(Uint8Array.prototype),
      ['at', 'findLast', 'toSorted', 'toReversed', 'with'],
    ],
    [Uint8Array, ['fromBase64', 'fromHex']],
    [Uint8Array.prototype, ['toBase64', 'toHex']],
    [String.prototype, ['at', 'isWellFormed', 'toWellFormed']],
    [Object, ['hasOwn', 'groupBy']],
    [Map, ['groupBy']],
    [Set.prototype, ['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf']],
    [Promise, ['withResolvers', 'try']],
    [AbortSignal, ['timeout', 'any']],
    [URL, ['canParse', 'parse']],
    [Crypto.prototype, ['randomUUID']],
    [globalThis, ['structuredClone', 'reportError', 'scheduler', 'Iterator']],
  ]
  for (const [target, names] of taken)
    if (typeof target === 'object' || typeof target === 'function')
      for (const name of names) if (target) Reflect.deleteProperty(target, name)
}

describe('what is in the way', { timeout: 60_000 }, () => {
  it('nothing, in a web view as old as Chromium 86: it takes, marks, casts and finds the ballot', async () => {
    await using at = await phoneIn(voting, { contests: ['赵志远　局长'] }, '吴敏')
    const { page, hall } = at
    await page.addInitScript(asInChromium86)
    const complaints = complaintsOf(page)
    await page.goto(addressOf(hall))
    expect(await page.locator('html').evaluate(() => 'toSorted' in Array.prototype)).toBe(false)
    await takeToken(page)
    hall.open()
    await soon(page, '第 1 项，共 1 项')
    await markAll(page, '基本满意')
    await press(page, '投票（1 张）')
    await soon(page, '每一张都拿到了票箱的回执')
    await hall.close()
    await soon(page, '您的票都在封存文件里')
    expect(complaints.take()).toEqual([])
  })

  it('a browser that keeps nothing is told where else to vote', async () => {
    await using at = await phoneIn(voting, {}, '吴敏')
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
    await voterLooksSound(page)
    expect(hall.heard.some(({ line }) => line.endsWith('/tokens'))).toBe(false)
  })

  it('an address without encryption leads to the one with it', async () => {
    await using at = await phoneIn(voting, {}, '吴敏')
    const { page, hall } = at
    await page.addInitScript(() => {
      Object.defineProperty(window, 'isSecureContext', { value: false })
    })
    await page.goto(addressOf(hall))
    await page.getByRole('heading', { name: '这个网址不能投票' }).waitFor()
    const secure = page.getByRole('link', { name: '改用加密网址打开' })
    expect(await secure.getAttribute('href')).toMatch(/^https:\/\//)
    await voterLooksSound(page)
  })

  it('whoever cannot read Chinese reads English, and the plain page on trust needs no script', async () => {
    await using at = await phoneIn(voting, { rehearsal: true }, '吴敏')
    const { page, hall } = at
    await page.goto(addressOf(hall))
    await page.getByText('演练　不计入任何结果').waitFor()
    await press(page, 'English')
    await page.getByRole('button', { name: 'Take the token' }).waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    // The server's part of the page, too; the title is the county's own.
    await page.getByText('Rehearsal: counts for nothing').waitFor()
    expect(await page.locator('.skip, .sizes, .foot').allInnerTexts()).not.toContainEqual(
      expect.stringMatching(/标准|跳到|无记名/),
    )
    await voterLooksSound(page)
    await page.goto(addressOf(hall, '/trust?lang=en'))
    await page.getByRole('heading', { name: 'Whom to trust, and whom not' }).waitFor()
    expect(await page.locator('main').innerText()).not.toMatch(/[\u4e00-\u9fff]/)
    await page.goto(addressOf(hall, '/trust'))
    await page.getByRole('heading', { name: '要相信谁、不必相信谁' }).waitFor()
    await voterLooksSound(page)
  })
})
