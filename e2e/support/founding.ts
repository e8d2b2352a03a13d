/** The first hour of a congress in the browser: the key ceremony, and invitations by a link that each person opens at home. */
import type { Page } from 'playwright-core'
import type { Browsing } from './browser.ts'
import { choose, press } from './dialogs.ts'
import { personAt, type Person } from './person.ts'

const password = '青山-Oboe-七里-39'

export const congressName = '云岭县人民代表大会常务委员会'

/** By the link that the server printed on its own console. */
export function found(url: string, browsing: Browsing, setupLink: string): Promise<Person> {
  return personAt(url, browsing, async (page) => {
    await page.goto(setupLink)
    const text = await page.locator('body').innerText()
    const fingerprint = /(?:[0-9A-F]{4} ){7}[0-9A-F]{4}/.exec(text)?.[0] ?? ''
    await page.getByLabel('全称').fill(congressName)
    await page.getByLabel('行政区').fill('云岭县')
    await page.getByLabel('姓名').fill('办公室管理员')
    await page.getByLabel('登录名').fill('office')
    await page.getByLabel('密码', { exact: true }).fill(password)
    await page.getByLabel('再输入一遍密码').fill(password)
    await page.getByLabel('请从打印件或抄件上输入指纹的最后 8 位').fill(fingerprint.slice(-9))
    await page.getByRole('button', { name: '完成设置' }).click()
    await page.waitForURL(/\/$/)
  })
}

export type Invited = Readonly<{
  login: string
  name: string
  role: string
  unit?: string
  official?: string
}>

/** The administrator invites; the invited opens the link in a browser of their own and sets a password. */
export async function invite(
  url: string,
  browsing: Browsing,
  admin: Person,
  { login, name, role, unit, official }: Invited,
): Promise<Person> {
  const { page } = admin
  await admin.open('/accounts')
  await press(admin, '邀请')
  const form = page.getByRole('dialog').last()
  await form.getByLabel('登录名').fill(login)
  await form.getByLabel('姓名', { exact: true }).fill(name)
  await choose(admin, form, '身份', role)
  await page.keyboard.press('Escape')
  if (unit !== undefined) await choose(admin, form, '所属单位', unit)
  if (official !== undefined) await choose(admin, form, '对应的述职人员', official)
  await form.getByRole('button', { name: '邀请', exact: true }).click()
  const link = await page.getByRole('dialog').locator('.invitation code').innerText()
  await page
    .getByRole('dialog')
    .last()
    .getByRole('button', { name: /关\s*闭/ })
    .last()
    .click()
  return personAt(url, browsing, (own) => accept(own, link))
}

async function accept(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('新密码', { exact: true }).fill(password)
  await page.getByLabel('再输入一遍新密码').fill(password)
  await page.getByRole('button', { name: '设置密码并登录' }).click()
  await page.waitForURL(/\/$/)
}
