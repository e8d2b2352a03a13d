/**
 * A secret ballot in the hall, whole: fifteen phones, one of which dies, a voter who turns to paper, one who comes late, three
 * tellers at browsers of their own, and at the end a stranger who counts everything anew from disk without a network.
 * Source: ballot.md §3.3, §4, §5, §6; issue 5, "A browser journey"; serves S09.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHousehold, type Household } from './support/browser.ts'
import { startDemo, type DemoServer } from './support/demo-server.ts'
import { button, ceremony, fillPaper, register, take } from './support/hall-desk.ts'
import { fingerprintOn, phoneAt, soon, takeToken, vote, type Phone } from './support/hall-phones.ts'
import { freePort, isRecord, luoshiEnds, luoshiRuns } from './support/luoshi-process.ts'
import { soundAtBoth } from './support/page-checks.ts'
import { personAt, type Person } from './support/person.ts'

let server: DemoServer
let household: Household
let folder = ''
/** The clerk, and two more who are tellers with him: each at a browser of their own. */
let clerk: Person
let team: Person
let chief: Person
let screen: Page
let ballot = ''
let eligible = 0
/** By name: what is on the slip that was handed to him. */
const slips = new Map<string, string>()
const phones: Phone[] = []
/** What the tellers hold: three shares of each lock, then the key that signs. */
const held: string[][] = []
let fingerprint = ''
let checkCode = ''

const at = (login: string): Promise<Person> =>
  household
    .open()
    .then((browsing) => personAt(server.url, browsing, (page) => page.goto(server.linkOf(login))))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luoshi-published-'))
  ;[server, household] = await Promise.all([startDemo(), openHousehold()])
  ;[clerk, team, chief] = await Promise.all([at('clerk'), at('team'), at('team2')])
}, 480_000)

afterAll(async () => {
  await household?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

/** Of the twelve others who cast; the last leaves it blank. */
const marks = [
  '满意',
  '满意',
  '满意',
  '满意',
  '满意',
  '满意',
  '满意',
  '基本满意',
  '基本满意',
  '不满意',
  '不满意',
  null,
]
/** Who would rather have paper from the beginning, and who comes when voting is on. */
const onPaper = ['牧云开', '舒望岭', '阮南星', '郁怀谷']
const lateComer = '蓝晓峰'
const paper = {
  满意: '2',
  基本满意: '2',
  不满意: '1',
  弃权: '0',
  不了解: '0',
  未填: '0',
  废票: '1',
}

const rowOf = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) })

const address = () => `${server.url}/vote/${ballot}`
const here = () => `/ballots/${ballot}`

async function openBallot(official: string, way: string): Promise<void> {
  const { page } = clerk
  await clerk.open('/appraisals')
  await page
    .getByRole('link', { name: new RegExp(official) })
    .first()
    .click()
  await page.getByRole('tab', { name: '测评', exact: true }).click()
  await button(page, '登记述职测评').first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('方式', { exact: true }).click()
  await page.getByTitle(way, { exact: true }).click()
  await dialog.getByText(/^应到 \d+ 人，实到 \d+ 人/).waitFor()
  await button(page, '登记').click()
  await opened(page)
}

/** Which ballot it is now, and how many may vote in it. */
async function opened(page: Page): Promise<void> {
  await page.waitForURL((url) => url.pathname !== here() && /\/ballots\/ballot_/.test(url.pathname))
  ballot = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const told = await page.getByText(/名册上可以投票的 \d+ 人/).innerText()
  eligible = Number(/可以投票的 (\d+) 人/.exec(told)?.[1])
}

