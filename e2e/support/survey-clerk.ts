/** What a clerk does in the rooms of a survey, as she would: design, whom to ask, a draw before a witness, paper. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { act, choose, finish, press } from './dialogs.ts'
import type { Person } from './person.ts'

export async function tab({ page }: Person, name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click()
  await page.getByRole('tab', { name, exact: true, selected: true }).waitFor()
}

const last = (page: Page, label: string) => page.getByLabel(label, { exact: true }).last()

/** Begun from one question; an appraisal, a matter of it, a title. */
export async function draft(clerk: Person, title: string, matter: RegExp): Promise<void> {
  const { page } = clerk
  await act(
    clerk,
    '起草调查',
    async (form) => {
      await choose(clerk, form, '所属评议', /./)
      await choose(clerk, form, '题目模板', '从一道题开始自拟')
      await form.getByLabel('名称', { exact: true }).fill(title)
      await choose(clerk, form, '所涉事项', matter)
      // A list of several stays open until something else is taken up.
      await form.getByLabel('名称', { exact: true }).click()
    },
    '建立',
  )
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** Adds a choice and a text after the question that is there. */
export async function design({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: '选择题', exact: true }).click()
  await page.getByRole('textbox', { name: '题目', exact: true }).fill('哪些方面要先改？')
  await page.getByRole('textbox', { name: '选项', exact: true }).fill('坑洼\n路灯')
  await page.getByRole('button', { name: '文字题', exact: true }).click()
  await page.getByRole('textbox', { name: '题目', exact: true }).fill('您的意见建议')
  await saved(page)
}

async function saved(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('有改动，尚未保存').waitFor({ state: 'hidden' })
}

/** Whoever comes, by a poster and on paper; and thirty of sixty drawn from a list, by letters and visits. */
export async function reach(clerk: Person): Promise<void> {
  const { page } = clerk
  await page.getByRole('button', { name: '添加一类对象' }).click()
  await last(page, '名称').fill('城乡居民')
  await channel(clerk, null, '政务大厅')
  await channel(clerk, '纸质问卷', '城区街道')
  await page.getByRole('button', { name: '添加一类对象' }).click()
  await last(page, '名称').fill('公路沿线商户')
  const drawn = page.getByRole('region', { name: '公路沿线商户' })
  await choose(clerk, drawn, '怎样选人', '随机抽样')
  await drawn.getByLabel('抽多少人', { exact: true }).fill('30')
  await last(page, '总人数').fill('60')
  await channel(clerk, null, '邀请函')
  await channel(clerk, '入户访问', '调查组')
  await saved(page)
}

async function channel(clerk: Person, kind: string | null, place: string): Promise<void> {
  const { page } = clerk
  await page.getByRole('button', { name: '添加渠道' }).last().click()
  const box = page.getByRole('group', { name: '渠道' }).last()
  await box.getByLabel('地点', { exact: true }).last().fill(place)
  if (kind === null) return
  await box.getByLabel('渠道', { exact: true }).last().click()
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: kind })
    .click()
}

/** The clerk seals, somebody else calls, the clerk opens and draws. */
export async function draw(clerk: Person, witness: Person, address: string): Promise<void> {
  const { page } = clerk
  const lines = Array.from({ length: 60 }, (_, at) => `沿线商户${at + 1}号,1380000${1000 + at}`)
  await page.locator('input[type=file]').setInputFiles({
    name: '商户名单.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['姓名,手机', ...lines].join('\n')),
  })
  await page.getByText('名单已固定').waitFor()
  await press(clerk, '封存密数')
  await page.getByText('密数已封存，等待他人报数').waitFor()
  await witness.open(address)
  await act(witness, '报数', { 报的数: '4721' })
  await clerk.open(address)
  await act(clerk, '开封并抽样')
  await page.getByText('已抽定').waitFor()
}

/** The sheet of codes, as it was saved. */
export async function codes(clerk: Person): Promise<string> {
  const { page } = clerk
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: '制作邀请码（邀请函）' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '制作邀请码', exact: true }).click()
  const file = await (await saving).path()
  await page.getByRole('region', { name: '已制作 30 个邀请码' }).waitFor()
  return readFile(file, 'utf8')
}

/** Types a batch by its digits, and is done. */
export async function typeBatch(
  typist: Person,
  forms: readonly (readonly string[])[],
): Promise<void> {
  const { page } = typist
  for (const [at, digits] of forms.entries()) {
    await page.getByRole('heading', { name: `第${at + 1}份` }).waitFor()
    for (const [row, digit] of digits.entries())
      await page.locator('.ticks li').nth(row).press(digit)
    await press(typist, '保存，下一份')
    await page.getByText(`已录 ${at + 1} / ${forms.length} 份`).waitFor()
  }
  await press(typist, '我录完了')
  await page.getByRole('button', { name: '我录完了' }).waitFor({ state: 'hidden' })
}

/** What a text became: an opinion with a matter of its own. */
export async function takeOver(clerk: Person, said: string, title: string): Promise<void> {
  const { page } = clerk
  await act(clerk, '开启留言')
  await page.getByText(said).waitFor()
  await page
    .getByRole('checkbox', { name: /^选中第/ })
    .first()
    .check()
  await press(clerk, '列为意见')
  await finish(clerk, { 事项标题: title }, '列为意见')
  await page.getByRole('checkbox', { name: '只看待办' }).uncheck()
}

/** Printed from the saved file; then, as if it were lost, with codes in the place of all before. */
export async function lettersAgain(clerk: Person, sheet: string): Promise<void> {
  const { page } = clerk
  await page.reload()
  await page.getByLabel('用下载的文件打印信函').setInputFiles({
    name: '邀请码.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(sheet),
  })
  await page.getByRole('region', { name: '文件里有 30 个邀请码' }).waitFor()
  const saving = page.waitForEvent('download')
  await act(clerk, '作废重做邀请码')
  const file = await (await saving).path()
  await page.getByRole('region', { name: '已制作 30 个邀请码' }).waitFor()
  await page.getByText('作废重做 30 个').waitFor()
  const codesIn = (text: string) => text.split('\r\n').map((line) => line.split(',').at(-2))
  const [before, now] = [codesIn(sheet), codesIn(await readFile(file, 'utf8'))]
  // The heading and the end of the file.
  if (now.filter((one) => before.includes(one)).length !== 2) throw new Error('A code was kept')
}
