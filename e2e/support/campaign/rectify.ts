/** One round of a matter, each step by who takes it: receipt to verification, the verdict by a session, the closure. */
import { act, choose, press } from '../dialogs.ts'
import type { Form, Person } from '../person.ts'
import { enterFigures } from './meeting.ts'

const dayIn = (days: number): string =>
  new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10)

export const today = (): string => dayIn(0)

export type Working = Readonly<{ clerk: Person; team: Person; staff: Person; head: Person }>

async function planFully(form: Form): Promise<void> {
  await form.getByLabel('原因分析').fill('泵站老旧，夜间蓄水不足。')
  await form.getByLabel('整改任务').fill('早晚高峰六楼以上正常用水。')
  await form.getByLabel('措施1', { exact: true }).fill('更换两台水泵，夜间提前蓄水')
  await form.getByLabel('完成时限').fill(dayIn(7))
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

/** Meeting, plan with the four fixed things, progress with evidence, result in person, verification on the spot. */
export async function rectify(
  matter: string,
  { clerk, team, staff, head }: Working,
  evidence: string,
): Promise<void> {
  await staff.open(matter)
  await staff.take('登记班子会议', async (form) => {
    await form.getByLabel('会议日期').fill(today())
    await form.getByLabel('第1人').fill('局长')
    await form.getByLabel('研究意见').fill('逐条研究，成立专班。')
  })
  await head.open(matter)
  await head.take('报送方案', planFully)
  await clerk.open(matter)
  await clerk.take('同意方案', (form) => form.getByLabel('审核意见').fill('四定齐全，同意。'))
  await staff.open(matter)
  await staff.take('报告进展', async (form) => {
    await form.getByLabel('进展情况').fill('第一台水泵已经更换，正在试运行。')
    await attach(form, evidence)
  })
  await head.open(matter)
  await head.take('申请办结', async (form) => {
    await form.getByLabel('整改结果').fill('两台水泵全部更换，测压记录附后。')
    await form.getByText(/^A/).first().click()
    await attach(form, evidence)
    await form.getByLabel('述职人员签名').fill('局长')
  })
  await team.open(matter)
  await team.take('登记核查', async (form) => {
    await form.getByLabel('核查日期').fill(today())
    await form.getByLabel('核查地点').fill('南门小区')
    await form.getByLabel('核查情况').fill('入户三家测压，均达到标准。')
    await form.getByText('属实，可以提请测评').click()
    await form.getByLabel('第1人').fill('秦岚')
  })
}

async function attach(form: Form, file: string): Promise<void> {
  await form.locator('input[type=file]').first().setInputFiles(file)
  await form
    .getByText(file.split('/').at(-1) ?? '')
    .first()
    .waitFor()
}

/** The session judges what was verified on three axes, in one sheet, entered by two. */
export async function judge(
  { clerk, team }: Pick<Working, 'clerk' | 'team'>,
  appraisal: string,
  session: string,
  demand = '',
): Promise<void> {
  const { page } = clerk
  const good = ['3', '0', '0', '0']
  const rows = [good, good, demand === '' ? good : ['0', '1', '2', '0']]
  await clerk.open(`${appraisal}?tab=ballots`)
  await act(
    clerk,
    '登记整改测评',
    async (form) => {
      await form.getByLabel('会议', { exact: true }).fill(session)
      await form.getByLabel('实到').fill('3')
    },
    '登记',
  )
  await page.waitForURL(/\/ballots\/ballot_/)
  await enterFigures(clerk, rows)
  await page.getByText('请另一人按计票单独立录入').waitFor()
  await team.open(new URL(page.url()).pathname)
  await enterFigures(team, rows)
  await team.page.getByText('待宣布').first().waitFor()
  await page.reload()
  if (demand !== '') await page.getByLabel('理由和要求').fill(demand)
  await press(clerk, /^宣布结果/)
  await page.getByText('已宣布').first().waitFor()
}

export async function strikeOff(clerk: Person, matter: string): Promise<void> {
  await clerk.open(matter)
  await clerk.take('销号', (form) => decided(form, '第20次主任会议'))
}

export async function decided(form: Form, reference: string): Promise<void> {
  await form.getByText('主任会议', { exact: true }).click()
  await form.getByLabel('批准日期').fill(today())
  await form.getByLabel('会议或文号').fill(reference)
}

/** Not within the committee’s power: it leaves by a lawful exit, with its reason and the body that agreed. */
export async function handElsewhere(clerk: Person, matter: string): Promise<void> {
  await clerk.open(matter)
  await clerk.take('转出', async (form) => {
    await form.getByText('转办有关机关', { exact: true }).click()
    await form.getByLabel('转出理由').fill('属城管部门日常养护，转办并告知来信人。')
    await decided(form, '第13次主任会议')
  })
}

export async function transfer(clerk: Person, from: string, to: string): Promise<string> {
  const { page } = clerk
  await clerk.open('/people?tab=officials')
  await page
    .getByRole('row')
    .filter({ hasText: from })
    .getByRole('button', { name: '离任移交', exact: true })
    .click()
  const form = page.getByRole('dialog').last()
  await choose(clerk, form, '接任人员', to)
  await form.getByRole('button', { name: '确定移交', exact: true }).click()
  await page.waitForURL(/\/hand-overs\/handover_/)
  return new URL(page.url()).pathname
}
