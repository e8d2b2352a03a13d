/**
 * A county's own rules in a real browser on a real database: drafted, their adoption refused by a contradiction, mended,
 * adopted, frozen into an appraisal opened from the annual plan, and unmoved by the next version. A drawing by lot is
 * sealed, opened and computed again outside.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runLuoshi, startDemo, type DemoServer } from './support/demo-server.ts'
import { signedIn, type Person } from './support/person.ts'

let server: DemoServer
let folder: string
let clerk: Person

beforeAll(async () => {
  server = await startDemo()
  folder = await mkdtemp(join(tmpdir(), 'luoshi-rule-books-'))
  clerk = await signedIn(server, 'clerk')
}, 480_000)

afterAll(async () => {
  await clerk?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

const name = '清禾县人大常委会述职评议办法'
const dialog = () => clerk.page.getByRole('dialog').last()
const button = (verb: string) => clerk.page.getByRole('button', { name: verb, exact: true })

/** Opens a dialog and waits until it stands still: only then does it take the focus, and typing goes where it should. */
async function openDialog(verb: string): Promise<void> {
  await button(verb).click()
  await dialog().waitFor()
  await clerk.page.evaluate(() =>
    Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))),
  )
}

/** The dialog that is open, by its verb. */
async function submit(verb: string): Promise<void> {
  await dialog().getByRole('button', { name: verb, exact: true }).click()
  try {
    await clerk.page.getByRole('dialog').waitFor({ state: 'hidden', timeout: 15_000 })
  } catch (failure) {
    throw new Error(`${verb}: ${await dialog().ariaSnapshot()}`, { cause: failure })
  }
}

async function setPlanLimit(days: string): Promise<void> {
  await openDialog('修改“整改方案报送时限”')
  await dialog().getByLabel('数目').fill(days)
  await dialog().getByLabel('数目').blur()
  await dialog().getByLabel('原文').fill(`接到评议意见后${days}日内报送整改方案`)
  await dialog().getByLabel('出处').fill(`${name}第十二条`)
  await dialog().getByLabel('已与文件逐字核对').check()
  await submit('保存')
}

/** Members and deputies together, seventy to thirty. */
async function letDeputiesDecide(): Promise<void> {
  await openDialog('修改“参加测评的人员和分母”')
  await dialog().getByRole('checkbox', { name: '人大代表' }).check()
  await dialog().getByRole('checkbox', { name: '决定等次' }).nth(1).check()
  await dialog().getByLabel('常委会组成人员的权重').fill('70')
  await dialog().getByLabel('人大代表的权重').fill('30')
  await dialog().getByLabel('人大代表的权重').blur()
  await dialog().getByLabel('原文').fill('组成人员的票占百分之七十，代表的票占百分之三十')
  await dialog().getByLabel('出处').fill(`${name}第十五条`)
  await submit('保存')
}

async function openAppraisal(title: string): Promise<void> {
  await clerk.open('/appraisals')
  await openDialog('立一次评议')
  await dialog().getByLabel('评议名称').fill(title)
  await dialog().getByLabel('被评议单位').click()
  await clerk.page.keyboard.press('Enter')
  await dialog().getByLabel('会议', { exact: true }).click()
  await clerk.page.getByTitle(/第三十一次会议/).click()
  await dialog().getByText(name).first().waitFor()
  await submit('立项')
  await clerk.page.getByRole('link', { name: title }).click()
}

async function adopt(session: string): Promise<void> {
  await openDialog('记录通过')
  await dialog().getByLabel('会议或文号').fill(session)
  const verb = dialog().getByRole('button', { name: '记录通过', exact: true })
  await verb.click({ timeout: 10_000 }).catch(async (failure: unknown) => {
    throw new Error(await dialog().ariaSnapshot(), { cause: failure })
  })
}

describe('a county’s own rules', () => {
  it('are refused while they contradict themselves, then adopted', async () => {
    const { page } = clerk
    await clerk.open('/rule-books')
    await openDialog('起草办法')
    await dialog().getByLabel('办法全称').fill(name)
    await submit('开始起草')
    await page.getByRole('heading', { level: 1, name }).waitFor()

    await setPlanLimit('200')
    await page.getByText('有 1 处自相矛盾').waitFor()
    await adopt('第三十次会议')
    await dialog().getByText('“整改方案报送时限”：整改方案的时限晚于整改情况报告的时限').waitFor()
    await dialog().getByRole('button', { name: '取消' }).click()

    await setPlanLimit('20')
    await page.getByText('有 1 处自相矛盾').waitFor({ state: 'hidden' })
    await adopt('第三十次会议')
    await page.getByText('现行').first().waitFor()
    expect(await button('修改“整改方案报送时限”').count()).toBe(0)
  }, 180_000)

  it('are chosen at opening, and frozen there when a new version is adopted', async () => {
    const { page } = clerk
    await openAppraisal('按本级办法立项的评议')
    const judgedBy = page.getByText(/适用办法：.*第 1 版.*校验码/)
    const frozen = await judgedBy.innerText()
    await page.getByRole('link', { name, exact: true }).click()
    const row = page.locator('#planDue')
    await row.getByText('自交办之日起20日内', { exact: true }).waitFor()
    const address = page.url()

    await clerk.open('/rule-books')
    await page.getByRole('link', { name, exact: true }).click()
    await openDialog('起草下一版')
    await submit('开始起草')
    await page.getByText('第 2 版').first().waitFor()
    await setPlanLimit('25')
    await letDeputiesDecide()
    await adopt('第三十一次会议')
    await page.getByText('现行').first().waitFor()

    await page.goto(address)
    await row.getByText('自交办之日起20日内', { exact: true }).waitFor()
    await page.getByRole('link', { name: '返回评议' }).click()
    expect(await judgedBy.innerText()).toBe(frozen)
  }, 180_000)
})

