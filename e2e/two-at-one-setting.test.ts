/**
 * Two people over the same settings, in a real browser on a real database: of one setting the second is told and loses
 * nothing he typed, of two both are taken. Another window is a call over HTTP with the same session.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callerWith, type Caller } from './support/asking.ts'
import { startDemo, type DemoServer } from './support/demo-server.ts'
import { isRecord } from './support/luoshi-process.ts'
import { signedIn, type Person } from './support/person.ts'

let server: DemoServer
let clerk: Person
let admin: Person

beforeAll(async () => {
  server = await startDemo()
  clerk = await signedIn(server, 'clerk')
  admin = await signedIn(server, 'admin')
}, 480_000)

afterAll(async () => {
  for (const one of [clerk, admin]) await one?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
})

async function anotherWindow({ page }: Person): Promise<Caller> {
  const [cookie] = await page.context().cookies()
  return callerWith(server.url, `${cookie?.name}=${cookie?.value}`)
}

async function read(by: Caller, path: string): Promise<Readonly<Record<string, unknown>>> {
  const answer: unknown = JSON.parse((await by.get(path)).text)
  if (!isRecord(answer)) throw new Error(`${path} is nothing`)
  return answer
}

const conflict = /其他人已经更新了这条记录/

describe('a draft of the county’s rules', () => {
  const name = '两个人起草的办法'
  const source = { text: '第九条', ref: name, verified: true }
  const dialog = () => clerk.page.getByRole('dialog').last()

  /** Somebody else changes a setting of the draft that is open on the page. */
  async function changedByAnother(key: string, value: number): Promise<void> {
    const other = await anotherWindow(clerk)
    const path = `/api/v1/county-books/${new URL(clerk.page.url()).pathname.split('/').at(-1)}`
    const { version } = await read(other, path)
    const body = JSON.stringify({ version, told: { type: 'ChangeSetting', key, value, source } })
    expect((await other.send('POST', `${path}/steps`, { body })).status).toBe(200)
  }

  async function openSetting(title: string, days: string): Promise<void> {
    await clerk.page.getByRole('button', { name: `修改“${title}”`, exact: true }).click()
    await dialog().getByRole('spinbutton').fill(days)
    await dialog().getByLabel('原文').fill(`连续${days}日没有任何记录的，提示`)
    await dialog().getByLabel('出处').fill(name)
  }
  const save = () => dialog().getByRole('button', { name: '保存', exact: true }).click()

  it('takes two settings that two people change at once', async () => {
    const { page } = clerk
    await clerk.open('/rule-books')
    await page.getByRole('button', { name: '起草办法', exact: true }).click()
    await dialog().getByLabel('办法全称').fill(name)
    await dialog().getByRole('button', { name: '开始起草', exact: true }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await openSetting('静默预警', '25')
    await changedByAnother('warningRounds', 7)
    await save()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page
      .locator('#silenceDays')
      .getByText('连续25日没有任何记录', { exact: true })
      .first()
      .waitFor()
    await page.locator('#warningRounds').getByText('第7轮起', { exact: true }).first().waitFor()
  }, 60_000)

  it('tells the second of two who change the same setting, and asks whose is to stand', async () => {
    const { page } = clerk
    await openSetting('静默预警', '33')
    await changedByAnother('silenceDays', 44)
    await save()
    await dialog().getByText(conflict).waitFor()
    expect(await dialog().getByRole('spinbutton').inputValue()).toBe('33')
    await dialog().getByRole('button', { name: '保留我填的', exact: true }).click()
    await save()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page
      .locator('#silenceDays')
      .getByText('连续33日没有任何记录', { exact: true })
      .first()
      .waitFor()
  }, 60_000)
})

describe('how people come in', () => {
  const form = (label: string) => admin.page.getByRole('region', { name: label, exact: true })
  const save = (label: string) =>
    form(label).getByRole('button', { name: '保存', exact: true }).click()

  it('is not set over what another administrator set: what was typed stays until it is said', async () => {
    const { page } = admin
    await admin.open('/accounts/rules')
    const idle = form('登录规则').getByLabel('多少分钟不操作自动退出')
    await idle.fill('42')
    const other = await anotherWindow(admin)
    const { rules } = await read(other, '/api/v1/sign-in-rules')
    if (!isRecord(rules)) throw new Error('no rules')
    const body = JSON.stringify({ ...rules, passwordDays: 77 })
    expect((await other.send('PUT', '/api/v1/sign-in-rules', { body })).status).toBe(200)
    await save('登录规则')
    await form('登录规则').getByText(conflict).waitFor()
    expect(await idle.inputValue()).toBe('42')
    await page.getByRole('button', { name: '改用最新内容，放弃我填的', exact: true }).click()
    await expect
      .poll(() => form('登录规则').getByLabel('密码多少天到期（0 为不到期）').inputValue())
      .toBe('77')
    await idle.fill('42')
    await save('登录规则')
    await page.getByText('已保存').waitFor()
    const { rules: now } = await read(other, '/api/v1/sign-in-rules')
    expect(now).toMatchObject({ idleMinutes: 42, passwordDays: 77 })
  }, 60_000)

  it('nor through which provider', async () => {
    const { page } = admin
    await admin.open('/accounts/rules')
    const label = form('统一身份认证').getByLabel('登录页按钮上的字')
    await label.fill('省政务统一认证')
    const other = await anotherWindow(admin)
    const provider = {
      label: '市统一认证',
      issuer: 'https://id.example.gov.cn',
      clientId: 'luoshi',
      secretFrom: 'env:LUOSHI_OIDC_SECRET',
      loginClaim: 'preferred_username',
      enabled: false,
      version: 0,
    }
    const body = JSON.stringify(provider)
    expect((await other.send('PUT', '/api/v1/unified-identity', { body })).status).toBe(200)
    await form('统一身份认证').getByLabel('颁发者地址（issuer）').fill('https://id.example.gov.cn')
    await form('统一身份认证').getByLabel('客户端编号（client_id）').fill('luoshi')
    await save('统一身份认证')
    await form('统一身份认证').getByText(conflict).waitFor()
    expect(await label.inputValue()).toBe('省政务统一认证')
    await page.getByRole('button', { name: '保留我填的', exact: true }).click()
    await save('统一身份认证')
    await page.getByText('已保存').waitFor()
    const { provider: now } = await read(other, '/api/v1/unified-identity')
    expect(now).toMatchObject({ label: '省政务统一认证', version: 2 })
  }, 60_000)
})
