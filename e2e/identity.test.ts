/** Coming in, in a real browser: a code app, a passkey in a virtual authenticator, sessions ended from afar, a deputy. */
import { Secret, TOTP } from 'otpauth'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { province } from '../server/src/identity/testing/province.ts'
import { openBrowser, type Browsing } from './support/browser.ts'
import { demoFolder } from './support/demo-folder.ts'
import { dataFolder, linkOf, luoshiRuns, type LuoshiProcess } from './support/luoshi-process.ts'
import { drawn, seriousFindings, sideways, unmoved } from './support/page-checks.ts'

const password = '青山-Oboe-七里-39'
const secret = 'a-secret-of-the-province'

let folder: Awaited<ReturnType<typeof dataFolder>>
let server: LuoshiProcess
let browsing: Browsing
/** Passkeys know names only, no numbers: the same server under its name. */
let place: string
let page: Page

beforeAll(async () => {
  folder = await dataFolder()
  process.env['LUOSHI_OIDC_SECRET'] = secret
  server = await luoshiRuns('serve', '--data', folder.path, '--port', '0')
  browsing = await openBrowser()
  page = await browsing.context.newPage()
  const setup = new URL(String(server.said['setup']))
  setup.hostname = 'localhost'
  place = setup.origin
  await page.goto(setup.href)
  const end = (await page.locator('.key strong').innerText()).replaceAll(' ', '').slice(-8)
  const fields = { congress: '清禾县人民代表大会常务委员会', county: '清禾县', name: '闻人素' }
  for (const [name, value] of Object.entries({ ...fields, login: 'wenren', password, end })) {
    await page.locator(`[name=${name}]`).fill(value)
  }
  await page.locator('[name=repeat]').fill(password)
  await page.locator('main button').click()
  await page.waitForURL(`${place}/`)
}, 240_000)

afterAll(async () => {
  await browsing?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
  await folder?.[Symbol.asyncDispose]()
})

async function signOut(context: BrowserContext): Promise<void> {
  await context.clearCookies()
}

async function byPassword(on: Page): Promise<void> {
  await on.goto(`${place}/sign-in`)
  await on.getByLabel('登录名').fill('wenren')
  await on.getByLabel('密码', { exact: true }).fill(password)
  await on.getByRole('button', { name: '登录', exact: true }).click()
}

async function expectSound(on: Page): Promise<void> {
  for (const width of [1440, 390]) {
    await on.setViewportSize({ width, height: 900 })
    await drawn(on)
    expect(await sideways(on)).toEqual([])
  }
  await unmoved(on)
  expect(await seriousFindings(on)).toEqual([])
  await on.setViewportSize({ width: 1440, height: 900 })
}

/** A passkey in a virtual authenticator of this page. */
async function withPasskey(): Promise<void> {
  const devtools = await browsing.context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(`${place}/account`)
  await page.getByText('登记通行密钥').first().click()
  await page.locator('#key-name').fill('办公室电脑')
  await page.locator('#present-key').fill(password)
  await page.getByRole('button', { name: '登记通行密钥' }).click()
  await page.getByText('已登记通行密钥').waitFor()
  await page.getByText('办公室电脑', { exact: true }).waitFor()
}

/** A sensitive act that stops to ask for the second factor. */
async function toProve(on: Page): Promise<void> {
  await on.goto(`${place}/accounts/rules`)
  await on.getByRole('button', { name: '保存' }).first().click()
  await on.getByLabel('验证码或者恢复码').waitFor()
}

