/**
 * Before the meeting, in real browsers on a real database: the official checks herself on her phone, the team hears a
 * source it must protect, a problem becomes a matter and an achievement stands beside it, two sign the report; and an
 * accusation leaves no trace that the unit could see. Serves S11, S15–S18, S22, S23.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callerWith } from './support/asking.ts'
import { startDemo, type DemoServer } from './support/demo-server.ts'
import { atRest, seriousFindings } from './support/page-checks.ts'
import { signedIn, type Person } from './support/person.ts'

let server: DemoServer
let clerk: Person
let official: Person
let team: Person
let path: string

beforeAll(async () => {
  server = await startDemo()
  clerk = await signedIn(server, 'clerk')
  official = await signedIn(server, 'justice', 390)
  team = await signedIn(server, 'team')
  await clerk.open('/appraisals')
  const link = clerk.page.getByRole('link', { name: /乔望山同志述职评议/ }).first()
  path = (await link.getAttribute('href')) ?? ''
}, 480_000)

afterAll(async () => {
  for (const one of [clerk, official, team]) await one?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
})

/** Opens the dialog by its verb, fills it, submits it, and waits until it is gone. */
async function act(
  { page }: Person,
  verb: string,
  fill: Readonly<Record<string, string>> = {},
  submit = verb,
): Promise<void> {
  await page.getByRole('button', { name: verb, exact: true }).first().click()
  const dialog = page.getByRole('dialog').last()
  try {
    for (const [label, text] of Object.entries(fill))
      await dialog.getByLabel(label, { exact: true }).fill(text)
    await dialog.getByRole('button', { name: submit, exact: true }).click({ timeout: 3_000 })
    await dialog.waitFor({ state: 'hidden', timeout: 10_000 })
  } catch (failure) {
    const seen = await dialog.ariaSnapshot().catch(() => 'it is gone')
    throw new Error(`${verb} could not be done; the dialog shows:\n${seen}`, { cause: failure })
  }
}

/** The framework as it stands, set once more in another window. */
async function setByAnother(): Promise<void> {
  const [cookie] = await clerk.page.context().cookies()
  const other = await callerWith(server.url, `${cookie?.name}=${cookie?.value}`)
  const at = '/api/v1/self-check-framework'
  const { text } = await other.get(at)
  expect((await other.send('POST', at, { body: text })).status).toBe(200)
}

