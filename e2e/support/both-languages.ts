/** One page at a desk and on a phone, in both languages. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectSound, type complaintsOf } from './page-checks.ts'

export const desk = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

/**
 * A page is shown once and changes its language as a person changes it; axe, which takes the longest, looks at a desk in
 * Chinese and at a phone in English.
 */
export async function expectSoundAt(
  page: Page,
  complaints: ReturnType<typeof complaintsOf>,
  path: string,
  rest: () => Promise<void>,
): Promise<void> {
  await page.locator('main h1').first().waitFor()
  expect(page.url()).toContain(path.split('?')[0])
  await expectSound(page, complaints, true, rest)
  await page.setViewportSize(phone)
  await expectSound(page, complaints, false, rest)
  await page.setViewportSize(desk)
  await changeLanguage(page, 'English')
  await expectSound(page, complaints, false, rest)
  await page.setViewportSize(phone)
  await expectSound(page, complaints, true, rest)
  await page.setViewportSize(desk)
  await changeLanguage(page, '中文')
}

/** Not by the mouse: the big screen covers the head of the console. */
export async function changeLanguage(page: Page, language: 'English' | '中文'): Promise<void> {
  await page
    .locator('header')
    .getByRole('button', { name: language, exact: true })
    .dispatchEvent('click')
  await page.locator(`html[lang=${language === 'English' ? 'en' : 'zh-CN'}]`).waitFor()
}
