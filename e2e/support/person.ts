/** One person at a browser of their own: signs in by a link, opens matters, takes steps as the page offers them. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openBrowser, type Browsing } from './browser.ts'
import type { DemoServer } from './demo-server.ts'

export type Person = AsyncDisposable &
  Readonly<{
    page: Page
    open: (path: string) => Promise<void>
    /** Opens a step's form, lets `fill` fill it, submits, and waits until the ledger has it. */
    take: (verb: string, fill?: (form: Form) => Promise<void>) => Promise<void>
    status: () => Promise<string>
  }>

export type Form = ReturnType<Page['getByRole']>

export async function signedIn(server: DemoServer, login: string, width = 1440): Promise<Person> {
  const browsing = await openBrowser({ width })
  return personAt(server.url, browsing, (page) => page.goto(server.linkOf(login)))
}

/** At a browser of one's own, in which one comes in by `enter`. */
export async function personAt(
  url: string,
  browsing: Browsing,
  enter: (page: Page) => Promise<unknown>,
): Promise<Person> {
  const page = await browsing.context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  await enter(page)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return {
    page,
    open: async (path) => {
      await page.goto(url + path)
      await page.getByRole('heading', { level: 1 }).waitFor()
    },
    take: async (verb, fill) => {
      await page.getByRole('button', { name: verb, exact: true }).first().click()
      const form = page.getByRole('dialog', { name: new RegExp(`^${verb}`) })
      await form.waitFor()
      try {
        await fill?.(form)
        await form.getByRole('button', { name: verb, exact: true }).click()
        // Acts of law have no undo, so the page asks once more.
        const asked = page
          .getByRole('dialog')
          .filter({ hasText: '？' })
          .last()
          .getByRole('button', { name: verb, exact: true })
        const done = page.getByText(`${verb}：已记入台账`).first()
        await asked.or(done).first().waitFor()
        if (!(await done.isVisible())) await asked.click()
        await done.waitFor()
        await form.waitFor({ state: 'hidden' })
      } catch (failure) {
        const seen = await form.ariaSnapshot().catch(() => 'the form is gone')
        throw new Error(`${verb} could not be taken; the form shows:\n${seen}`, { cause: failure })
      }
    },
    status: async () =>
      (
        await page.getByRole('heading', { level: 1 }).locator('xpath=following::p[1]').innerText()
      ).trim(),
    [Symbol.asyncDispose]: async () => {
      await browsing[Symbol.asyncDispose]()
      expect(faults).toEqual([])
    },
  }
}
