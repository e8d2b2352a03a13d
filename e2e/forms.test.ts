/**
 * Forms say what they wait for, and lose nothing: a grey button names what is missing, fields stand still while they are sent, and
 * whoever was overtaken is told what pressing again does.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemo, type DemoServer } from './support/demo-server.ts'
import { signedIn, type Person } from './support/person.ts'

let server: DemoServer
let clerk: Person

beforeAll(async () => {
  server = await startDemo()
  clerk = await signedIn(server, 'clerk')
}, 480_000)

afterAll(async () => {
  await clerk?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
})

/** Holds every command back that the page sends to `path`, until it is let go. */
async function heldBack({ page }: Person, path: RegExp) {
  const gate = Promise.withResolvers<void>()
  const asked = Promise.withResolvers<void>()
  await page.route(path, async (route) => {
    if (route.request().method() !== 'GET') {
      asked.resolve()
      await gate.promise
    }
    await route.fallback()
  })
  return { asked: asked.promise, letGo: () => gate.resolve() }
}

describe('a form', () => {
  it('names what its grey button waits for, and takes it back once it is there', async () => {
    const { page } = clerk
    await clerk.open('/people?tab=units')
    await page.getByRole('button', { name: '登记单位', exact: true }).first().click()
    const dialog = page.getByRole('dialog')
    const send = dialog.getByRole('button', { name: /^登\s?记$/ })
    const field = dialog.getByLabel('单位名称', { exact: true })
    await dialog.getByText('还没有填：单位名称').waitFor()
    expect(await send.isDisabled()).toBe(true)
    const described = await send.getAttribute('aria-describedby')
    expect(await page.locator(`[id="${described}"]`).innerText()).toBe('还没有填：单位名称')
    await field.fill('清禾县粮食和物资储备局')
    await expect.poll(() => send.isEnabled()).toBe(true)
    expect(await dialog.getByText('还没有填').count()).toBe(0)
  }, 120_000)

  it('stands still while it is being sent: nothing can be typed that would be lost, and the focus stays', async () => {
    const { page } = clerk
    const dialog = page.getByRole('dialog')
    const field = dialog.getByLabel('单位名称', { exact: true })
    const held = await heldBack(clerk, /\/api\/v1\/units$/)
    await dialog.getByRole('button', { name: /^登\s?记$/ }).click()
    await held.asked
    await field.focus()
    expect(await field.isEditable()).toBe(false)
    await page.keyboard.type('（筹）')
    expect(await field.inputValue()).toBe('清禾县粮食和物资储备局')
    expect(await field.evaluate((own) => own === document.activeElement)).toBe(true)
    held.letGo()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('row').filter({ hasText: '清禾县粮食和物资储备局' }).waitFor()
    await page.unroute(/\/api\/v1\/units$/)
  }, 120_000)

  it('on a page of its own keeps what was saved, and takes what is typed after the answer', async () => {
    const { page } = clerk
    await clerk.open('/self-check-framework')
    const field = page.getByRole('region', { name: /自查/ }).locator('textarea, input').first()
    const before = await field.inputValue()
    await field.fill(`${before}（一）`)
    const held = await heldBack(clerk, /\/api\/v1\/self-check-framework$/)
    await page.getByRole('button', { name: '保存提纲', exact: true }).click()
    await held.asked
    expect(await field.isEditable()).toBe(false)
    held.letGo()
    await page.getByText('已记入台账').first().waitFor()
    await expect.poll(() => field.isEditable()).toBe(true)
    expect(await field.inputValue()).toBe(`${before}（一）`)
    await field.press('End')
    await page.keyboard.type('再改')
    expect(await field.inputValue()).toBe(`${before}（一）再改`)
  }, 120_000)

  it('that was overtaken says what pressing again does, and keeps what was chosen', async () => {
    const { page } = clerk
    await clerk.open('/people?tab=units')
    // The same clerk in a second window is somebody else to the first.
    const other = await page.context().newPage()
    await other.goto(page.url())
    for (const one of [page, other]) {
      const row = one.getByRole('row').filter({ hasText: '清禾县水利局' })
      await row.getByRole('button', { name: '确定负责人', exact: true }).click()
      await one.getByRole('dialog').getByRole('combobox').click()
      await one.locator('.ant-select-item-option').filter({ hasText: '刘明远' }).click()
    }
    const send = (one: Page) =>
      one.getByRole('dialog').getByRole('button', { name: '确定负责人', exact: true }).click()
    await send(other)
    await other.getByRole('dialog').waitFor({ state: 'hidden' })
    await other.close()

    await send(page)
    const dialog = page.getByRole('dialog')
    await dialog.getByText('再按“确定负责人”，就接在对方后面照您填的记').waitFor()
    expect(await dialog.getByRole('link', { name: '另开窗口看最新内容' }).isVisible()).toBe(true)
    await send(page)
    await dialog.waitFor({ state: 'hidden' })
  }, 120_000)
})
