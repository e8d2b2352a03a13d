/**
 * The meeting to its end, in real browsers on a real database: convened by the usual agenda, a duty report heard, a
 * defence taken down, the ballot on the official counted on paper and entered by two people of whom one slips, the result
 * on the big screen; and at a later session the verdicts on three matters in one sheet, one of which goes round again.
 * Serves S08, S09, S12.
 */
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemo, type DemoServer } from './support/demo-server.ts'
import { atRest, seriousFindings } from './support/page-checks.ts'
import { signedIn, type Person } from './support/person.ts'

let server: DemoServer
let clerk: Person
let team: Person

beforeAll(async () => {
  server = await startDemo()
  clerk = await signedIn(server, 'clerk')
  team = await signedIn(server, 'team')
}, 480_000)

afterAll(async () => {
  await team?.[Symbol.asyncDispose]()
  await clerk?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
})

async function submit(verb: string): Promise<void> {
  const dialog = clerk.page.getByRole('dialog').last()
  try {
    await dialog.getByRole('button', { name: verb, exact: true }).click({ timeout: 3_000 })
    await dialog.waitFor({ state: 'hidden', timeout: 10_000 })
  } catch (failure) {
    const seen = await dialog.ariaSnapshot().catch(() => 'it is gone')
    throw new Error(`${verb} could not be submitted; the dialog shows:\n${seen}`, {
      cause: failure,
    })
  }
}

/** Nothing that axe calls serious, where somebody works with a keyboard for an hour. */
async function expectSound({ page }: Person): Promise<void> {
  await atRest(page)
  expect(await seriousFindings(page)).toEqual([])
}

async function openTab(person: Person, appraisal: string, tab: string): Promise<void> {
  await person.open('/appraisals')
  await person.page.getByRole('link', { name: appraisal }).first().click()
  await person.page.getByRole('tab', { name: tab, exact: true }).click()
}

/** Figures as they are read from the tally sheet; Enter goes down, so each column is typed from top to bottom. */
async function enterFigures(
  { page }: Person,
  forms: readonly [issued: string, returned: string],
  rows: readonly (readonly string[])[],
): Promise<void> {
  await page.getByLabel('发出').fill(forms[0])
  await page.getByLabel('收回').fill(forms[1])
  const columns = rows[0]?.length ?? 0
  for (let column = 0; column < columns; column += 1) {
    await page.locator(`[data-cell="0.${column}"]`).focus()
    for (const row of rows) {
      await page.keyboard.type(row[column] ?? '')
      await page.keyboard.press('Enter')
    }
  }
  await page.getByLabel('总监票人').fill('顾总监')
  await page.getByLabel('计票人', { exact: true }).fill('方以宁、秦岚')
}

/** Planned without a day: chosen from the list, it is held today. */
const session = '第十八届人大常委会第三十三次会议'

async function chooseSession(dialog: Locator): Promise<void> {
  await dialog.getByLabel('会议', { exact: true }).click()
  await dialog.page().getByTitle(`${session}（待定）`).click()
}
let ballotPath = ''

