/**
 * A secret ballot, whole: fifteen phones, one of which dies, a voter who turns to paper, one who comes late, three tellers at
 * browsers of their own, at the end a stranger who counts all anew from disk, offline. Then `support/hall-rehearsal.ts`.
 * Source: ballot.md §3.3, §4, §5, §6; issue 5, "A browser journey"; serves S09.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ballotsOf, button, fillPaper, keepsShares, register, take } from './support/hall-desk.ts'
import {
  addressOf,
  freeze,
  makeKeys,
  makeSlips,
  openBallot,
  openHallJourney,
  openLock,
  pageOf,
  rowOf,
  type HallJourney,
} from './support/hall-journey.ts'
import { looksSound } from './support/hall-looks.ts'
import { fingerprintOn, phoneAt, soon, takeToken, vote, type Phone } from './support/hall-phones.ts'
import { rehearsal } from './support/hall-rehearsal.ts'

let hall: HallJourney
let screen: Page
const phones: Phone[] = []
let fingerprint = ''
let checkCode = ''

beforeAll(async () => {
  hall = await openHallJourney()
}, 480_000)

afterAll(() => hall?.[Symbol.asyncDispose]())

/** Of the twelve others who cast; the last leaves it blank. */
const marks = [...Array<string>(7).fill('满意'), '基本满意', '基本满意', '不满意', '不满意', null]
/** Who would rather have paper from the beginning, and who comes when voting is on. */
const onPaper = ['牧云开', '舒望岭', '阮南星', '郁怀谷']
const lateComer = '蓝晓峰'
const paper = ballotsOf({ 满意: '2', 基本满意: '2', 不满意: '1', 废票: '1' })

