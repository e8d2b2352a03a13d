/**
 * One clerk, from an empty data folder to two archived appraisals, in real browsers on a real database: everything in
 * one's own account, the public on its phone, no clock moved. Serves S01–S13, S23 and the must-show of issue 3.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  adoptRules,
  archive,
  openAppraisal,
  planYear,
  enterPhase,
  registerMember,
  registerOfficial,
  registerUnit,
} from './support/campaign/office.ts'
import {
  askForSelfCheck,
  callThePublic,
  checkThemselves,
  investigate,
  openTask,
  record,
} from './support/campaign/before-meeting.ts'
import { closeMeeting, convene, judgeOfficial, takeDown } from './support/campaign/meeting.ts'
import { deliverLetter, report } from './support/campaign/letter.ts'
import { handElsewhere, judge, rectify, strikeOff, transfer } from './support/campaign/rectify.ts'
import { openHousehold, type Household } from './support/browser.ts'
import { act } from './support/dialogs.ts'
import { found, invite, type Invited } from './support/founding.ts'
import {
  dataFolder,
  isRecord,
  luoshiEnds,
  luoshiRuns,
  type LuoshiProcess,
} from './support/luoshi-process.ts'
import type { Person } from './support/person.ts'

let data: Awaited<ReturnType<typeof dataFolder>>
let server: LuoshiProcess
let folder: string
let household: Household
let admin: Person
let clerk: Person
let team: Person
let staff: Person
let water: Person
let schools: Person
let successor: Person
let meeting = ''
let matter = ''
let evidence = ''
let paths: Readonly<Record<'water' | 'schools', string>>

beforeAll(async () => {
  data = await dataFolder()
  folder = await mkdtemp(join(tmpdir(), 'luoshi-whole-'))
  evidence = join(folder, '测压记录.txt')
  household = await openHousehold()
  server = await luoshiRuns('serve', '--data', data.path, '--port', '0')
}, 240_000)

afterAll(async () => {
  for (const one of [admin, clerk, team, staff, water, schools, successor])
    await one?.[Symbol.asyncDispose]()
  await household?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
  await data?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
}, 60_000)

const comesIn = async (invited: Invited, width = 1440) =>
  invite(server.url, await household.open({ width }), admin, invited)

const gap = '取水许可告知书没有逐件送达。'
const pressure = '南门片区水压不足'
const lamps = '城北路段路灯已经半年不亮，晚上孩子放学要摸黑走路。'

async function matterCalled(title: string): Promise<string> {
  await clerk.open(`/matters?text=${encodeURIComponent(title)}`)
  await clerk.page
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .click()
  await clerk.page.getByRole('heading', { level: 1, name: new RegExp(title) }).waitFor()
  return new URL(clerk.page.url()).pathname
}

describe('an empty congress', () => {
  it('is founded by the key ceremony, and its people set their own passwords', async () => {
    admin = await found(server.url, await household.open(), String(server.said['setup']))
    clerk = await comesIn({ login: 'clerk', name: '方以宁', role: '工委经办人' })
    for (const unit of ['水利局', '教育局']) await registerUnit(clerk, unit)
    await registerOfficial(clerk, '水利局', '刘明远')
    await registerOfficial(clerk, '教育局', '陶静宜')
    team = await comesIn({ login: 'team', name: '秦岚', role: '评议调查组' })
    staff = await comesIn({ login: 'songjia', name: '宋佳', role: '承办单位', unit: '水利局' })
    const head = { role: '述职人员', unit: '水利局', official: '刘明远' }
    water = await comesIn({ login: 'liumingyuan', name: '刘明远', ...head }, 390)
    const other = { role: '述职人员', unit: '教育局', official: '陶静宜' }
    schools = await comesIn({ login: 'taojingyi', name: '陶静宜', ...other })
    for (const name of ['顾启明', '温若兰', '秦岚']) await registerMember(clerk, name)
  }, 180_000)

  it('adopts its own rules and a plan of the year, and opens two appraisals from it', async () => {
    await adoptRules(clerk)
    await planYear(clerk, ['水利局', '教育局'])
    paths = { water: await openAppraisal(clerk, 0), schools: await openAppraisal(clerk, 1) }
    await clerk.open(paths.water)
    await clerk.page.getByText('云委〔2026〕30号').waitFor()
    const now = clerk.page.getByRole('region', { name: '现在做什么' })
    await now.getByText('评议通知送达').first().waitFor()
  }, 180_000)
})

describe('before the meeting', () => {
  it('serves notice and asks the public, who writes without an account', async () => {
    for (const path of [paths.water, paths.schools])
      await record(clerk, path, '评议通知送达', '云常通〔2026〕8号')
    const call = await callThePublic(clerk, paths.water)
    await using phone = await household.open({ width: 390, height: 844 })
    const page = await phone.context.newPage()
    await page.goto(server.url + call)
    await page.getByLabel('您的意见').fill(lamps)
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByLabel('回执码').waitFor()
  }, 120_000)

  it('finds gaps by itself; staff prepare, the official submits on the phone', async () => {
    for (const path of [paths.water, paths.schools]) {
      await enterPhase(clerk, path, '自查自纠')
      await askForSelfCheck(clerk, path)
    }
    await checkThemselves(staff, water, gap)
    await checkThemselves(schools, schools, '课后服务收费没有逐校公示。')
  }, 180_000)

  it('is investigated; a problem becomes a matter at once', async () => {
    await enterPhase(clerk, paths.water, '调查')
    await investigate(clerk, team, paths.water, pressure)
    await clerk.open(paths.water)
    for (const step of ['动员会', '征求意见公告', '自查报告', '调查报告'])
      await clerk.page
        .getByRole('listitem')
        .filter({ hasText: step })
        .first()
        .getByText('已完成')
        .waitFor()
  }, 180_000)
})

describe('the meeting', () => {
  it('hears both, and what is said becomes an opinion', async () => {
    await enterPhase(clerk, paths.schools, '调查')
    for (const path of [paths.water, paths.schools]) {
      await enterPhase(clerk, path, '评议会')
      await record(clerk, path, '述职报告正式稿')
    }
    meeting = await convene(clerk, paths.water, /教育局/)
    await takeDown(clerk, '课后服务收费为什么没有公示？', '课后服务收费不公示', /教育局/)
  }, 120_000)

  it('judges both officials by a ballot that two people enter', async () => {
    for (const path of [paths.water, paths.schools]) await judgeOfficial(clerk, team, path)
    await closeMeeting(clerk, meeting)
  }, 120_000)
})

describe('the letter and the first round', () => {
  it('takes up what the public wrote, and hands elsewhere what is not the committee’s', async () => {
    await clerk.open(`${paths.water}?tab=voices`)
    await clerk.page.getByText(lamps).waitFor()
    await act(clerk, '列为意见', { 事项标题: '城北路段路灯不亮' })
    await handElsewhere(clerk, await matterCalled('城北路段路灯不亮'))
  }, 120_000)

  it('delivers both letters; the units sign for what is theirs', async () => {
    for (const path of [paths.water, paths.schools]) await enterPhase(clerk, path, '意见审定交办')
    await deliverLetter(clerk, paths.water, staff)
    await deliverLetter(clerk, paths.schools, schools)
    for (const path of [paths.water, paths.schools]) await enterPhase(clerk, path, '集中整改')
  }, 180_000)

  it('is not satisfied with the quality; a second round begins', async () => {
    await writeFile(evidence, '连续七天测压：六楼以上早晚高峰均在 0.14 MPa 以上。')
    matter = await matterCalled(pressure)
    await rectify(matter, { clerk, team, staff, head: water }, evidence)
    await enterPhase(clerk, paths.water, '整改测评')
    const demand = '三栋楼晚高峰仍不稳定，请继续整改，直到满意为止。'
    await judge({ clerk, team }, paths.water, '第三十二次常委会会议', demand)
    await clerk.open(matter)
    await expect.poll(() => clerk.status(), { timeout: 30_000 }).toMatch(/制定方案.*第2轮/s)
  }, 240_000)
})

describe('a change of officials in between', () => {
  it('is signed for by three; the successor goes on, and round two satisfies', async () => {
    await registerOfficial(clerk, '水利局', '高维')
    const post = { role: '述职人员', unit: '水利局', official: '高维' }
    successor = await comesIn({ login: 'gaowei', name: '高维', ...post })
    const list = await transfer(clerk, '刘明远', '高维')
    await act(clerk, '以监交人身份签署')
    for (const [person, as] of [
      [water, '移交人'],
      [successor, '接收人'],
    ] as const) {
      await openTask(person, '签署移交清单')
      await act(person, `以${as}身份签署`)
    }
    await clerk.open(list)
    expect(await clerk.page.getByText('待签', { exact: true }).count()).toBe(0)

    await rectify(matter, { clerk, team, staff, head: successor }, evidence)
    await judge({ clerk, team }, paths.water, '第三十三次常委会会议')
    await strikeOff(clerk, matter)
    await expect.poll(() => clerk.status(), { timeout: 30_000 }).toContain('已销号')
  }, 240_000)

  it('the other appraisal satisfies in one round', async () => {
    const fees = await matterCalled('课后服务收费不公示')
    await rectify(fees, { clerk, team, staff: schools, head: schools }, evidence)
    await enterPhase(clerk, paths.schools, '整改测评')
    await judge({ clerk, team }, paths.schools, '第三十三次常委会会议')
    await strikeOff(clerk, fees)
  }, 240_000)
})

describe('the archive', () => {
  it('lacks nothing: reports signed, what was left out waived with its reason', async () => {
    await report(clerk, staff, successor)
    await report(clerk, schools, schools)
    await clerk.open(paths.schools)
    await act(
      clerk,
      '记录缺少理由',
      async (form) => {
        await form.getByLabel('理由').fill('经主任会议同意，本次不另行组织调查。')
        await form.getByLabel('会议或文号').fill('第21次主任会议')
      },
      '记录',
    )
    for (const path of [paths.water, paths.schools]) await archive(clerk, path)
  }, 180_000)

  it('leaves a proof that a stranger can check: raised = matters + exits', async () => {
    await clerk.open('/proof')
    const [download] = await Promise.all([
      clerk.page.waitForEvent('download'),
      clerk.page.getByRole('link', { name: '下载存证文件' }).click(),
    ])
    const file = join(folder, 'proof.jsonl.gz')
    await download.saveAs(file)
    const { code, out } = await luoshiEnds('verify', file, '--json')
    const found: unknown = JSON.parse(out)
    expect(found).toMatchObject({ ok: true, failures: [], opinions: 3 })
    if (!isRecord(found)) throw new Error(out)
    expect(Number(found['matters']) + Number(found['exits'])).toBe(3)
    expect(code).toBe(0)
  }, 60_000)
})
