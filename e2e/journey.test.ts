/**
 * The main job, in real browsers on a real database: opinions become matters, one matter goes the whole way, is found
 * unsatisfactory once, goes round again, satisfies, is struck off; and a stranger can check it. Serves S02–S09, S13.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runLuoshi, startDemo, type DemoServer } from './support/demo-server.ts'
import { signedIn, type Form, type Person } from './support/person.ts'

let server: DemoServer
let folder: string

beforeAll(async () => {
  server = await startDemo('nothing')
  folder = await mkdtemp(join(tmpdir(), 'luoshi-journey-'))
}, 480_000)

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

const day = (offset: number) =>
  new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10)

async function approve(form: Form): Promise<void> {
  await form.getByText('主任会议', { exact: true }).click()
  await form.getByLabel('批准日期').fill(day(0))
  await form.getByLabel('会议或文号').fill('第47次主任会议')
}

async function planFully(form: Form, dueOn: string): Promise<void> {
  await form.getByLabel('原因分析').fill('南门泵站老旧，夜间蓄水不足。')
  await form.getByLabel('整改任务').fill('早晚高峰六楼以上正常用水。')
  await form.getByLabel('措施1', { exact: true }).fill('更换南门泵站两台水泵，夜间提前蓄水')
  await form.getByLabel('完成时限').fill(dueOn)
  for (const [who, name, post] of [
    ['谁来管', '刘明远', '局长'],
    ['谁来抓', '邵立群', '副局长'],
    ['谁来做', '宋佳', '供水股股长'],
  ] as const) {
    const person = form.getByRole('group', { name: new RegExp(who) })
    await person.getByLabel('姓名').fill(name)
    await person.getByLabel('职务').fill(post)
  }
}

async function countVotes(form: Form, quality: readonly number[]): Promise<void> {
  await form.getByLabel('会议届次').selectOption('第十八届人大常委会第三十一次会议')
  for (const [label, count] of [
    ['组成人员总数', 33],
    ['实到人数', 29],
    ['发出票数', 29],
    ['收回票数', 29],
  ] as const) {
    await form.getByLabel(label).fill(String(count))
  }
  const satisfied = [24, 4, 1, 0]
  const rows = [
    ['工作措施', satisfied],
    ['完成时间', satisfied],
    ['整改质量', quality],
  ] as const
  for (const [axis, counts] of rows) {
    const row = form.getByRole('row', { name: new RegExp(axis) })
    for (const [place, count] of counts.entries())
      await row.getByRole('textbox').nth(place).fill(String(count))
  }
}

/** The unit's and the team's part of one round, up to a verified result. */
async function rectify(
  path: string,
  { official, clerk, team }: People,
  evidence: string,
): Promise<void> {
  await official.open(path)
  await official.take('登记班子会议', async (form) => {
    await form.getByLabel('会议日期').fill(day(0))
    await form.getByLabel('第1人').fill('刘明远')
    await form.getByLabel('研究意见').fill('专题研究南门片区水压，成立专班。')
  })
  await official.take('报送方案', (form) => planFully(form, day(10)))
  await clerk.open(path)
  await clerk.take('同意方案', (form) => form.getByLabel('审核意见').fill('四定齐全，同意。'))
  await official.open(path)
  await official.take('报告进展', async (form) => {
    await form.getByLabel('进展情况').fill('第一台水泵已经更换，正在试运行。')
    await form.locator('input[type=file]').first().setInputFiles(evidence)
    await form.getByText('测压记录.txt').first().waitFor()
  })
  await official.take('申请办结', async (form) => {
    await form.getByLabel('整改结果').fill('两台水泵全部更换，高峰水压达标，测压记录附后。')
    await form.getByText(/^A/).first().click()
    await form.locator('input[type=file]').first().setInputFiles(evidence)
    await form.getByText('测压记录.txt').first().waitFor()
    await form.getByLabel('述职人员签名').fill('刘明远')
  })
  await team.open(path)
  await team.take('登记核查', async (form) => {
    await form.getByLabel('核查日期').fill(day(0))
    await form.getByLabel('核查地点').fill('南门小区')
    await form.getByLabel('核查情况').fill('入户三家测压，均达到标准。')
    await form.getByText('属实，可以提请测评').click()
    await form.getByLabel('第1人').fill('秦岚')
  })
}