describe('a secret ballot in the hall', { timeout: 300_000 }, () => {
  it('is opened to be cast here, by the roll', async () => {
    const { page } = hall.clerk
    await openBallot(hall, '何志远', '本系统投票')
    await page.getByText('不能防止您自己向他人证明怎么投的').waitFor()
    await looksSound(page)
  })

  it('is prepared: keys by the server, locks and signing key by three people at three browsers', async () => {
    const { page } = hall.clerk
    await button(page, '开始准备').click()
    await makeKeys(hall)
    await register(page)
    await page.getByText('双人双锁：第二把锁请另一位监票人').waitFor()
    for (const one of [hall.team, hall.chief]) await register(one.page)
    await looksSound(page)
    fingerprint = await freeze(hall, [])
    expect(fingerprint).toMatch(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/)
  })

  it('hands out slips, whose codes are shown this once', async () => {
    const { page } = hall.clerk
    await makeSlips(hall)
    expect(new Set(hall.slips.values()).size).toBe(hall.eligible)
    await looksSound(page)
    await page.reload()
    await page.getByText(`已生成 ${hall.eligible} 张`).waitFor()
    expect(await page.locator('.slip-code').count()).toBe(0)
    await button(page, '开始发票').click()
    await page.getByText(`已发 0 · 应到 ${hall.eligible}`).waitFor()
  })

  it('checks people in: fifteen phones, by session or by slip, each compares the fingerprint first', async () => {
    await hall.team.open(`${pageOf(hall)}/screen`)
    screen = hall.team.page
    await screen.locator('.hall-print span').nth(3).waitFor()
    const shown = (await screen.locator('.hall-print span').allInnerTexts()).join(' ')
    expect(shown).toBe(fingerprint)
    const bySlip = [...hall.slips]
      .filter(([name]) => !['沈怀德', '温若兰'].includes(name))
      .slice(0, 13)
    phones.push(
      ...(await Promise.all([
        ...['chairs', 'member'].map((login) =>
          phoneAt(hall.household, addressOf(hall), { signIn: hall.server.linkOf(login) }),
        ),
        ...bySlip.map(([, slip]) => phoneAt(hall.household, addressOf(hall), { slip })),
      ])),
    )
    const [mine] = phones
    await mine?.page.getByText('您是：沈怀德').waitFor()
    if (mine) await looksSound(mine.page)
    await Promise.all(
      phones.map(async (phone) => {
        await phone.page.locator('.groups').waitFor()
        expect(await fingerprintOn(phone)).toBe(shown)
        await takeToken(phone)
      }),
    )
    await screen.getByText(`已发 15 · 应到 ${hall.eligible}`).waitFor()
    await looksSound(screen)
    if (mine) await looksSound(mine.page)
  })

  it('gives paper for a token that is given up on the phone, and to nobody alone', async () => {
    const { page } = hall.clerk
    const giving = phones[1]?.page
    if (!giving) throw new Error('nobody')
    await button(giving, '交回票证，改用纸质票').click()
    await button(giving, '交回票证').click()
    const text = await giving.locator('.tokentext').textContent()
    await looksSound(giving)
    await button(rowOf(page, '温若兰'), '改用纸质票').click()
    const dialog = page.getByRole('dialog', { name: '温若兰交回票证' })
    await dialog.getByLabel('手机给出的文字').fill('别的文字')
    await dialog.getByText('不是交回票证的文字').waitFor()
    await dialog.getByLabel('手机给出的文字').fill(text ?? '')
    await looksSound(page)
    await button(dialog, '交回票证，改用纸质票').click()
    await dialog.waitFor({ state: 'hidden' })
    await rowOf(page, '温若兰').getByText('纸质票', { exact: true }).waitFor()
    await button(giving, '工作人员已登记，清除本机票证').click()
    await giving.getByText('请向工作人员领取纸质票').waitFor()
    await page.getByText('只有 1 人用纸质票，不足 5 人').waitFor()
    expect(await button(page, '发票结束，开始投票').isDisabled()).toBe(true)
    await page.getByRole('region', { name: '有人迟到' }).getByText('随时可以领票').waitFor()
    for (const name of onPaper) {
      await button(rowOf(page, name), '领纸质票').click()
      await page.getByText('收回不足 5 张，这一轮只能作废重来').waitFor()
      await button(page.getByRole('dialog'), '领纸质票').click()
      await rowOf(page, name).getByText('纸质票', { exact: true }).waitFor()
    }
    await button(rowOf(page, onPaper[0] ?? ''), '交回纸质票').click()
    await page.getByText('只有 4 人用纸质票').waitFor()
    await button(rowOf(page, onPaper[0] ?? ''), '领纸质票').click()
    await button(page.getByRole('dialog'), '领纸质票').click()
    await page.getByText(`已发 14 · 纸质票 5 · 应到 ${hall.eligible}`).waitFor()
    await page.getByText('已发纸质票 5 张，投票结束时至少要收回 5 张，一张也不能少').waitFor()
    await looksSound(page)
  })

  it('takes thirteen ballots in batches; one phone is dead, and who comes late gets paper', async () => {
    const { page } = hall.clerk
    const [dead] = phones.splice(14, 1)
    await dead?.browsing[Symbol.asyncDispose]()
    phones.splice(1, 1)
    const [mine, ...others] = phones
    if (!mine) throw new Error('nobody')
    await take(page, '发票结束，开始投票')
    await page.getByText('已发 14 · 已收 0').waitFor()
    await screen.getByText(/距投票结束 9:/).waitFor()
    await looksSound(screen)
    await soon(mine.page, '第 1 项，共 1 项')
    await looksSound(mine.page)
    await mine.page.getByRole('radio', { name: '基本满意', exact: true }).check()
    await button(mine.page, '去检查').click()
    await looksSound(mine.page)
    await button(mine.page, '上一项').click()
    await Promise.all([
      vote(mine, '基本满意'),
      ...others.map((phone, nth) => vote(phone, marks[nth] ?? null)),
    ])
    await looksSound(mine.page)
    await soon(mine.page, /已发 14 · 已收 \d+/)
    // In batches of five or more; fewer than five wait for the close.
    await screen.getByText(/已发 14 · 已收 (9|1[0-3])$/).waitFor()
    await page.getByText('有人迟到、要改用纸质票、要看谁领了票').click()
    const late = page.getByRole('region', { name: '有人迟到' })
    await late.getByText('可以领纸质票（已有 5 人用纸质票').waitFor()
    await late.getByText('他不在本轮名册上').waitFor()
    await button(rowOf(page, lateComer), '领纸质票').click()
    await button(page.getByRole('dialog'), '领纸质票').click()
    await rowOf(page, lateComer).getByText('纸质票', { exact: true }).waitFor()
    await page.getByText('另有纸质票 6 张').waitFor()
    await page.getByText('已发纸质票 6 张，投票结束时至少要收回 5 张').waitFor()
    await looksSound(page)
    await take(page, '结束投票，封票')
    await page.getByText('已封票，共 13 张选票').waitFor()
    await Promise.all(phones.map((phone) => soon(phone.page, '您的票都在封存文件里')))
    checkCode = await mine.page.locator('.check code').innerText()
    await looksSound(mine.page)
    await Promise.all(phones.map(({ browsing }) => browsing[Symbol.asyncDispose]()))
  })

  it('opens only after the hash was read from the screen, with two tellers of three at each lock', async () => {
    const { page } = hall.clerk
    await screen.locator('.hall-hash span').nth(15).waitFor()
    const hash = await screen.locator('.hall-hash span').allInnerTexts()
    expect(hash).toHaveLength(16)
    await looksSound(screen)
    expect(await page.getByLabel('一位监票人的口令').count()).toBe(0)
    await hall.chief.open(pageOf(hall))
    for (const one of [page, hall.chief.page])
      await one.getByLabel('大屏幕上校验码的最后 4 位').fill(hash.at(-1) ?? '')
    const [one = [], two = []] = hall.held
    const first = page.getByRole('region', { name: '第一把计票锁', exact: true })
    const oneShare = first.getByLabel('一位监票人的口令', { exact: true })
    const otherShare = first.getByLabel('另一位监票人的口令')
    await oneShare.fill(two[0] ?? '')
    await first.getByText('这一份抄错了，或者不是这把锁').waitFor()
    await oneShare.fill(one[2] ?? '')
    await otherShare.fill(one[2] ?? '')
    await first.getByText('两次输的是同一份').waitFor()
    await otherShare.fill((one[0] ?? '').toLowerCase())
    await keepsShares(page)
    await looksSound(page)
    await button(first, '打开第一把计票锁').click()
    await first.getByText('已打开').waitFor()
    await openLock(hall.chief.page, '第二把计票锁', two.slice(1))
    await page.getByText('复核通过。', { exact: true }).waitFor()
  })

  it('counts the paper by two people at the same time, each for himself, and the chief signs', async () => {
    const { page } = hall.clerk
    await hall.team.open(pageOf(hall))
    await Promise.all([
      fillPaper(page, paper),
      fillPaper(hall.team.page, { ...paper, 满意: '3', 基本满意: '1' }),
    ])
    await button(page, '提交纸质票计数').click()
    await page.getByText('您已录入。').waitFor()
    await hall.team.page.getByText('秦小满（人事代表工委）已录入。').waitFor()
    await button(hall.team.page, '提交纸质票计数').click()
    await page.getByText('两人清点的不一致').waitFor()
    await fillPaper(hall.team.page, paper)
    await button(hall.team.page, '提交纸质票计数').click()
    await hall.chief.page.getByLabel('监票人签名钥匙').fill(hall.held[2]?.[0] ?? '')
    await looksSound(hall.chief.page)
    await button(hall.chief.page, '签名').click()
    await page.getByText('其中电子 13、纸质 6').waitFor()
    await expect
      .poll(() => page.locator('.hall-checks .is-holds').count(), { timeout: 60_000 })
      .toBeGreaterThan(10)
    await looksSound(page)
    await take(page, '确认计票')
  })

  it('is announced by the rule book, and goes on paper', async () => {
    const { page } = hall.clerk
    await hall.team.open(`${pageOf(hall)}/screen`)
    expect(await screen.locator('.hall-screen-result').count()).toBe(0)
    await page.getByLabel('常委会的要求').fill('请在下次会议上再次报告。')
    await looksSound(page)
    await button(page, '宣布结果').click()
    await screen.locator('.hall-screen-result').waitFor()
    await screen.getByText('满意 9').first().waitFor()
    await looksSound(screen)
    await page.getByRole('region', { name: '结论' }).getByText('请在下次会议上再次报告。').waitFor()
    for (const paperPage of ['tally', 'announcement']) {
      await hall.clerk.open(`${pageOf(hall)}/${paperPage}`)
      if (paperPage === 'tally') await page.getByText('总监票人（签名）：顾云章').waitFor()
      await looksSound(page)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        button(page, '下载 Word').click(),
      ])
      expect(download.suggestedFilename()).toMatch(/\.docx$/)
    }
    await hall.clerk.open(pageOf(hall))
  })

  it('is counted anew from disk, without a network, by somebody who has only what was published', async () => {
    const { page } = hall.clerk
    const saved = async (link: string, name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: link }).click(),
      ])
      const path = join(hall.folder, name)
      await download.saveAs(path)
      return path
    }
    const zip = await saved('下载公布的文件（zip）', '公布.zip')
    const verifier = await saved('下载离线复核页面', '复核.html')
    await using stranger = await hall.household.open()
    await stranger.context.setOffline(true)
    const own = await stranger.context.newPage()
    await own.goto(pathToFileURL(verifier).href)
    await looksSound(own)
    await own.getByLabel('公布的文件').setInputFiles(zip)
    await own.getByLabel('票样指纹').fill(fingerprint)
    await own.getByLabel('您的核对码').fill(checkCode)
    await button(own, '开始复核').click()
    const answer = own.getByRole('region', { name: '复核结果' })
    await answer.getByText('✓ 复核通过').waitFor()
    const said = await answer.innerText()
    expect(said).toContain('封存选票 13 张')
    expect(said).toMatch(/收回 19 张\s+满意\s+9 票\s+基本满意\s+5 票\s+不满意\s+3 票/)
    expect(said).toMatch(/未填\s+1 票\s+废票\s+1 票/)
    expect(said).toMatch(/您的选票在内：.*基本满意/)
    await looksSound(own)
  })
})

rehearsal(() => hall)
