/**
 * Around the loop, in real browsers on a real database: the public writes without a name and follows her words, what is
 * said at the meeting is on the big screen and becomes an opinion, what is late is chased on paper and signed for; and
 * the proof of all of it verifies. Serves S06, S12, S20.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { runLuoshi, startDemo, type DemoServer } from './support/demo-server.ts'
import { signedIn, type Person } from './support/person.ts'

let server: DemoServer
let folder: string
let clerk: Person

beforeAll(async () => {
  server = await startDemo()
  folder = await mkdtemp(join(tmpdir(), 'luoshi-campaign-'))
  clerk = await signedIn(server, 'clerk')
}, 480_000)

afterAll(async () => {
  await clerk?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

const lamps = '城北路段路灯已经半年不亮，晚上孩子放学要摸黑走路。'

/** The dialog that is open, by its verb. */
async function submit(verb: string): Promise<void> {
  const dialog = clerk.page.getByRole('dialog').last()
  try {
    await dialog.getByRole('button', { name: verb, exact: true }).click({ timeout: 10_000 })
    await dialog.waitFor({ state: 'hidden', timeout: 10_000 })
  } catch (failure) {
    const seen = await dialog.ariaSnapshot().catch(() => 'it is gone')
    throw new Error(`${verb} could not be submitted; the dialog shows:\n${seen}`, {
      cause: failure,
    })
  }
}

async function openTab(name: string): Promise<void> {
  await clerk.open('/appraisals')
  await clerk.page.getByRole('article').first().getByRole('link').first().click()
  await clerk.page.getByRole('tab', { name, exact: true }).click()
}

/** Ticks the first so many of the roster as present. */
async function callRoll(present: number): Promise<void> {
  const boxes = clerk.page.getByRole('dialog').getByRole('checkbox')
  await boxes.first().waitFor()
  const all = await boxes.count()
  for (let at = 0; at < all; at += 1) await boxes.nth(at).setChecked(at < present)
}

describe('somebody of the public', () => {
  it('writes without a name on her phone, and follows her words to a numbered matter', async () => {
    await openTab('征求意见')
    await clerk.page.getByRole('button', { name: '公开征求意见', exact: true }).click()
    await submit('发布')
    const address = clerk.page.getByRole('link', { name: /\/voice\// })
    const path = (await address.getAttribute('href')) ?? ''

    await using phone = await openBrowser({ width: 390, height: 844 })
    const page = await phone.context.newPage()
    await page.goto(server.url + path)
    await page.getByLabel('您的意见').fill(lamps)
    await page.getByRole('button', { name: '提交' }).click()
    const code = await page.getByLabel('回执码').innerText()
    expect(code).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)

    await clerk.page.reload()
    await clerk.page.getByText(lamps).waitFor()
    await clerk.page.getByRole('button', { name: '列为意见', exact: true }).click()
    await clerk.page.getByRole('dialog').getByLabel('事项标题').fill('城北路段路灯不亮')
    await submit('列为意见')
    await clerk.page.getByRole('link', { name: /已列为第\d+号事项/ }).waitFor()

    await page.getByRole('link', { name: '查看办理情况' }).click()
    await page.getByLabel('回执码').fill(code)
    await page.getByRole('button', { name: '查看' }).click()
    await page.getByText(/您的意见已列为第\d+号事项/).waitFor()
    expect(await phone.context.cookies()).toEqual([])
  }, 120_000)
})

describe('the meeting', () => {
  it('is seen live on the big screen, and what is said becomes an opinion on the spot', async () => {
    await openTab('评议会')
    const { page } = clerk
    await page.getByRole('button', { name: '召集评议会', exact: true }).click()
    await page.getByRole('dialog').getByLabel('全体组成人员（应到）').fill('33')
    await submit('召集评议会')
    await page
      .getByRole('link', { name: /进入会场记录/ })
      .first()
      .click()
    await page.getByRole('button', { name: '清点人数、开会', exact: true }).click()
    await callRoll(16)
    await page.getByRole('dialog').getByRole('button', { name: '清点人数、开会' }).click()
    await page.getByText('不足全体组成人员的过半数').waitFor()
    await callRoll(28)
    await submit('清点人数、开会')

    const screen = await page.context().newPage()
    await screen.goto(`${page.url()}/screen`)
    await screen.getByText('应到 33 人，实到 28 人').waitFor()
    await page.bringToFront()
    await page.getByLabel('发言人').fill('温组成')
    const said = '桥面破损的问题，去年评议时也提过，今年为什么又出现？'
    await page.getByLabel('发言内容').fill(said)
    await page.getByLabel('发言内容').press('Enter')
    await screen.getByText(said).waitFor()
    await screen.close()

    await page.getByRole('button', { name: '列为意见', exact: true }).first().click()
    await page.getByRole('dialog').getByLabel('事项标题').fill('桥面破损反复出现')
    await submit('列为意见')
    await page.getByText('已列 1 条意见').waitFor()
  }, 120_000)
})

describe('a paper that chases', () => {
  it('goes to each unit with what it owes, and is signed for there', async () => {
    await clerk.open('/supervision?alarm=late')
    const { page } = clerk
    await page.getByLabel('选择全部').check()
    await page.getByRole('button', { name: '拟发文书', exact: true }).click()
    await submit('发出')
    const papers = page.getByRole('region', { name: '文书' })
    const ofWater = papers.getByRole('row').filter({ hasText: '水利局' })
    await ofWater.getByRole('link').first().waitFor()

    await using water = await signedIn(server, 'water', 390)
    await water.open('/supervision')
    await water.page
      .getByRole('link', { name: /〔\d{4}〕\d+号/ })
      .first()
      .click()
    await water.page.getByRole('button', { name: '签收', exact: true }).click()
    await water.page.getByRole('button', { name: '报告办理情况', exact: true }).waitFor()
  }, 120_000)
})

describe('the proof of it all', () => {
  it('verifies', async () => {
    const file = join(folder, 'proof.jsonl')
    expect(await server.luoshi('export', 'proof', '--out', file)).toMatchObject({ code: 0 })
    const bin = join(import.meta.dirname, '..', 'cli', 'bin', 'luoshi.mjs')
    const verified = await runLuoshi(bin, ['verify', file, '--json'])
    expect(JSON.parse(verified.out)).toMatchObject({ ok: true, failures: [] })
  }, 120_000)
})