type People = Readonly<Record<'clerk' | 'official' | 'team', Person>>

async function judge(
  path: string,
  clerk: Person,
  quality: readonly number[],
  reasons: string,
): Promise<void> {
  await clerk.open(path)
  await clerk.take('登记测评', async (form) => {
    await countVotes(form, quality)
    if (reasons !== '') await form.getByLabel('继续整改的理由和要求').fill(reasons)
  })
}

/** Imports a document copied from the web, looks at the proposal, confirms it; answers the path of its first matter. */
async function importOpinions(clerk: Person): Promise<string> {
  const { page } = clerk
  await clerk.open('/imports')
  const dirty = join(import.meta.dirname, 'testdata', '座談會意見（網頁複製）.txt')
  await page.locator('input[type=file]').first().setInputFiles(dirty)
  await page.waitForURL(/imports\/import_/)
  await page.getByRole('article', { name: '意见 1' }).waitFor()
  // Cleaned of pinyin and traditional characters, the web line gone, every paragraph accounted for.
  expect(await page.getByRole('textbox', { name: '意见原话' }).inputValue()).toBe(
    '南门片区供水水压不足，六楼以上早晚高峰用不上水，群众反映多次没有解决。',
  )
  expect(await page.getByRole('region', { name: '原文' }).innerText()).not.toContain('发表了评论')
  const footer = page.getByLabel('归入哪次评议')
  await page.getByText('未处理 0').waitFor()
  await footer.click()
  await page.getByText('清禾县水利局刘明远同志述职评议').last().click()
  await page.getByRole('button', { name: '确认录入', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确认录入', exact: true }).click()
  await page.getByText('已登记 3 条意见').waitFor()
  await clerk.open(`/matters?text=${encodeURIComponent('南门片区')}`)
  await page.getByText('南门片区供水水压不足').first().click()
  await page.getByRole('heading', { level: 1, name: /南门片区供水水压不足/ }).waitFor()
  return new URL(page.url()).pathname
}

describe('from a document copied off the web to a matter struck off', () => {
  it('goes round once more, because quality did not satisfy', async () => {
    await using clerk = await signedIn(server, 'clerk')
    await using official = await signedIn(server, 'water')
    await using team = await signedIn(server, 'team')
    const people = { clerk, official, team }
    const evidence = join(folder, '测压记录.txt')
    await writeFile(evidence, '连续七天测压：六楼以上早晚高峰均在 0.14 MPa 以上。')

    const path = await importOpinions(clerk)
    await clerk.take('登记审定', approve)
    await clerk.take('交办', async (form) => {
      await form.getByLabel('评议意见书文号').fill('清人常〔2026〕21号')
      await form.getByLabel('述职人员').selectOption({ label: '刘明远 局长' })
    })
    await expect.poll(() => clerk.status(), { timeout: 30_000 }).toContain('已交办')

    await official.open(path)
    await official.take('签收', (form) => form.getByLabel('签收人').fill('宋佳'))
    await rectify(path, people, evidence)
    await judge(path, clerk, [6, 8, 15, 0], '南门三栋楼晚高峰仍不稳定，请继续整改。')
    await expect.poll(() => clerk.status(), { timeout: 30_000 }).toMatch(/制定方案.*第2轮/s)

    await rectify(path, people, evidence)
    await judge(path, clerk, [25, 4, 0, 0], '')
    await expect.poll(() => clerk.status(), { timeout: 30_000 }).toContain('测评满意')
    await clerk.take('销号', approve)
    await expect.poll(() => clerk.status(), { timeout: 30_000 }).toContain('已销号')
  }, 480_000)

  it('leaves a ledger that a stranger can check without database or network', async () => {
    const file = join(folder, 'proof.jsonl.gz')
    expect(await server.luoshi('export', 'proof', '--out', file)).toMatchObject({ code: 0 })
    const bin = join(import.meta.dirname, '..', 'cli', 'bin', 'luoshi.mjs')
    const verified = await runLuoshi(bin, ['verify', file, '--json'])
    const found: unknown = JSON.parse(verified.out)
    expect(found).toMatchObject({ ok: true, failures: [] })
    expect(verified.code).toBe(0)
  })
})