describe('a ballot with deputies who decide, too', () => {
  it('is counted apart, entered apart, and graded by both weights', async () => {
    const { page } = clerk
    await openAppraisal('代表参加测评的评议')
    await page.getByRole('tab', { name: '测评', exact: true }).click()
    await openDialog('登记述职测评')
    const fill = (label: string, text: string) =>
      dialog().getByLabel(label, { exact: true }).fill(text)
    await fill('全体组成人员（应到）', '33')
    await fill('实到', '29')
    await fill('人大代表应参加', '60')
    await dialog().getByText('票数占权重30%').waitFor()
    await fill('人大代表实到', '55')
    await dialog().getByLabel('计票结果由几人录入').click()
    await page.getByTitle('一人录入', { exact: true }).click()
    await submit('登记')
    const grids = page.getByRole('table')
    const forms = [
      ['', '29', ['15', '12', '2']],
      ['人大代表 ', '55', ['50', '3', '2']],
    ] as const
    for (const [at, [whose, all, votes]] of forms.entries()) {
      await page.getByLabel(`${whose}发出`, { exact: true }).fill(all)
      await page.getByLabel(`${whose}收回`, { exact: true }).fill(all)
      for (const [column, n] of votes.entries())
        await grids.nth(at).locator(`[data-cell="0.${column}"]`).fill(n)
    }
    await page.getByLabel('总监票人').fill('顾总监')
    await page.getByLabel('计票人', { exact: true }).fill('方以宁、秦岚')
    await page.getByRole('button', { name: '提交录入' }).click()
    const counted = page.getByRole('region', { name: '计票结果' })
    const deputies = counted.getByRole('region', { name: '人大代表' })
    await deputies.getByText('人大代表（权重30%）').waitFor()
    await deputies.getByText('应参加60人，实到55人').waitFor()
    // 15 of 33 members alone are no half; 70 × 15 ÷ 33 + 30 × 50 ÷ 55 are.
    await counted.getByText('为59.09%').waitFor()
    await page.getByRole('button', { name: '宣布结果', exact: true }).click()
    await page.getByText('已宣布').first().waitFor()
    for (const [paper, told] of [
      ['计票单', '人大代表（权重30%）'],
      ['结果公告', '测评结果为满意'],
    ] as const) {
      await page.getByRole('link', { name: paper }).click()
      await page.getByText(told).first().waitFor()
      await page.goBack()
    }
  }, 60_000)
})

describe('a drawing by lot', () => {
  it('is sealed, opened, drawn, and computed again by a stranger', async () => {
    const { page } = clerk
    await clerk.open('/year-plans')
    await openDialog('开始抽签')
    await dialog().getByLabel('参加人').fill('主任、监签代表')
    await submit('固定名单，开始')
    const kept = new Map<string, string>()
    for (const who of ['主任', '监签代表']) {
      await openDialog(`${who}封存`)
      await dialog().getByLabel('随机数').first().fill(`${who}想的数`)
      kept.set(who, (await dialog().locator('code').first().innerText()).trim())
      await dialog().getByLabel('随机数和盐码都已抄下').check()
      await submit('封存')
    }
    for (const who of ['主任', '监签代表']) {
      await openDialog(`${who}公开`)
      await dialog().getByLabel('随机数').fill(`${who}想的数`)
      await dialog()
        .getByLabel('盐码')
        .fill(kept.get(who) ?? '')
      await submit('公开')
    }
    await page.getByRole('region', { name: '抽中' }).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button('下载抽签文件').click(),
    ])
    const file = join(folder, 'lot.json')
    await download.saveAs(file)
    const bin = join(import.meta.dirname, '..', 'cli', 'bin', 'luoshi.mjs')
    const verified = await runLuoshi(bin, ['lot', 'verify', file, '--json'])
    expect(verified.code).toBe(0)
    const drawn = page.getByRole('region', { name: '抽中' }).getByRole('listitem')
    expect(JSON.parse(verified.out)).toMatchObject({
      ok: true,
      chosen: await drawn.allInnerTexts(),
    })
  }, 180_000)
})