describe('the meeting', () => {
  it('goes by its agenda, and keeps the official’s defence beside what was said', async () => {
    await openTab(clerk, '教育局', '评议会')
    const { page } = clerk
    await page.getByRole('button', { name: '召集评议会', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await chooseSession(dialog)
    await dialog.getByLabel('全体组成人员（应到）').fill('33')
    await dialog.getByLabel('第2项 由谁').fill('陶局长')
    await submit('召集评议会')
    await page
      .getByRole('link', { name: /进入会场记录/ })
      .first()
      .click()
    await page.getByRole('button', { name: '清点人数、开会', exact: true }).click()
    const boxes = page.getByRole('dialog').getByRole('checkbox')
    await boxes.first().waitFor()
    const all = await boxes.count()
    expect(all).toBe(33)
    for (let at = 0; at < all; at += 1) await boxes.nth(at).setChecked(at < 28)
    await submit('清点人数、开会')
    await page.getByLabel('发言内容').waitFor()
    await page.getByRole('button', { name: '标记已进行：述职人员作述职报告' }).click()
    await page.getByText('✓ 已进行').waitFor()

    // The cursor is where one writes, and two lines in a row are both kept.
    await page.reload()
    await page.getByLabel('发言内容').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    await page.keyboard.type('课后服务收费为什么没有公示？')
    await page.keyboard.press('Enter')
    await page.keyboard.type('营养餐的台账也没有看到。')
    await page.keyboard.press('Enter')
    await page
      .getByRole('region', { name: '发言记录' })
      .getByText('营养餐的台账也没有看到。')
      .waitFor()
    await page.getByText('课后服务收费为什么没有公示？').first().waitFor()

    await page.getByLabel('身份').click()
    await page.getByTitle('述职人员', { exact: true }).click()
    await page.getByLabel('类别').click()
    await page.getByTitle('申辩', { exact: true }).click()
    await page.getByLabel('发言内容').fill('收费标准已于三月公示，请查阅公告栏。')
    await page.getByLabel('发言内容').press('Enter')
    await page
      .getByRole('region', { name: '发言记录' })
      .getByText('申辩', { exact: true })
      .waitFor()

    // One comes late while another leaves: as many as before, and not the same.
    await page.getByRole('button', { name: '到会变动', exact: true }).click()
    await boxes.nth(32).waitFor()
    const [leaves, comes] = [boxes.nth(0), boxes.nth(28)]
    await leaves.setChecked(false)
    await comes.setChecked(true)
    await submit('登记')
    const told = page.getByRole('list', { name: '到会变动' })
    await told.getByText(/^“评议调查组报告调查情况”时：.+到会，.+离会，实到28人$/).waitFor()
  }, 120_000)

  it('ends with a ballot counted by two people, who find where one of them slipped', async () => {
    await openTab(clerk, '教育局', '测评')
    const { page } = clerk
    await page.getByRole('button', { name: '登记述职测评', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('对应的评议会').click()
    await page.getByTitle(session, { exact: true }).click()
    await dialog.getByLabel('投票时的到会情况').waitFor()
    await dialog.getByLabel('按名单签到').uncheck()
    await dialog.getByLabel('回避人员').fill('温组成 与述职人员系亲属')
    await submit('登记')
    await page.getByRole('heading', { name: /述职人员履职情况/ }).waitFor()
    ballotPath = new URL(page.url()).pathname

    await enterFigures(clerk, ['27', '27'], [['20', '6', '1']])
    await page.getByRole('button', { name: '提交录入' }).click()
    await page.getByText('请另一人按计票单独立录入').waitFor()

    await team.open(ballotPath)
    await team.page.getByText('您看不到其数字').waitFor()
    expect(await team.page.getByText('20', { exact: true }).count()).toBe(0)
    await enterFigures(team, ['27', '27'], [['19', '7', '1']])
    await team.page.getByRole('button', { name: '提交录入' }).click()
    await team.page.getByText('两人录入不一致').first().waitFor()
    await team.page
      .getByRole('row', { name: /满意 20 19/ })
      .first()
      .waitFor()
    await team.page.locator('[data-cell="0.0"]').fill('20')
    await team.page.locator('[data-cell="0.1"]').fill('6')
    await team.page.getByRole('button', { name: '提交录入' }).click()
    await team.page.getByText('待宣布').first().waitFor()
  }, 120_000)

  it('whose result is on the big screen as soon as it is announced', async () => {
    const { page } = clerk
    await openTab(clerk, '教育局', '评议会')
    const link = page.getByRole('link', { name: session }).first()
    const meeting = (await link.getAttribute('href')) ?? ''
    const screen = await page.context().newPage()
    await screen.goto(`${server.url}${meeting}/screen`)
    await screen.getByText('应到 33 人，实到 28 人').waitFor()
    await page.bringToFront()
    await clerk.open(ballotPath)
    await page.getByRole('button', { name: '宣布结果', exact: true }).click()
    await page.getByText('已宣布').first().waitFor()
    const shown = screen.getByRole('region', { name: '测评结果' })
    await shown.getByText('满意', { exact: true }).waitFor()
    expect(await shown.innerText()).toContain('满意 20')
    await screen.close()
    await page.getByRole('link', { name: '计票单' }).click()
    await page.getByText('顾总监').waitFor()
    await page.goBack()
    await page.getByRole('link', { name: '结果公告' }).click()
    await page.getByText(/测评结果为满意/).waitFor()
  }, 120_000)
})

describe('a later session', () => {
  it('needs what was reported to be verified first', async () => {
    await team.open('/matters?status=submitted')
    await team.page.getByRole('link', { name: '项目资金拨付慢' }).first().click()
    await team.page.getByRole('heading', { level: 1 }).waitFor()
    await team.take('登记核查', async (form) => {
      const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
      await form.getByLabel('核查日期').fill(today)
      await form.getByLabel('核查地点').fill('两处泵站')
      await form.getByLabel('核查情况').fill('查验付款凭证，已经全部拨付。')
      await form.getByText('属实，可以提请测评').click()
      await form.getByLabel('第1人').fill('秦岚')
    })
  }, 60_000)

  it('judges three matters in one sheet; what does not satisfy begins its second round', async () => {
    const { page } = clerk
    await openTab(clerk, '水利局', '测评')
    await page.getByRole('button', { name: '登记整改测评', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await chooseSession(dialog)
    await dialog.getByLabel('全体组成人员（应到）').fill('33')
    await dialog.getByLabel('实到').fill('29')
    await dialog.getByLabel('计票结果由几人录入').click()
    await page.getByTitle('一人录入', { exact: true }).click()
    const boxes = dialog.getByRole('group', { name: /测评的事项/ }).getByRole('checkbox')
    await boxes.nth(2).waitFor()
    const many = await boxes.count()
    for (let at = 3; at < many; at += 1) await boxes.nth(at).uncheck()
    await submit('登记')
    const good = ['24', '4', '1', '0']
    const bad = ['6', '8', '15', '0']
    await enterFigures(clerk, ['29', '29'], [good, good, good, good, good, bad, good, good, good])
    await page.getByText('不满意，继续整改').first().waitFor()
    await expectSound(clerk)
    await page.getByRole('button', { name: '提交录入' }).click()
    const announce = page.getByRole('button', { name: '宣布结果，3 件事项同时作出结论' })
    await announce.waitFor()
    expect(await announce.isDisabled()).toBe(true)
    await expectSound(clerk)
    await page.getByLabel('理由和要求').fill('质量没有达到要求，请继续整改，直到满意为止。')
    await announce.click()
    const followed = page.getByRole('region', { name: '结论' })
    await followed.getByRole('link').nth(1).click()
    await page.getByText(/第2轮/).first().waitFor()
  }, 120_000)
})