describe('somebody who comes in', () => {
  it('sets up a code app, and from then on needs its code', async () => {
    // Both of these sessions begin before there is a second factor.
    await using other = await openBrowser()
    const elsewhere = await other.context.newPage()
    await byPassword(elsewhere)
    await elsewhere.waitForURL(`${place}/`)
    await page.goto(`${place}/account`)
    await expectSound(page)
    await page.getByText('绑定验证器').first().click()
    await page.locator('#present-app').fill(password)
    await page.getByRole('button', { name: '下一步' }).click()
    await page.locator('.qr svg').waitFor()
    await expectSound(page)
    const typed = (await page.locator('.secret code').innerText()).replaceAll(' ', '')
    const app = new TOTP({ secret: Secret.fromBase32(typed) })
    await page.getByLabel('验证码').fill(app.generate())
    await page.getByRole('button', { name: '完成绑定' }).click()
    await page.locator('.codes code').nth(9).waitFor()
    const codes = await page.locator('.codes code').allInnerTexts()
    expect(codes).toHaveLength(10)
    await page.getByRole('link', { name: '已保存，继续' }).click()
    await page.getByText('已绑定手机验证器').waitFor()

    // What weighs much asks for it first, and goes on by itself: by code in the one place …
    await toProve(elsewhere)
    await expectSound(elsewhere)
    await elsewhere.getByLabel('验证码或者恢复码').fill(codes[1] ?? '')
    await elsewhere.getByRole('button', { name: '验证并继续' }).click()
    await elsewhere.getByText('已保存').waitFor()

    // … and by passkey in the other.
    await withPasskey()
    await toProve(page)
    await page.getByRole('button', { name: '用通行密钥验证' }).click()
    await page.getByText('已保存').waitFor()

    await signOut(browsing.context)
    await byPassword(page)
    await page.getByRole('heading', { name: '第二步验证' }).waitFor()
    await expectSound(page)
    await page.goto(`${place}/matters`)
    await page.waitForURL(({ pathname }) => pathname === '/sign-in')
    await byPassword(page)
    await page.getByLabel('验证码或恢复码').fill(codes[0] ?? '')
    await page.getByRole('button', { name: '继续' }).click()
    await page.waitForURL(`${place}/`)
  }, 120_000)

  it('signs in with the passkey alone, without typing anything', async () => {
    await signOut(browsing.context)
    await page.goto(`${place}/sign-in`)
    await page.getByRole('button', { name: '用通行密钥登录' }).click()
    await page.waitForURL(`${place}/`)
  }, 120_000)

  it('sees where they are signed in and ends the other place at once', async () => {
    await using elsewhere = await openBrowser()
    const cookies = await browsing.context.cookies()
    await page.goto(`${place}/account`)
    await page.locator('.session').nth(1).waitFor()
    await page.getByRole('button', { name: '退出其他全部登录' }).click()
    await page.getByText('已退出。').waitFor()
    await page.locator('.session').nth(1).waitFor({ state: 'detached' })
    expect(await page.locator('.session').count()).toBe(1)
    await elsewhere.context.addCookies(cookies)
    const other = await elsewhere.context.newPage()
    await other.goto(`${place}/account`)
    await other.getByRole('heading', { name: '登录与安全' }).waitFor()
  }, 120_000)
})

describe('the province’s unified identity', () => {
  it('is set up by the administrator, says who comes, and does not skip the second step', async () => {
    const client = { id: 'luoshi', secret, redirect: `${place}/sign-in/oidc/back` }
    await using there = await province(client, new Map([['province-1', 'wenren']]))
    await page.goto(`${place}/accounts/rules`)
    await page.getByLabel('颁发者地址（issuer）').fill(there.issuer)
    await page.getByLabel('客户端编号（client_id）').fill('luoshi')
    await page.getByLabel('启用', { exact: true }).check()
    await page.getByRole('button', { name: '保存' }).last().click()
    await page.getByText('已保存').waitFor()
    await signOut(browsing.context)
    await page.goto(`${place}/sign-in`)
    await expectSound(page)
    await page.getByRole('link', { name: '统一身份认证登录' }).click()
    await page.locator('[name=login]').fill('province-1')
    await page.locator('[name=password]').fill('any')
    await page.locator('[type=submit]').click()
    await page.locator('[name=prompt][value=consent]').waitFor({ state: 'attached' })
    await page.locator('[type=submit]').click()
    await page.getByRole('heading', { name: '第二步验证' }).waitFor()
    await page.getByRole('button', { name: '用通行密钥登录' }).click()
    await page.waitForURL(`${place}/`)
  }, 120_000)
})

describe('a clerk on leave', () => {
  it('has a deputy who signs in as himself, and both menus say so', async () => {
    await using own = await demoFolder()
    await using demo = await luoshiRuns('demo', '--data', own.path, '--port', '0')
    await using away = await openBrowser()
    await using there = await openBrowser()
    const absent = await away.context.newPage()
    await absent.goto(linkOf(demo, 'clerk'))
    await absent.goto(`${demo.url}/account`)
    await absent.getByText('委托同事代办').click()
    await absent.locator('#deputy').fill('team')
    await absent.locator('#until').fill(await absent.locator('#from').inputValue())
    await absent.locator('#reason').fill('年休假')
    await absent.getByRole('button', { name: '委托', exact: true }).click()
    await absent.getByText('委托已生效').waitFor()

    const deputy = await there.context.newPage()
    await deputy.goto(linkOf(demo, 'team'))
    await deputy.locator('.band-person').click()
    await deputy.getByText(/^代.+办理/).click()
    await deputy.getByText(/您正在代.+办理/).waitFor()
    await absent.goto(demo.url)
    await absent.locator('.band-person').click()
    await absent.getByText(/正可代您办理/).waitFor()
    await deputy.getByRole('button', { name: '恢复本人身份' }).click()
    await deputy.getByText(/您正在代.+办理/).waitFor({ state: 'detached' })
  }, 240_000)
})
