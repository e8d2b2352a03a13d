/** What a clerk sets up once: units and officials, the roster, the county's own rules, the plan of the year. */
import { act, choose, press } from '../dialogs.ts'
import type { Person } from '../person.ts'

export async function registerUnit(clerk: Person, name: string): Promise<void> {
  await clerk.open('/people')
  await act(clerk, '登记单位', { 单位名称: name }, '登记')
}

export async function registerOfficial(clerk: Person, unit: string, name: string): Promise<void> {
  await clerk.open('/people?tab=officials')
  await act(
    clerk,
    '登记人员',
    async (form) => {
      await form.getByLabel('姓名').fill(name)
      await form.getByLabel('职务').fill('局长')
      await choose(clerk, form, '单位', unit)
      await choose(clerk, form, '任免方式', '常委会任命')
    },
    '登记',
  )
}

export async function registerMember(clerk: Person, name: string): Promise<void> {
  await clerk.open('/people?tab=member')
  await act(
    clerk,
    '登记人员',
    async (form) => {
      await form.getByLabel('姓名').fill(name)
      await choose(clerk, form, '常委会职务', /委员/)
    },
    '登记人员',
  )
}

export const ownRules = '云岭县人大常委会述职评议办法'

/** Drafted from the neutral default, one limit set with its source, adopted by the committee. */
export async function adoptRules(clerk: Person): Promise<void> {
  const { page } = clerk
  await clerk.open('/rule-books')
  await act(clerk, '起草办法', { 办法全称: ownRules }, '开始起草')
  await page.getByRole('heading', { level: 1, name: ownRules }).waitFor()
  await act(
    clerk,
    '修改“整改方案报送时限”',
    async (form) => {
      await form.getByLabel('数目').fill('10')
      await form.getByLabel('数目').blur()
      await form.getByLabel('原文').fill('接到评议意见后十日内报送整改方案')
      await form.getByLabel('出处').fill(`${ownRules}第九条`)
      await form.getByLabel('已与文件逐字核对').check()
    },
    '保存',
  )
  await act(clerk, '记录通过', { 会议或文号: '第30次会议' })
  await page.getByText('现行').first().waitFor()
}

/** Two officials, the Party's consent, adoption by the chairs, publication. */
export async function planYear(clerk: Person, units: readonly string[]): Promise<void> {
  const { page } = clerk
  await clerk.open('/year-plans')
  await act(clerk, '建立年度计划')
  await page.getByRole('link', { name: /年度评议工作计划/ }).click()
  await page.getByRole('heading', { level: 1, name: /年度评议工作计划/ }).waitFor()
  for (const name of units) {
    await act(
      clerk,
      '列入对象',
      async (form) => {
        await choose(clerk, form, '承办单位', name)
        await form.getByLabel('理由').fill('届内尚未评议')
      },
      /^列入 1 个$/,
    )
  }
  await act(clerk, '记录县委同意', { 文号: '云委〔2026〕30号' })
  await act(clerk, '记录主任会议通过', { 会议或文号: '第12次主任会议' })
  await act(clerk, '记录公布')
}

export const session = '云岭县第十八届人大常委会第三十一次会议'

/** Opens the appraisal of a subject; answers its address. */
export async function openAppraisal(clerk: Person, place: number): Promise<string> {
  const { page } = clerk
  const line = page.getByRole('region', { name: '评议对象' }).getByRole('listitem').nth(place)
  await line.getByRole('button', { name: '立项', exact: true }).click()
  const form = page.getByRole('dialog').last()
  await form.getByLabel('会议').fill(session)
  await form.getByText(ownRules).first().waitFor()
  await form.getByRole('button', { name: '立项', exact: true }).click()
  const link = line.getByRole('link', { name: /查看评议/ })
  await link.waitFor()
  return (await link.getAttribute('href')) ?? ''
}

export async function enterPhase(clerk: Person, appraisal: string, phase: string): Promise<void> {
  await clerk.open(appraisal)
  await press(clerk, `进入“${phase}”`)
  await clerk.page
    .getByRole('dialog')
    .getByRole('button', { name: `进入“${phase}”`, exact: true })
    .click()
  await clerk.page.getByText('已记入台账').first().waitFor()
}

/** Only offered when nothing is missing; asked once more, for it has no undo. */
export async function archive(clerk: Person, appraisal: string): Promise<void> {
  const { page } = clerk
  await clerk.open(appraisal)
  await page.getByText('材料齐全', { exact: true }).waitFor()
  await press(clerk, '归档')
  await page.getByRole('dialog').getByRole('button', { name: '归档', exact: true }).click()
  await page.getByText('已归档').first().waitFor()
}