describe('a secret ballot in the hall', { timeout: 300_000 }, () => {
  it('is opened to be cast here, by the roll', async () => {
    const { page } = clerk
    await openBallot('何志远', '本系统投票')
    await page.getByText('不能防止您自己向他人证明怎么投的').waitFor()
    await soundAtBoth(page)
  })

  it('is prepared: keys by the server, locks and signing key by three people at three browsers', async () => {
    const { page } = clerk
    await button(page, '开始准备').click()
    const make = (of: Page) => button(of, '请三位监票人到场，生成')
    await make(page).first().waitFor()
    await Promise.all([team.open(here()), chief.open(here())])
    const first = make(page).first()
    const second = make(team.page).nth(1)
    const signing = button(chief.page, '请总监票人到场，生成')
    held.push(
      ...(await Promise.all([
        ceremony(page, first, 3),
        ceremony(team.page, second, 3),
        ceremony(chief.page, signing, 1),
      ])),
    )
    await register(page)
    await page.getByText('双人双锁：第二把锁请另一位监票人').waitFor()
    for (const one of [team, chief]) await register(one.page)
    await expect.poll(() => button(page, '封定票样').isEnabled(), { timeout: 60_000 }).toBe(true)
    await soundAtBoth(page)
    await take(page, '封定票样')
    await page.getByText('公布票样指纹').waitFor()
    fingerprint = await page.locator('.hall-print.is-big').first().innerText()
    fingerprint = fingerprint.split(/\s+/).join(' ')
    expect(fingerprint).toMatch(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/)
  })

  it('hands out slips, whose codes are shown this once', async () => {
    const { page } = clerk
    await button(page, '生成领票条').click()
    await page.evaluate(() => {
      window.print = () => undefined
    })
    await button(page, `打印 ${eligible} 张领票条`).click()
    const all = page.locator('.slip-sheet section')
    await all.first().waitFor({ state: 'attached' })
    for (const [name = '', code = ''] of await all.evaluateAll((sections) =>
      sections.map((one) =>
        ['.slip-name b', '.slip-code'].map((part) => one.querySelector(part)?.textContent ?? ''),
      ),
    ))
      slips.set(name, code)
    expect(new Set(slips.values()).size).toBe(eligible)
    await soundAtBoth(page)
    await page.reload()
    await page.getByText(`已生成 ${eligible} 张`).waitFor()
    expect(await page.locator('.slip-code').count()).toBe(0)
    await button(page, '开始发票').click()
    await page.getByText(`已发 0 · 应到 ${eligible}`).waitFor()
  })

  it('checks people in: fifteen phones, by session or by slip, each compares the fingerprint first', async () => {
    await team.open(`${here()}/screen`)
    screen = team.page
    const shown = (await screen.locator('.hall-print span').allInnerTexts()).join(' ')
    expect(shown).toBe(fingerprint)
    const bySlip = [...slips].filter(([name]) => !['沈怀德', '温若兰'].includes(name)).slice(0, 13)
    phones.push(
      ...(await Promise.all([
        ...['chairs', 'member'].map((login) =>
          phoneAt(household, address(), { signIn: server.linkOf(login) }),
        ),
        ...bySlip.map(([, slip]) => phoneAt(household, address(), { slip })),
      ])),
    )
    const [mine] = phones
    await mine?.page.getByText('您是：沈怀德').waitFor()
    if (mine) await soundAtBoth(mine.page)
    await Promise.all(
      phones.map(async (phone) => {
        await phone.page.locator('.groups').waitFor()
        expect(await fingerprintOn(phone)).toBe(shown)
        await takeToken(phone)
      }),
    )
    await screen.getByText(`已发 15 · 应到 ${eligible}`).waitFor()
    await soundAtBoth(screen)
    if (mine) await soundAtBoth(mine.page)
  })

  it('gives paper for a token that is given up on the phone, and to nobody alone', async () => {
    const { page } = clerk
    const giving = phones[1]?.page
    if (!giving) throw new Error('nobody')
    await button(giving, '交回票证，改用纸质票').click()
    await button(giving, '交回票证').click()
    const text = await giving.locator('.tokentext').textContent()
    await soundAtBoth(giving)
    await button(rowOf(page, '温若兰'), '改用纸质票').click()
    const dialog = page.getByRole('dialog', { name: '温若兰交回票证' })
    await dialog.getByLabel('手机给出的文字').fill('别的文字')
    await dialog.getByText('不是交回票证的文字').waitFor()
    await dialog.getByLabel('手机给出的文字').fill(text ?? '')
    await soundAtBoth(page)
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
      await button(page.getByRole('dialog'), '领纸质票').click()
      await rowOf(page, name).getByText('纸质票', { exact: true }).waitFor()
    }
    await button(rowOf(page, onPaper[0] ?? ''), '交回纸质票').click()
    await page.getByText('只有 4 人用纸质票').waitFor()
    await button(rowOf(page, onPaper[0] ?? ''), '领纸质票').click()
    await button(page.getByRole('dialog'), '领纸质票').click()
    await page.getByText(`已发 14 · 纸质票 5 · 应到 ${eligible}`).waitFor()
    await soundAtBoth(page)
  })

  it('takes thirteen ballots in batches; one phone is dead, and who comes late gets paper', async () => {
    const { page } = clerk
    const [dead] = phones.splice(14, 1)
    await dead?.browsing[Symbol.asyncDispose]()
    phones.splice(1, 1)
    const [mine, ...others] = phones
    if (!mine) throw new Error('nobody')
    await take(page, '发票结束，开始投票')
    await page.getByText('已发 14 · 已收 0').waitFor()
    await screen.getByText(/距投票结束 9:/).waitFor()
    await soundAtBoth(screen)
    await soon(mine.page, '第 1 项，共 1 项')
    await soundAtBoth(mine.page)
    await mine.page.getByRole('radio', { name: '基本满意', exact: true }).check()
    await button(mine.page, '去检查').click()
    await soundAtBoth(mine.page)
    await button(mine.page, '上一项').click()
    await Promise.all([
      vote(mine, '基本满意'),
      ...others.map((phone, nth) => vote(phone, marks[nth] ?? null)),
    ])
    await soundAtBoth(mine.page)
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
    await soundAtBoth(page)
    await take(page, '结束投票，封票')
    await page.getByText('已封票，共 13 张选票').waitFor()
    await Promise.all(phones.map((phone) => soon(phone.page, '您的票都在封存文件里')))
    checkCode = await mine.page.locator('.check code').innerText()
    await soundAtBoth(mine.page)
    await Promise.all(phones.map(({ browsing }) => browsing[Symbol.asyncDispose]()))
  })

  it('opens only after the hash was read from the screen, with two tellers of three at each lock', async () => {
    const { page } = clerk
    const hash = await screen.locator('.hall-hash span').allInnerTexts()
    expect(hash).toHaveLength(16)
    await soundAtBoth(screen)
    expect(await page.getByLabel('一位监票人的口令').count()).toBe(0)
    await chief.open(here())
    for (const one of [page, chief.page])
      await one.getByLabel('大屏幕上校验码的最后 4 位').fill(hash.at(-1) ?? '')
    const [one = [], two = []] = held
    const first = page.getByRole('region', { name: '第一把计票锁', exact: true })
    const oneShare = first.getByLabel('一位监票人的口令', { exact: true })
    const otherShare = first.getByLabel('另一位监票人的口令')
    await oneShare.fill(two[0] ?? '')
    await first.getByText('这一份抄错了，或者不是这把锁').waitFor()
    await oneShare.fill(one[2] ?? '')
    await otherShare.fill(one[2] ?? '')
    await first.getByText('两次输的是同一份').waitFor()
    await otherShare.fill((one[0] ?? '').toLowerCase())
    await soundAtBoth(page)
    await button(first, '打开第一把计票锁').click()
    await first.getByText('已打开').waitFor()
    const second = chief.page.getByRole('region', { name: '第二把计票锁', exact: true })
    await second.getByLabel('一位监票人的口令', { exact: true }).fill(two[1] ?? '')
    await second.getByLabel('另一位监票人的口令').fill(two[2] ?? '')
    await button(second, '打开第二把计票锁').click()
    await page.getByText('复核通过。', { exact: true }).waitFor()
  })

  it('counts the paper by two people at the same time, each for himself, and the chief signs', async () => {
    const { page } = clerk
    await team.open(here())
    await Promise.all([
      fillPaper(page, paper),
      fillPaper(team.page, { ...paper, 满意: '3', 基本满意: '1' }),
    ])
    await button(page, '提交纸质票计数').click()
    await page.getByText('您已录入。').waitFor()
    await team.page.getByText('秦小满（人事代表工委）已录入。').waitFor()
    await button(team.page, '提交纸质票计数').click()
    await page.getByText('两人清点的不一致').waitFor()
    await fillPaper(team.page, paper)
    await button(team.page, '提交纸质票计数').click()
    await chief.page.getByLabel('监票人签名钥匙').fill(held[2]?.[0] ?? '')
    await soundAtBoth(chief.page)
    await button(chief.page, '签名').click()
    await page.getByText('其中电子 13、纸质 6').waitFor()
    await expect
      .poll(() => page.locator('.hall-checks .is-holds').count(), { timeout: 60_000 })
      .toBeGreaterThan(10)
    await soundAtBoth(page)
    await take(page, '确认计票')
  })

  it('is announced by the rule book, and goes on paper', async () => {
    const { page } = clerk
    await team.open(`${here()}/screen`)
    expect(await screen.locator('.hall-screen-result').count()).toBe(0)
    await page.getByLabel('常委会的要求').fill('请在下次会议上再次报告。')
    await soundAtBoth(page)
    await button(page, '宣布结果').click()
    await screen.locator('.hall-screen-result').waitFor()
    await screen.getByText('满意 9').first().waitFor()
    await soundAtBoth(screen)
    await page.getByRole('region', { name: '结论' }).getByText('请在下次会议上再次报告。').waitFor()
    for (const paperPage of ['tally', 'announcement']) {
      await clerk.open(`${here()}/${paperPage}`)
      if (paperPage === 'tally') await page.getByText('总监票人（签名）：顾云章').waitFor()
      await soundAtBoth(page)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        button(page, '下载 Word').click(),
      ])
      expect(download.suggestedFilename()).toMatch(/\.docx$/)
    }
    await clerk.open(here())
  })

  it('is counted anew from disk, without a network, by somebody who has only what was published', async () => {
    const { page } = clerk
    const saved = async (link: string, name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: link }).click(),
      ])
      const path = join(folder, name)
      await download.saveAs(path)
      return path
    }
    const zip = await saved('下载公布的文件（zip）', '公布.zip')
    const verifier = await saved('下载离线复核页面', '复核.html')
    await using stranger = await household.open()
    await stranger.context.setOffline(true)
    const own = await stranger.context.newPage()
    await own.goto(pathToFileURL(verifier).href)
    await soundAtBoth(own)
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
    await soundAtBoth(own)
  })
})

