/** The tellers' and the clerk's desk in the hall: steps that ask once more, the key ceremony, shares typed from slips. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { changeLanguage } from './both-languages.ts'

export const button = (within: Page | Locator, name: string | RegExp) =>
  within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })

/** A step that asks once more. */
export async function take(page: Page, name: string): Promise<void> {
  await button(page, name).click()
  await button(page.getByRole('dialog').last(), name).click()
}

/** Each takes the own share, types back its last group, and hands on; answers the shares. Nothing is registered yet. */
export async function ceremony(page: Page, open: Locator, holders: number): Promise<string[]> {
  await open.click()
  const dialog = page.getByRole('dialog')
  await button(dialog, '人已到齐，生成钥匙').click()
  const seen: string[] = []
  for (let at = 0; at < holders; at += 1) {
    await button(dialog, '显示我的一份').click()
    const shown = dialog.locator('.share-slip li')
    await expect.poll(() => shown.count(), { timeout: 30_000 }).toBe(14)
    const groups = await shown.allInnerTexts()
    seen.push(groups.join(' '))
    await button(dialog, '已抄好（已打印），隐藏').click()
    await shown.first().waitFor({ state: 'detached' })
    const last = dialog.getByLabel('请照纸条输入最后一组（4 位）')
    await last.fill('----')
    expect(await button(dialog, '无误，换下一位').isDisabled()).toBe(true)
    await last.fill((groups.at(-1) ?? '').toLowerCase())
    await button(dialog, '无误，换下一位').click()
  }
  if (holders === 3)
    await expect.poll(() => dialog.locator('.hall-proofs li').count(), { timeout: 30_000 }).toBe(3)
  return seen
}

export async function register(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  await button(dialog, '登记公钥').click()
  await dialog.waitFor({ state: 'hidden' })
}

/** What tellers have typed from their slips is still there in English, and in Chinese again. */
export async function keepsShares(page: Page): Promise<void> {
  const shares = page.locator('.hall-locks textarea')
  const typed = () => shares.evaluateAll((all) => all.map((one) => Reflect.get(one, 'value')))
  const before = await typed()
  expect(before.filter((text) => text !== '')).toHaveLength(2)
  const names = { English: 'First count lock', 中文: '第一把计票锁' }
  for (const language of ['English', '中文'] as const) {
    await changeLanguage(page, language)
    await page.getByRole('region', { name: names[language], exact: true }).waitFor()
    expect(await typed()).toEqual(before)
  }
}

export type Figures = Readonly<Record<string, string>>

/** Of every column of the form; none where nothing is said. */
export const ballotsOf = (figures: Figures): Figures => ({
  ...Object.fromEntries(columns.map((column) => [column, '0'])),
  ...figures,
})

const columns = ['满意', '基本满意', '不满意', '弃权', '不了解', '未填', '废票']

/** One person's count of the paper ballots; not yet sent. */
export async function fillPaper(page: Page, figures: Figures): Promise<void> {
  const paper = page.getByRole('region', { name: '纸质票', exact: true })
  for (const [column, figure] of Object.entries(figures))
    await paper.getByLabel(new RegExp(` ${column}$`)).fill(figure)
  await paper.getByLabel('总监票人', { exact: true }).fill('顾云章')
  await paper.getByLabel('监票人', { exact: true }).fill('纪长宁')
  await paper.getByLabel('计票人', { exact: true }).fill('秦小满、秦岚')
}
