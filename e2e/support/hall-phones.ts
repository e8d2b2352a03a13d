/**
 * Voters' phones in the hall: pages of a real browser, each with cookies and storage of its own. Their random waits pass when
 * the test turns their clock on; nothing waits for time.
 */
import type { Page } from 'playwright-core'
import type { Browsing, Household } from './browser.ts'

export type Phone = Readonly<{
  page: Page
  browsing: Browsing
  /** Addresses of the box that were asked, with what they answered. */
  casts: readonly number[]
}>

/** `by`: how its holder is known: the code of a slip, or the address that signs him in. */
export async function phoneAt(
  household: Household,
  vote: string,
  by: Readonly<{ slip: string; second?: string }> | Readonly<{ signIn: string }>,
): Promise<Phone> {
  const browsing = await household.open({ width: 390, height: 844 })
  const page = await browsing.context.newPage()
  page.setDefaultTimeout(120_000)
  const casts: number[] = []
  page.on('response', (answer) => {
    if (answer.url().includes('/cast/')) casts.push(answer.status())
  })
  // Cookies alone: the console is not opened on a phone.
  if ('signIn' in by) await page.request.get(by.signIn)
  await page.clock.install()
  const second = 'second' in by ? `&slip2=${encodeURIComponent(by.second ?? '')}` : ''
  const code = 'slip' in by ? `#slip=${encodeURIComponent(by.slip)}${second}` : ''
  await page.goto(`${vote}${code}`)
  return { page, browsing, casts }
}

/** Turns the clock on until the text is there: polls, retries and delays happen at once. */
export async function soon(page: Page, text: string | RegExp): Promise<void> {
  await turnedOn(page, `“${String(text)}”`, () =>
    page
      .getByText(text)
      .first()
      .waitFor({ timeout: 200 })
      .then(
        () => true,
        () => false,
      ),
  )
}

/** Turns the clock on until it is so. */
export async function turnedOn(
  page: Page,
  what: string,
  isSo: () => Promise<boolean>,
): Promise<void> {
  for (let turned = 0; turned < 600; turned += 1) {
    await page.clock.fastForward(30_000)
    if (await isSo()) return
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(next)))
  }
  throw new Error(`Not so: ${what} in\n${await page.locator('main').innerText()}`)
}

/** The four groups on the phone, as they are compared with the screen of the hall. */
export async function fingerprintOn({ page }: Phone): Promise<string> {
  return (await page.locator('.groups span').allInnerTexts()).join(' ')
}

export async function takeToken({ page }: Phone): Promise<void> {
  await page.getByRole('button', { name: '领取票证' }).click()
  await page.getByRole('heading', { name: '已领票' }).waitFor()
}

/** From the moment voting is on until the ballot has left the phone. */
export async function vote({ page, casts }: Phone, mark: string | null): Promise<void> {
  await soon(page, '第 1 项，共 1 项')
  if (mark !== null) await page.getByRole('radio', { name: mark, exact: true }).check()
  await page.getByRole('button', { name: '去检查' }).click()
  await page.getByRole('button', { name: '投票（1 张）' }).click()
  await turnedOn(page, 'the ballot has left', async () => casts.length > 0)
}
