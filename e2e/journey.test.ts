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
  server = await startDemo()
  folder = await mkdtemp(join(tmpdir(), 'luoshi-journey-'))
}, 240_000)

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
  await form.getByLabel('原因分析').fill('期末赶进度，音体美课没有人监督。')
  await form.getByLabel('整改任务').fill('期末两周体育课、音乐课按课表上足。')
  await form.getByLabel('措施1', { exact: true }).fill('校长每周巡课，随机抽查课表执行情况')
  await form.getByLabel('完成时限').fill(dueOn)
  for (const [who, name, post] of [
    ['谁来管', '陶静宜', '局长'],
    ['谁来抓', '白书华', '副局长'],
    ['谁来做', '柳青', '基教股股长'],
  ] as const) {
    const person = form.getByRole('group', { name: new RegExp(who) })
    await person.getByLabel('姓名').fill(name)
    await person.getByLabel('职务').fill(post)
  }
}

async function countVotes(form: Form, quality: readonly number[]): Promise<void> {
  await form.getByLabel('会议届次').fill('第三十二次常委会会议')
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
    await form.getByLabel('第1人').fill('陶静宜')
    await form.getByLabel('研究意见').fill('专题研究，压实校长责任。')
  })
  await official.take('报送方案', (form) => planFully(form, day(10)))
  await clerk.open(path)
  await clerk.take('同意方案', (form) => form.getByLabel('审核意见').fill('四定齐全，同意。'))
  await official.open(path)
  await official.take('报告进展', async (form) => {
    await form.getByLabel('进展情况').fill('巡课制度已经建立，第一周抽查六所学校。')
    await form.locator('input[type=file]').first().setInputFiles(evidence)
    await form.getByText('巡课记录.txt').first().waitFor()
  })
  await official.take('申请办结', async (form) => {
    await form.getByLabel('整改结果').fill('期末两周音体美课全部按课表开设，巡课记录附后。')
    await form.getByText(/^A/).first().click()
    await form.locator('input[type=file]').first().setInputFiles(evidence)
    await form.getByText('巡课记录.txt').first().waitFor()
    await form.getByLabel('述职人员签名').fill('陶静宜')
  })
  await team.open(path)
  await team.take('登记核查', async (form) => {
    await form.getByLabel('核查日期').fill(day(0))
    await form.getByLabel('核查地点').fill('实验小学')
    await form.getByLabel('核查情况').fill('随堂抽查三个班，均按课表上体育课。')
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

describe('from a matter handed over to a matter struck off', () => {
  it('goes round once more, because quality did not satisfy', async () => {
    await using clerk = await signedIn(server, 'clerk')
    await using official = await signedIn(server, 'education')
    await using team = await signedIn(server, 'team')
    const people = { clerk, official, team }
    const evidence = join(folder, '巡课记录.txt')
    await writeFile(evidence, '第十七周巡课记录：抽查六所学校，体育课均按课表开设。')

    await clerk.open('/matters?status=drafted')
    await clerk.page.getByText('体育课被占').first().click()
    await clerk.page.getByRole('heading', { level: 1, name: /体育课被占/ }).waitFor()
    const path = new URL(clerk.page.url()).pathname
    await clerk.take('登记审定', approve)
    await clerk.take('交办', async (form) => {
      await form.getByLabel('评议意见书文号').fill('清人常〔2026〕21号')
      await form.getByLabel('述职人员').selectOption({ label: '陶静宜 局长' })
    })
    expect(await clerk.status()).toContain('已交办')

    await official.open(path)
    await official.take('签收', (form) => form.getByLabel('签收人').fill('柳青'))
    await rectify(path, people, evidence)
    await judge(path, clerk, [6, 8, 15, 0], '两所学校仍有占课，请继续整改。')
    expect(await clerk.status()).toMatch(/制定方案.*第2轮/s)

    await rectify(path, people, evidence)
    await judge(path, clerk, [25, 4, 0, 0], '')
    expect(await clerk.status()).toContain('测评满意')
    await clerk.take('销号', approve)
    expect(await clerk.status()).toContain('已销号')
  }, 240_000)

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
