/** The opinion letter from draft to receipt, and the report that answers it. */
import { act, press } from '../dialogs.ts'
import type { Person } from '../person.ts'
import { openTask } from './before-meeting.ts'

export async function deliverLetter(
  clerk: Person,
  appraisal: string,
  signs: Person,
): Promise<void> {
  const { page } = clerk
  await clerk.open(`${appraisal}?tab=letters`)
  await press(clerk, '拟写意见书')
  await page.getByLabel('总体评价').fill('总体较好，问题具体。')
  const requests = page.getByLabel(/^要求/)
  for (let at = 0; at < (await requests.count()); at += 1)
    await requests.nth(at).fill('由局长负责，三个月内整改到位并报告。')
  await press(clerk, '保存草稿')
  await page.getByRole('button', { name: '登记审定', exact: true }).waitFor()
  await act(clerk, '登记审定', { 会议或文号: '第15次主任会议' })
  await act(clerk, '编号印发')
  await page.getByRole('heading', { level: 1, name: /〔\d{4}〕\d+号/ }).waitFor()
  await act(clerk, '交办', { 哪一次交办会: '交办会，三楼会议室' })
  await openTask(signs, '签收评议意见书')
  await act(signs, '签收')
  await signs.page.getByRole('button', { name: '签收', exact: true }).waitFor({ state: 'hidden' })
}

/** Prepared by the staff, commented on by the clerk, signed by who answers in person now. */
export async function report(clerk: Person, prepares: Person, head: Person): Promise<void> {
  await openTask(prepares, '撰写整改情况报告')
  const accounts = prepares.page.getByLabel('做了什么、结果如何')
  await accounts.first().waitFor()
  for (let at = 0; at < (await accounts.count()); at += 1)
    await accounts.nth(at).fill(`第${at + 1}项已经整改到位，群众回访满意。`)
  await press(prepares, '保存')
  await prepares.page
    .getByText(/已从事项的办理记录汇集/)
    .first()
    .waitFor({ state: 'hidden' })
  await act(prepares, '送人大征求意见')
  await openTask(clerk, '对整改情况报告提出意见')
  await act(clerk, '提出意见', { 对报告稿的意见: '同意，请正式报送。' })
  await openTask(head, '签名报送整改情况报告')
  await act(head, '签名正式报送')
  await head.page
    .getByText(/述职人员：/)
    .first()
    .waitFor()
}
