/**
 * Answering a survey in a real browser: on a phone with taps, without scripts, with the network gone and the page
 * reloaded, at a kiosk. What a person sees, and what lies in the tables afterwards.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHousehold, type Household } from './support/browser.ts'
import { atRest, complaintsOf, seriousFindings, sideways } from './support/page-checks.ts'
import { runSurveySite, type SurveySite } from './support/survey-site.ts'

const pictures = process.env['LUOSHI_PICTURES']

let site: SurveySite
let household: Household
let url = ''
let survey = ''
let invited = ''
let code = ''
let address = ''

beforeAll(async () => {
  site = await runSurveySite()
  ;({ url, survey, invited, code } = site)
  address = `${url}/s/${survey}`
  household = await openHousehold()
}, 120_000)

afterAll(async () => {
  await household?.[Symbol.asyncDispose]()
  await site?.[Symbol.asyncDispose]()
}, 60_000)

async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return
  await mkdir(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
}

async function answeredSoFar(of = survey): Promise<number> {
  return Number(await site.test(`answered/${of}`))
}

async function checked(page: Page, name: string): Promise<void> {
  await atRest(page)
  expect({ name, axe: await seriousFindings(page) }).toEqual({ name, axe: [] })
  expect({ name, wide: await sideways(page) }).toEqual({ name, wide: [] })
  await picture(page, name)
}

describe('on a phone of 360 px', () => {
  it('ten questions are ten taps and a few more, one a screen, and end with a receipt', async () => {
    await using browsing = await household.open({ width: 360, height: 740 })
    const page = await browsing.context.newPage()
    const complaints = complaintsOf(page)
    await page.goto(address)
    await checked(page, '1-opening')
    const begun = performance.now()
    await page.getByRole('button', { name: '开始' }).click()
    await page.getByText('城区', { exact: true }).click()
    for (const [at, text] of [
      '依法履职',
      '办事效率',
      '服务态度',
      '政务公开',
      '廉洁自律',
      '解决问题',
      '环境卫生',
      '道路畅通',
    ].entries()) {
      const question = page.getByRole('group', { name: text })
      await question.waitFor()
      if (at === 2) await checked(page, '2-question')
      await question.getByText(at === 3 ? '不了解' : '基本满意', { exact: true }).click()
    }
    await page.getByText('坑洼').click()
    await page.getByText('路灯').click()
    await checked(page, '3-several')
    await page.getByRole('button', { name: '下一题' }).click()
    await page.getByRole('group', { name: '总体评价' }).getByText('不满意', { exact: true }).click()
    // Asked only because of that answer.
    await page.getByRole('group', { name: '不满意在哪里' }).getByText('办得慢').click()
    const text = page.getByLabel('您的意见和建议')
    await text.waitFor()
    expect(performance.now() - begun).toBeLessThan(60_000)
    await text.fill('大柳树路口的坑雨天看不见。')
    await checked(page, '4-text')
    await page.getByRole('button', { name: '下一题' }).click()
    await checked(page, '5-sending')
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('heading', { name: '已收到，谢谢您' }).waitFor()
    expect(await page.locator('[data-code]').textContent()).toMatch(
      /^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/,
    )
    await checked(page, '6-thanks')
    expect(complaints.take()).toEqual([])
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([
      `luoshi-survey-done-${survey}`,
    ])
    await page.reload()
    await page.getByText('这台手机上已经提交过一份').waitFor()
    expect(await answeredSoFar()).toBe(1)
  }, 120_000)

  it('what was filled in survives a reload; without network it waits and is sent by itself, once', async () => {
    await using browsing = await household.open({ width: 390, height: 844 })
    const page = await browsing.context.newPage()
    await page.goto(`${address}?c=hall`)
    await page.getByRole('button', { name: '开始' }).click()
    await page.getByRole('group', { name: '依法履职' }).getByText('不满意', { exact: true }).click()
    await page.getByRole('group', { name: '办事效率' }).waitFor()
    await page.reload()
    await page.getByRole('group', { name: '办事效率' }).waitFor()
    await page.getByRole('button', { name: '上一题' }).click()
    expect(
      await page
        .getByRole('group', { name: '依法履职' })
        .getByLabel('不满意', { exact: true })
        .isChecked(),
    ).toBe(true)
    for (let n = 0; n < 11; n += 1) await page.locator('[data-next]').click()
    await browsing.context.setOffline(true)
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('网络恢复后会自动重发').waitFor()
    await checked(page, '7-waiting')
    const before = await answeredSoFar()
    await browsing.context.setOffline(false)
    await page.getByRole('heading', { name: '已收到，谢谢您' }).waitFor()
    expect(await answeredSoFar()).toBe(before + 1)
  }, 120_000)
})

describe('somebody who was invited', () => {
  it('answers by the code of her letter; what is sent later carries no code and nothing of it is left', async () => {
    await using browsing = await household.open({ width: 360, height: 740 })
    const page = await browsing.context.newPage()
    const complaints = complaintsOf(page)
    const sent: string[] = []
    page.on('request', (one) => {
      if (one.url().endsWith('/cast')) sent.push(one.postData() ?? '')
    })
    await page.clock.install({ time: '2026-03-03T02:00:00Z' })
    await page.goto(`${url}/s/${invited}#${code}`)
    await page.getByRole('button', { name: '开始' }).click()
    expect(await page.getByLabel('邀请码').inputValue()).toBe(code)
    await checked(page, 'a-code')
    await page.getByRole('button', { name: '跳过' }).click()
    await page.getByRole('group', { name: '依法履职' }).getByText('不满意', { exact: true }).click()
    await page.getByRole('group', { name: '办事效率' }).waitFor()
    for (let n = 0; n < 9; n += 1) await page.locator('[data-next]').click()
    await page.getByLabel('您的意见和建议').fill('路灯不亮。')
    await page.getByRole('button', { name: '下一题' }).click()
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('heading', { name: '答卷已经封好' }).waitFor()
    expect(sent).toEqual([])
    expect(page.url()).not.toContain(code)
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(code)
    await checked(page, 'b-sealed')
    await page.clock.fastForward('25:00:00')
    await page.getByRole('heading', { name: '已收到，谢谢您' }).waitFor()
    expect(sent).toHaveLength(2)
    expect(sent.join()).not.toContain(code)
    expect(complaints.take()).toEqual([])
    expect(await answeredSoFar(invited)).toBe(1)
  }, 120_000)
})

describe('otherwise', () => {
  it('without scripts it is one plain form, also in the caring view', async () => {
    await using browsing = await household.open({ width: 360, height: 740, scripts: false })
    const page = await browsing.context.newPage()
    await page.goto(address)
    await page.getByRole('button', { name: '关怀' }).click()
    await page.waitForLoadState('networkidle')
    await picture(page, '8-plain-elder')
    await page.getByRole('group', { name: '总体评价' }).getByText('满意', { exact: true }).click()
    const before = await answeredSoFar()
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('heading', { name: '已收到，谢谢您' }).waitFor()
    expect(await answeredSoFar()).toBe(before + 1)
  }, 120_000)

  it('at a kiosk nothing is kept of whoever was there', async () => {
    await using browsing = await household.open({ width: 1024, height: 768 })
    const page = await browsing.context.newPage()
    await page.goto(`${address}?c=kiosk`)
    await page.getByRole('button', { name: '开始' }).click()
    await page.getByRole('group', { name: '依法履职' }).getByText('满意', { exact: true }).click()
    await page.getByRole('group', { name: '办事效率' }).waitFor()
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    for (let n = 0; n < 10; n += 1) await page.locator('[data-next]').click()
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('button', { name: '下一位' }).click()
    await page.getByRole('button', { name: '开始' }).click()
    expect(
      await page
        .getByRole('group', { name: '依法履职' })
        .getByRole('radio', { checked: true })
        .count(),
    ).toBe(0)
    await checked(page, '9-kiosk')
  }, 120_000)

  it('whoever walks away from a kiosk leaves nothing on it; whoever is still there goes on', async () => {
    await using browsing = await household.open({ width: 1024, height: 768 })
    const page = await browsing.context.newPage()
    await page.clock.install({ time: '2026-03-03T02:00:00Z' })
    await page.goto(`${address}?c=kiosk&lang=en`)
    const first = page.locator('[data-step][data-question]').first()
    await page.locator('[data-next]').click()
    await first.getByRole('radio').first().check()
    // It turns by itself.
    await first.waitFor({ state: 'hidden' })
    await page.clock.fastForward('01:01')
    await page.getByRole('heading', { name: 'Are you still there?' }).waitFor()
    expect(await page.locator('[data-step]:visible').count()).toBe(0)
    await checked(page, '10-kiosk-still-there')
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.locator('[data-step]:visible').waitFor()
    await page.clock.fastForward('01:01')
    await page.getByRole('heading', { name: 'Are you still there?' }).waitFor()
    await page.clock.fastForward('00:21')
    // For the next person, who may read Chinese only.
    await page.getByRole('button', { name: '开始' }).waitFor()
    await page.getByRole('button', { name: '开始' }).click()
    expect(await first.getByRole('radio', { checked: true }).count()).toBe(0)
    // A code has to be copied: it stays longer, and goes by itself.
    for (let n = 0; n < 10; n += 1) await page.locator('[data-next]').click()
    await page.getByLabel('您的意见和建议').fill('路灯不亮。')
    await page.locator('[data-next]').click()
    await page.getByRole('button', { name: '提交' }).click()
    await page.locator('[data-code]').waitFor()
    expect(await page.getByRole('link', { name: '凭回执码查看办理情况' }).count()).toBe(0)
    await page.clock.fastForward('01:00')
    await checked(page, '11-kiosk-code')
    expect(await page.locator('[data-code]').isVisible()).toBe(true)
    await page.clock.fastForward('00:31')
    await page.getByRole('button', { name: '开始' }).waitFor()
    expect(await page.locator('[data-code]').isVisible()).toBe(false)
  }, 120_000)
})
