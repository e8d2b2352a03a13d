/** One meeting hears both officials: roll call, speeches that become opinions, a ballot on each, the close. */
import { act, choose, finish, press } from '../dialogs.ts'
import type { Person } from '../person.ts'
import { session } from './office.ts'

export async function convene(clerk: Person, appraisal: string, also: RegExp): Promise<string> {
  const { page } = clerk
  await clerk.open(`${appraisal}?tab=meetings`)
  await act(clerk, '召集评议会', async (form) => {
    await choose(clerk, form, '听取的评议', also)
    await page.keyboard.press('Escape')
  })
  await page
    .getByRole('link', { name: /进入会场记录/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await act(clerk, '清点人数、开会')
  await page.getByRole('button', { name: '标记已进行：述职人员作述职报告' }).click()
  await page.getByText('✓ 已进行').waitFor()
  return new URL(page.url()).pathname
}

/** Taken down as it is said, and at once an opinion with its matter. */
export async function takeDown(
  person: Person,
  said: string,
  title: string,
  appraisal: RegExp,
): Promise<void> {
  const { page } = person
  await page.getByLabel('发言人').fill('温若兰')
  await page.getByLabel('发言内容').fill(said)
  await page.getByLabel('发言内容').press('Enter')
  await page.getByRole('region', { name: '发言记录' }).getByText(said).waitFor()
  await press(person, '列为意见')
  await finish(
    person,
    async (form) => {
      await form.getByLabel('事项标题').fill(title)
      await choose(person, form, '评议', appraisal)
    },
    '列为意见',
  )
  await page.getByText('已列 1 条意见').first().waitFor()
}

export async function closeMeeting(clerk: Person, meeting: string): Promise<void> {
  await clerk.open(meeting)
  await act(clerk, '会议结束')
}

/** Figures as read from the tally sheet; Enter goes down, so each column is typed from top to bottom. */
export async function enterFigures(
  person: Person,
  rows: readonly (readonly string[])[],
): Promise<void> {
  const { page } = person
  await page.getByLabel('发出').fill('3')
  await page.getByLabel('收回').fill('3')
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    await page.locator(`[data-cell="0.${column}"]`).focus()
    for (const row of rows) {
      await page.keyboard.type(row[column] ?? '')
      await page.keyboard.press('Enter')
    }
  }
  await page.getByLabel('总监票人').fill('顾启明')
  await page.getByLabel('计票人', { exact: true }).fill('方以宁、秦岚')
  await press(person, '提交录入')
}

/** The ballot on the official at the meeting: entered by two who do not see each other’s figures, announced. */
export async function judgeOfficial(clerk: Person, team: Person, appraisal: string): Promise<void> {
  const rows = [['3', '0', '0']]
  await clerk.open(`${appraisal}?tab=ballots`)
  await act(clerk, '登记述职测评', (form) => choose(clerk, form, '对应的评议会', session), '登记')
  await clerk.page.getByRole('heading', { name: /履职情况/ }).waitFor()
  await enterFigures(clerk, rows)
  await clerk.page.getByText('请另一人按计票单独立录入').waitFor()
  await team.open(new URL(clerk.page.url()).pathname)
  await enterFigures(team, rows)
  await team.page.getByText('待宣布').first().waitFor()
  await clerk.page.reload()
  await press(clerk, '宣布结果')
  await clerk.page.getByText('已宣布').first().waitFor()
}
