/** Notice, public call, self-check and investigation, each by who does it. */
import { act, finish } from '../dialogs.ts'
import type { Person } from '../person.ts'

/** A paper recorded in the list of steps of an appraisal. */
export async function record(
  clerk: Person,
  appraisal: string,
  step: string,
  number = '',
): Promise<void> {
  await clerk.open(appraisal)
  const line = clerk.page.getByRole('listitem').filter({ hasText: step }).first()
  await line.getByRole('button', { name: '记录', exact: true }).click()
  await finish(clerk, number === '' ? {} : { 文号: number }, '记录')
  await line.getByText('已完成').waitFor()
}

/** Opened for the public; answers the address where it writes. */
export async function callThePublic(clerk: Person, appraisal: string): Promise<string> {
  await clerk.open(`${appraisal}?tab=voices`)
  await act(clerk, '公开征求意见', {}, '发布')
  const address = clerk.page.getByRole('link', { name: /\/voice\// })
  return (await address.getAttribute('href')) ?? ''
}

export async function askForSelfCheck(clerk: Person, appraisal: string): Promise<void> {
  await clerk.open(`${appraisal}?tab=self-check`)
  await act(clerk, '布置自查')
  await clerk.page.getByText('单位正在填写，提交后才能看到内容。').waitFor()
}

/** One gap, already put right; nothing found elsewhere. Submitted by the official in person. */
export async function checkThemselves(prepares: Person, head: Person, gap: string): Promise<void> {
  await openTask(prepares, '自查')
  const filled = { 查到什么差距: gap, 原因: '培训不足。', 准备怎样改: '修订流程，逐件补正。' }
  await act(prepares, '列出差距', filled)
  await prepares.page.getByRole('button', { name: '逐项声明未发现问题' }).click()
  const sheet = prepares.page.getByRole('dialog')
  const grounds = sheet.getByPlaceholder('查了什么、依据是什么')
  await grounds.nth(10).waitFor()
  for (let at = 0; at < 11; at += 1) await grounds.nth(at).fill(`已查阅第${at + 1}类案卷。`)
  await sheet.getByRole('button', { name: '声明 11 项' }).click()
  await sheet.waitFor({ state: 'detached' })
  await openTask(head, '自查')
  await act(head, '提交自查报告')
}

/** What waits for a person besides matters, from the desk: nobody has to know an address. */
export async function openTask(person: Person, task: string | RegExp): Promise<void> {
  await person.open('/')
  await person.page
    .getByRole('region', { name: '其他待办' })
    .getByRole('link', { name: task })
    .first()
    .click()
  await person.page.getByRole('heading', { level: 1 }).waitFor()
}

/** Team and plan, the kick-off, one visit with a problem and an achievement, a report signed and submitted. */
export async function investigate(
  clerk: Person,
  team: Person,
  appraisal: string,
  problem: string,
): Promise<void> {
  await team.open(`${appraisal}?tab=inquiry`)
  await act(team, '拟定调查方案', {}, '保存方案')
  await clerk.open(`${appraisal}?tab=inquiry`)
  await act(clerk, '登记动员会')
  await team.page.reload()
  await act(team, '记一次调查', { 了解到的情况: `走访南门小区三家住户，${problem}。` }, '保存记录')
  await act(team, '记一条', { 内容: `${problem}，群众反映多次。`, 事项标题: problem }, '记下')
  await act(
    team,
    '记一条',
    async (form) => {
      await form.getByLabel('成绩').check()
      await form.getByLabel('内容').fill('全县农村饮水安全覆盖率达到九成。')
    },
    '记下',
  )
  await act(team, '汇总生成初稿')
  await team.page.getByRole('link', { name: /打开报告/ }).click()
  await act(team, '签名')
  await clerk.open(`${appraisal}/inquiry-report`)
  await act(clerk, '提请主任会议', { 会次或者文号: '第13次主任会议' })
}