describe('the self-check', () => {
  it('is asked by the county’s own framework', async () => {
    await clerk.open('/self-check-framework')
    const questions = clerk.page.getByLabel('问题（每行一个）').first()
    await questions.fill(`${await questions.inputValue()}\n行政复议案件暴露的问题是否整改到位？`)
    const save = clerk.page.getByRole('button', { name: '保存提纲', exact: true })
    // A colleague was faster: what was typed stays, and it is asked whose words are to stand.
    await setByAnother()
    await save.click()
    await clerk.page.getByText(/其他人已经更新了这条记录/).waitFor()
    await clerk.page.getByRole('button', { name: '保留我填的', exact: true }).click()
    expect(await questions.inputValue()).toContain('行政复议案件暴露的问题')
    await save.click()
    await clerk.page.getByText('已记入台账').first().waitFor()
    await clerk.page.getByText(/日编制$/).waitFor()
    await clerk.open(`${path}?tab=self-check`)
    await act(clerk, '布置自查')
    await clerk.page.getByText('单位正在填写，提交后才能看到内容。').waitFor()
  }, 60_000)

  it('is filled and submitted by the official on her phone; an early fix counts as 未评先改', async () => {
    const { page } = official
    await official.open(`${path}?tab=self-check`)
    await page.getByText('行政复议案件暴露的问题是否整改到位？').waitFor()
    expect(await page.getByRole('button', { name: '提交自查报告' }).isDisabled()).toBe(true)
    const gap = {
      查到什么差距: '三个司法所的法律援助没有按条例公示收费。',
      原因: '局里没有检查过。',
      已经改好的日期: '2026-01-05',
      怎样改的: '三个司法所已全部公示。',
    }
    await act(official, '列出差距', gap)
    await page.getByText('未评先改 1 条').waitFor()
    await act(official, '修改', { 原因: '司法所不清楚要求，局里没有检查过。' }, '修改这条差距')
    await page.getByRole('button', { name: '逐项声明未发现问题' }).click()
    const sheet = page.getByRole('dialog')
    const grounds = sheet.getByPlaceholder('查了什么、依据是什么')
    await expect.poll(() => grounds.count()).toBe(12)
    for (let at = 0; at < 12; at += 1) await grounds.nth(at).fill(`已查阅第${at + 1}类案卷。`)
    await sheet.getByRole('button', { name: '声明 12 项' }).click()
    await sheet.waitFor({ state: 'detached' })
    await atRest(page)
    expect(await seriousFindings(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await act(official, '提交自查报告')
    await clerk.open(`${path}?tab=self-check`)
    await clerk.page.getByText('司法所不清楚要求，局里没有检查过。').waitFor()
  }, 120_000)
})

describe('the investigation', () => {
  it('hears a protected source; the problem is a matter at once', async () => {
    const { page } = team
    await team.open(`${path}?tab=inquiry`)
    await page.getByRole('button', { name: '拟定调查方案', exact: true }).click()
    const plan = page.getByRole('dialog')
    await plan.getByRole('button', { name: '增加成员' }).click()
    await plan.getByLabel('成员2 姓名').fill('温若兰')
    await plan.getByRole('button', { name: '保存方案' }).click()
    await plan.waitFor({ state: 'hidden' })

    await page.getByRole('button', { name: '记一次调查', exact: true }).click()
    const record = page.getByRole('dialog')
    await record.getByLabel('保护来源').check()
    await record.getByLabel('要保护的姓名').fill('章敏之')
    await record.getByLabel('了解到的情况').fill('章敏之说收费没有公示。')
    await record.getByRole('button', { name: '保存记录' }).click()
    await record.getByText('正文里出现了受保护的姓名').waitFor()
    await record.getByLabel('了解到的情况').fill('一名群众说收费没有公示。')
    await record.getByRole('button', { name: '保存记录' }).click()
    await record.waitFor({ state: 'hidden' })
    expect(await page.getByText('章敏之').count()).toBe(0)

    const problem = { 内容: '法律援助收费没有公示。', 事项标题: '法律援助收费不公示' }
    await act(team, '记一条', problem, '记下')
    await page.getByRole('link', { name: /^第\d+号事项$/ }).waitFor()
    await page.getByRole('button', { name: '查看姓名', exact: true }).click()
    const source = page.getByRole('dialog')
    await source.getByRole('button', { name: '查看姓名', exact: true }).click()
    await source.getByText('章敏之', { exact: true }).waitFor()
    await source.getByRole('button', { name: '看完了' }).click()
    await source.waitFor({ state: 'hidden' })
  }, 90_000)

  it('seals an accusation that the unit’s account can see no trace of', async () => {
    await act(team, '密封举报线索', { 线索内容: '有人反映采购校服收受回扣。' }, '密封')
    await clerk.open(`${path}?tab=inquiry`)
    await act(clerk, '登记移送', { 移送文号或签收凭据: '清人常移〔2026〕1号' })
    await clerk.page.getByText('清人常移〔2026〕1号').waitFor()
    for (const tab of ['overview', 'self-check', 'inquiry']) {
      await official.open(`${path}?tab=${tab}`)
      await atRest(official.page)
      const seen = await official.page.locator('body').innerText()
      for (const word of ['举报', '线索', '回扣', '移送', '密封', '章敏之'])
        expect(seen, `${tab} shows ${word}`).not.toContain(word)
    }
  }, 90_000)

  it('ends in a report signed by two and submitted; the official sees her achievement beside the problems', async () => {
    await team.page.getByRole('button', { name: '记一条', exact: true }).click()
    const finding = team.page.getByRole('dialog')
    await finding.getByLabel('成绩').check()
    await finding.getByLabel('内容').fill('大班额全部消除，比计划提前一年。')
    await finding.getByRole('button', { name: '记下' }).click()
    await finding.waitFor({ state: 'hidden' })
    await act(team, '汇总生成初稿')
    await team.page.getByRole('link', { name: /打开报告/ }).click()
    await team.page.getByText(/大班额全部消除.*〔记录1，个别谈话/).waitFor()
    await act(team, '签名')

    await clerk.open(`${path}/inquiry-report`)
    await clerk.page.getByRole('button', { name: '登记纸质签名', exact: true }).click()
    const paper = clerk.page.getByRole('dialog')
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    const scan = { name: '签名页.png', mimeType: 'image/png', buffer: png }
    await paper.locator('input[type=file]').setInputFiles(scan)
    await paper.getByText('签名页.png').waitFor()
    await paper.getByRole('button', { name: '登记纸质签名', exact: true }).click()
    await paper.waitFor({ state: 'hidden' })
    await act(clerk, '提请主任会议', { 会次或者文号: '第15次主任会议' })
    await clerk.page.getByText('已提请主任会议').first().waitFor()
    await atRest(clerk.page)
    expect(await seriousFindings(clerk.page)).toEqual([])

    await official.open(`${path}?tab=inquiry`)
    await official.page.getByText('大班额全部消除，比计划提前一年。').waitFor()
  }, 120_000)
})
