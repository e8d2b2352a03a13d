/**
 * A voter's page against a hall that speaks the product's HTTP and can lose answers (`portal/testing/hall.ts`): the hall, a
 * phone in it whose clock the test turns, and what voters do.
 */
import type { Page } from 'playwright-core'
import { builtPortal } from '../../portal/testing/built-portal.ts'
import { openHall } from '../../portal/testing/hall.ts'
import type { Hall, HallShape } from '../../portal/testing/hall-parts.ts'
import { openHousehold, type Browsing, type Household } from './browser.ts'

export type Voting = AsyncDisposable &
  Readonly<{ portal: Awaited<ReturnType<typeof builtPortal>>; household: Household }>

export async function openVoting(): Promise<Voting> {
  const portal = await builtPortal()
  const household = await openHousehold()
  return { portal, household, [Symbol.asyncDispose]: () => household[Symbol.asyncDispose]() }
}

/** A hall and a phone in it, both gone at the end. */
export async function phoneIn(
  { portal, household }: Voting,
  asked: Partial<HallShape> = {},
  who?: string,
) {
  const hall = await openHall(portal, asked)
  const browsing = await household.open({ width: 390, height: 844 })
  if (who !== undefined) {
    const cookie = { name: 'who', value: encodeURIComponent(who), url: hall.url }
    await browsing.context.addCookies([cookie])
  }
  const page = await newPage(browsing)
  return {
    hall,
    browsing,
    page,
    [Symbol.asyncDispose]: async () => {
      await browsing[Symbol.asyncDispose]()
      await hall[Symbol.asyncDispose]()
    },
  }
}

export async function newPage(browsing: Browsing): Promise<Page> {
  const page = await browsing.context.newPage()
  page.setDefaultTimeout(30_000)
  // Random waits pass when the test says so; nothing here waits for them.
  await page.clock.install()
  return page
}

export const addressOf = (hall: Hall, more = '') => `${hall.url}/vote/${hall.ballot}${more}`

/** Turns the clock on until the text is there: polls, retries and delays happen at once. */
export async function soon(page: Page, text: string | RegExp): Promise<void> {
  const awaited = page.getByText(text).first()
  for (let turned = 0; turned < 600; turned += 1) {
    await page.clock.fastForward(30_000)
    const there = await awaited.waitFor({ timeout: 200 }).then(
      () => true,
      () => false,
    )
    if (there) return
  }
  throw new Error(`Not seen: ${String(text)} in\n${await page.locator('main').innerText()}`)
}

export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).click()

export async function takeToken(page: Page): Promise<void> {
  await press(page, '领取票证')
  await page.getByRole('heading', { name: '已领票' }).waitFor()
}

/** Marks every question with one of its options and goes to the review. */
export async function markAll(page: Page, option: string): Promise<void> {
  for (;;) {
    await page.getByRole('radio', { name: option, exact: true }).check()
    const next = page.getByRole('button', { name: /^(下一项|去检查)$/ })
    const last = (await next.innerText()) === '去检查'
    await next.click()
    if (last) return
  }
}

/** What the page keeps in the browser's database, as text. */
export async function keptIn(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const asked = indexedDB.open('luoshi-ballots')
        asked.addEventListener('success', () => {
          const all = asked.result.transaction('records').objectStore('records').getAll()
          all.addEventListener('success', () => resolve(JSON.stringify(all.result)))
        })
      }),
  )
}