describe(
  'a rehearsal with the tellers’ own issuer, and a round that is void',
  { timeout: 300_000 },
  () => {
    let issuer = ''
    let tellersSlip = ''
    let phone: Phone
    let port = 0

    it('is prepared with the keys that the tellers’ laptop prints', async () => {
      const { page } = clerk
      issuer = join(folder, '发票机')
      const making = [
        'ballot',
        'issuer',
        'new',
        issuer,
        '--contests',
        '1',
        '--slips',
        '2',
        '--json',
      ]
      const [made] = await Promise.all([
        luoshiEnds(...making, '--print', join(folder, '票条.html')),
        openBallot('陶静宜', '本系统投票（演练）'),
      ])
      const said: unknown = JSON.parse(made.out)
      if (!isRecord(said) || !Array.isArray(said['slips'])) throw new Error(made.err)
      tellersSlip = String(said['slips'].filter(isRecord)[0]?.['code'])
      expect(await readFile(join(folder, '票条.html'), 'utf8')).toContain(tellersSlip)
      port = await freePort()
      await page.getByText('两台发票机：系统和监票人的电脑各发一道').click()
      await button(page, '开始准备').click()
      await button(page, '请三位监票人到场，生成').first().waitFor()
      await Promise.all([team.open(here()), chief.open(here())])
      await button(chief.page, '登记发票机').click()
      const dialog = chief.page.getByRole('dialog')
      await dialog.getByLabel('网址').fill(`http://127.0.0.1:${port}`)
      await dialog.getByLabel('公钥').fill('[]')
      await dialog.getByText('不是发票机给出的文字，或者把数不对').waitFor()
      await dialog.getByLabel('公钥').fill(JSON.stringify(said['keys']))
      await soundAtBoth(chief.page)
      await button(dialog, '登记发票机').click()
      await chief.page.getByText(`http://127.0.0.1:${port}，公钥 1 把`).waitFor()
      const make = (of: Page) => button(of, '请三位监票人到场，生成')
      await Promise.all([
        ceremony(page, make(page).first(), 3),
        ceremony(team.page, make(team.page).nth(1), 3),
        ceremony(chief.page, button(chief.page, '请总监票人到场，生成'), 1),
      ])
      for (const one of [page, team.page, chief.page]) await register(one)
      await expect.poll(() => button(page, '封定票样').isEnabled(), { timeout: 60_000 }).toBe(true)
      await take(page, '封定票样')
      await button(page, '生成领票条').click()
      await page.evaluate(() => {
        window.print = () => undefined
      })
      await button(page, `打印 ${eligible} 张领票条`).click()
      slips.set('沈怀德', (await page.locator('.slip-code').first().textContent()) ?? '')
      await button(page, '开始发票').click()
      await page.getByText(`已发 0 · 应到 ${eligible}`).waitFor()
    })

    it('takes both slips for one token, and the tellers’ list as their program prints it', async () => {
      const { page } = clerk
      const manifest = join(folder, 'manifest.json')
      const frozen = await fetch(`${address()}/manifest.json`)
      await writeFile(manifest, new Uint8Array(await frozen.arrayBuffer()))
      const serve = ['ballot', 'issuer', 'serve', issuer, '--manifest', manifest]
      await using laptop = await luoshiRuns(...serve, '--port', String(port))
      expect(laptop.said['fingerprint']).toMatch(/^[0-9a-f]{4} /)
      phone = await phoneAt(household, address(), {
        slip: slips.get('沈怀德') ?? '',
        second: tellersSlip,
      })
      await phone.page.getByRole('textbox', { name: '第二道票证码' }).waitFor()
      await soundAtBoth(phone.page)
      await takeToken(phone)
      const issued = await luoshiEnds('ballot', 'issuer', 'issued', issuer)
      await take(page, '发票结束，开始投票')
      const list = page.getByLabel('监票人发票机发给了谁')
      await list.fill('[{"c":0,')
      await page.getByText('不是发票机给出的文字，或者没有贴全').waitFor()
      expect(await button(page, '结束投票，封票').isDisabled()).toBe(true)
      await list.fill(issued.out)
      await page.getByText('现有 1 张').waitFor()
      expect(await button(page, '结束投票，封票').isEnabled()).toBe(true)
    })

    it('is void for one who comes late, and held again with him on the roll', async () => {
      const { page } = clerk
      await page.getByText('有人迟到、要改用纸质票、要看谁领了票').click()
      const late = page.getByRole('region', { name: '有人迟到' })
      await late.getByText('也不能领纸质票').waitFor()
      expect(await button(rowOf(page, '顾云章'), '领纸质票').isDisabled()).toBe(true)
      await soundAtBoth(page)
      await button(late, '作废本轮，重新来一轮').click()
      const dialog = page.getByRole('dialog', { name: '这次测评作废' })
      await dialog.getByLabel('理由').fill('费一诺委员赶到会场。')
      await button(dialog, '作废').click()
      await dialog.waitFor({ state: 'hidden' })
      await soon(phone.page, '这一轮作废，重新投票')
      await soundAtBoth(phone.page)
      const before = { ballot, eligible }
      await button(page, '重新测评').click()
      await page.getByLabel('费一诺 签到名单').click()
      await page.locator('.ant-select-dropdown:visible').getByTitle('到会', { exact: true }).click()
      await soundAtBoth(page)
      await button(page, '登记').click()
      await opened(page)
      expect(ballot).not.toBe(before.ballot)
      expect(eligible).toBe(before.eligible + 1)
      await page.getByText('演练　不计入任何结果').waitFor()
      await soon(phone.page, '到新一轮重新领票')
      await phone.page.getByRole('link', { name: '到新一轮重新领票' }).click()
      await phone.page.waitForURL(address())
      await soon(phone.page, '票样正在准备')
    })
  },
)
